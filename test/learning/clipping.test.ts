// Gradients held within bounds: by number, by array, and all together.
import { Random } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { clipGradients, readClipping } from '../../src/learning/parts/clipping.js';
import type { Clipping } from '../../src/learning/Step.js';
import { expectRefusal } from '../support/refusals.js';

const f = Math.fround;

/** Arrays of gradients, each in rows of `width`. */
function arraysOf(...rows: [width: number, numbers: number[]][]) {
  return rows.map(([width, numbers], index) => ({ name: `array${index}`, width, gradient: Float32Array.from(numbers) }));
}

/** What becomes of the gradients. */
function clipped(clipping: Clipping, ...rows: [width: number, numbers: number[]][]): number[][] {
  const arrays = arraysOf(...rows);
  expect(clipGradients(arrays, clipping)).toBeUndefined();
  return arrays.map(({ gradient }) => [...gradient]);
}

/** The length of all numbers together, in double precision. */
const length = (arrays: number[][]) => Math.sqrt(arrays.flat().reduce((total, number) => total + number * number, 0));

describe('by hand', () => {
  it('value holds every number between -limit and limit', () => {
    expect(clipped({ kind: 'value', limit: 2 }, [3, [-3, -2, -1]], [1, [0, 2, 2.5]])).toEqual([
      [-2, -2, -1],
      [0, 2, 2],
    ]);
  });

  it('norm shortens each array by itself', () => {
    // |(3, 4)| = 5, |(12)| = 12 and |(0.6, 0.8)| = 1.
    expect(clipped({ kind: 'norm', limit: 2.5 }, [2, [3, 4]], [1, [12]], [2, [0.5, 0]])).toEqual([
      [1.5, 2],
      [f(12 * f(2.5 / 12))],
      [0.5, 0],
    ]);
  });

  it('globalNorm shortens all arrays together', () => {
    // |(3, 4, 12)| = 13.
    expect(clipped({ kind: 'globalNorm', limit: 6.5 }, [2, [3, 4]], [1, [12]])).toEqual([[1.5, 2], [6]]);
  });

  it('a norm of the limit, or below it, is left as it is', () => {
    expect(clipped({ kind: 'norm', limit: 5 }, [2, [3, 4]], [1, [-0]])).toEqual([[3, 4], [-0]]);
    expect(clipped({ kind: 'globalNorm', limit: 13 }, [2, [3, 4]], [1, [12]])).toEqual([[3, 4], [12]]);
  });
});

describe('to the bit', () => {
  const random = new Random(3);
  const draw = (count: number) => Array.from({ length: count }, () => f(random.normal()));
  const [weights, biases] = [draw(12), draw(3)];

  it('value compares with the limit as a float32', () => {
    const limit = f(0.3);
    const expected = [weights, biases].map((numbers) => numbers.map((g) => (g < -limit ? -limit : g > limit ? limit : g)));
    expect(clipped({ kind: 'value', limit: 0.3 }, [4, weights], [1, biases])).toEqual(expected);
  });

  it('norms multiply with limit / norm, rounded once', () => {
    const scale = (numbers: number[], norm: number) => numbers.map((g) => f(g * f(0.3 / norm)));
    expect(clipped({ kind: 'norm', limit: 0.3 }, [12, weights], [1, biases])).toEqual([
      scale(weights, length([weights])),
      scale(biases, length([biases])),
    ]);
    const together = clipped({ kind: 'globalNorm', limit: 0.3 }, [12, weights], [1, biases]);
    expect(length(together)).toBeCloseTo(0.3, 6);
    expect(together[1][0] / biases[0]).toBeCloseTo(0.3 / length([weights, biases]), 6);
  });

  it('each row has a sum of its own: small squares are not lost beside a large one before them', () => {
    // 1 + 8 x 2^-54, which is 1 if the eight are added one by one. Half way between two float32, a last bit of the norm decides.
    const limit = 1 - 2 ** -25;
    const [one, eight] = [[1, 0, 0, 0, 0, 0, 0, 0], Array.from({ length: 8 }, () => 2 ** -27)];
    expect(clipped({ kind: 'norm', limit }, [8, [...one, ...eight]])[0][0]).toBe(1 - 2 ** -24);
    expect(clipped({ kind: 'norm', limit }, [16, [...one, ...eight]])[0][0]).toBe(1);
    expect(clipped({ kind: 'globalNorm', limit }, [8, one], [8, eight])[0][0]).toBe(1 - 2 ** -24);
    expect(clipped({ kind: 'globalNorm', limit }, [8, one], [1, eight])[0][0]).toBe(1 - 2 ** -24);
    expect(clipped({ kind: 'norm', limit }, [1, [...one, ...eight]])[0][0]).toBe(1);
  });
});

it('norms of the largest numbers do not overflow', () => {
  expect(clipped({ kind: 'globalNorm', limit: 1 }, [2, [3e38, -3e38]])[0][0]).toBeCloseTo(Math.SQRT1_2, 6);
});

it('names the number by which a norm is not finite', () => {
  const broken = () => arraysOf([2, [1, 2]], [1, [0, Number.NEGATIVE_INFINITY]], [1, [Number.NaN]]);
  const infinite = '-Infinity in the gradient of array1[1]';
  expect(clipGradients(broken(), { kind: 'norm', limit: 1 })).toBe(infinite);
  expect(clipGradients(broken(), { kind: 'globalNorm', limit: 1 })).toBe(infinite);
});

describe('readClipping', () => {
  it('reads one of three', () => {
    expect(readClipping({})).toBeUndefined();
    expect(readClipping({ clipValue: 0.5 })).toEqual({ kind: 'value', limit: 0.5 });
    expect(readClipping({ clipNorm: 1 })).toEqual({ kind: 'norm', limit: 1 });
    expect(readClipping({ globalClipNorm: 2 })).toEqual({ kind: 'globalNorm', limit: 2 });
  });

  it('refuses two, and limits that are not above 0', async () => {
    const two = () => readClipping({ clipValue: 1, globalClipNorm: 1 });
    await expectRefusal(two, 'ArgumentError', 'clipping', 'one of clipValue, clipNorm', 'got clipValue and globalClipNorm');
    for (const name of ['clipValue', 'clipNorm', 'globalClipNorm']) {
      for (const limit of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-60, 1e39]) {
        const words = [name, 'a number above 0 that fits a float32', `got ${limit}`];
        await expectRefusal(() => readClipping({ [name]: limit }), 'OutOfRangeError', ...words);
      }
      await expectRefusal(() => readClipping({ [name]: '1' as never }), 'ArgumentError', name, "got '1'");
    }
  });
});
