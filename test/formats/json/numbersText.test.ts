// Rows of numbers in a file: the shortest decimals, whichever way they are found.
import { describe, expect, it, vi } from 'vitest';
import { numbersText } from '../../../src/formats/json/numbersText.js';
import { Random } from '../../../src/random/Random.js';
import { errorOf } from '../../support/refusals.js';

/** The same by the functions of the engine alone. */
function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const short = [6, 7, 8].map((digits) => Number(value.toPrecision(digits))).find((number) => Math.fround(number) === value);
  return String(short ?? Number(value.toPrecision(9)));
}

const textOf = (numbers: Float32Array) => `[${Array.from(numbers, shortest).join(', ')}]`;

/** float32 numbers of all exponents between two, their last bits from a seed. */
function numbersBetween(least: number, most: number, count: number): Float32Array {
  const random = new Random(7);
  const bits = Uint32Array.from({ length: count }, (_, index) => {
    const exponent = 127 + least + (index % (most - least + 1));
    return (random.integer(2) << 31) | (exponent << 23) | random.integer(2 ** 23);
  });
  return new Float32Array(bits.buffer);
}

describe('numbers as text', () => {
  it('are the shortest decimals with which they can be read back, of any size', () => {
    for (const numbers of [numbersBetween(-127, 127, 20_000), numbersBetween(-14, 3, 50_000)]) {
      const text = numbersText('numbers', numbers);
      expect(text).toBe(textOf(numbers));
      expect(Float32Array.from(JSON.parse(text) as number[])).toEqual(numbers);
    }
  });

  it('are so next to each power of ten, at ties and where the form changes', () => {
    const edges: number[] = [0, -0, 1, 10, 0.1, 1.17549435e-38, 2 ** -149, 3.4028235e38, 16777217, 123456.5, 999999.94, -1e6];
    for (let power = -46; power < 39; power++) {
      const near = Float32Array.of(10 ** power, 9.99999e9 * 10 ** (power - 10), 5 * 10 ** power);
      const bits = new Uint32Array(near.buffer);
      edges.push(
        ...near,
        ...new Float32Array(bits.map((word) => word + 1).buffer),
        ...new Float32Array(bits.map((word) => word - 1).buffer),
      );
    }
    for (let power = -149; power < 128; power++) edges.push(2 ** power, 3 * 2 ** power, -1001 * 2 ** (power - 10));
    const numbers = Float32Array.from(edges).filter(Number.isFinite);
    expect(numbersText('numbers', numbers)).toBe(textOf(numbers));
  });

  it('are the same where there is no TextDecoder', () => {
    const numbers = numbersBetween(-8, 1, 5000);
    vi.stubGlobal('TextDecoder', undefined);
    try {
      expect(numbersText('numbers', numbers)).toBe(textOf(numbers));
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('are refused where they are not finite, by their place in a long row', async () => {
    const numbers = new Float32Array(5000);
    numbers[4321] = Number.NaN;
    expect((await errorOf(() => numbersText('biases', numbers))) as Error).toMatchObject({
      name: 'NumericError',
      message:
        'biases[4321]: expected a finite number, got NaN. JSON has no word for it. Load the last good network, or set it to a number.',
    });
    expect(numbersText('none', new Float32Array(0))).toBe('[]');
  });
});
