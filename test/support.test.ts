// The ground floor: errors, their wording, checks of arguments, options and numbers from outside.
import fc from 'fast-check';
import { ArgumentError, FormatError, LimitError, NumericError, OutOfRangeError, ShapeError, StateError } from 'glassbox-nn';
import { afterEach, expect, describe as group, it, vi } from 'vitest';
import { base64 } from '../src/support/base64.js';
import { float32Number, functionValue, numberWhere, seedNumber, trueOrFalse, wholeNumber } from '../src/support/checks.js';
import { readNumbers } from '../src/support/numbers.js';
import { readOptions } from '../src/support/options.js';
import { withFields } from '../src/support/views.js';
import { closest, describe, wording } from '../src/support/wording.js';
import { thrownBy } from './support/thrownBy.js';

group('errors', () => {
  it.each([
    [ArgumentError, TypeError, 'ArgumentError', 'ARGUMENT'],
    [OutOfRangeError, RangeError, 'OutOfRangeError', 'OUT_OF_RANGE'],
    [ShapeError, RangeError, 'ShapeError', 'SHAPE'],
    [LimitError, RangeError, 'LimitError', 'LIMIT'],
    [FormatError, Error, 'FormatError', 'FORMAT'],
    [NumericError, Error, 'NumericError', 'NUMERIC'],
    [StateError, Error, 'StateError', 'STATE'],
  ])('%s keep their family, their name and their code', (Kind, Family, name, code) => {
    const error = new Kind('what happened');
    expect(error).toBeInstanceOf(Family);
    expect(error).toMatchObject({ name, code, message: 'what happened' });
    expect(String(error)).toBe(`${name}: what happened`);
  });

  it('of formats say where', () => {
    expect(new FormatError('bad', { offset: 4 })).toMatchObject({ offset: 4, path: undefined });
    expect(new FormatError('bad', { path: '$.layers' })).toMatchObject({ offset: undefined, path: '$.layers' });
    expect(new FormatError('bad')).toMatchObject({ offset: undefined, path: undefined });
  });
});

group('wording', () => {
  it('says what, expected, got, and what to do if there is something to do', () => {
    expect(wording('epochs', 'a whole number from 0', '-1')).toBe('epochs: expected a whole number from 0, got -1.');
    expect(wording('epochs', 'a whole number from 0', '-1', 'Try 10.')).toBe(
      'epochs: expected a whole number from 0, got -1. Try 10.',
    );
  });

  it.each([
    ['short', "'short'"],
    ['x'.repeat(41), `'${'x'.repeat(40)}...'`],
    [5n, '5n'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
    [[1, 2], 'an array of 2'],
    [new Float32Array(3), 'a Float32Array of 3'],
    [new DataView(new ArrayBuffer(5)), 'a DataView of 5'],
    [new Map(), 'an object'],
  ])('describes a value in a few words: %#', (value, words) => {
    expect(describe(value)).toBe(words);
  });

  it('never runs code of the value it describes', () => {
    const trap = () => {
      throw new Error('ran');
    };
    const hostile = { toString: trap, toJSON: trap, [Symbol.toPrimitive]: trap };
    expect(describe(hostile)).toBe('an object');
    expect(describe(Object.create(null))).toBe('an object');
  });

  it('guesses the word that was meant, and none if nothing is near', () => {
    const words = ['learningRate', 'batchSize', 'epochs'];
    expect(closest('learningrate', words)).toBe('learningRate');
    expect(closest('batchsise', words)).toBe('batchSize');
    expect(closest('epoch', words)).toBe('epochs');
    expect(closest('colour', words)).toBeUndefined();
    expect(closest('x', [])).toBeUndefined();
    fc.assert(fc.property(fc.constantFrom(...words), (word) => closest(word, words) === word));
  });
});

group('checks', () => {
  it('of whole numbers let through what fits and name what does not', () => {
    expect(wholeNumber('epochs', 3, 0)).toBe(3);
    expect(wholeNumber('neuron', 2, 0, 2)).toBe(2);
    expect(thrownBy(() => wholeNumber('neuron', 3, 0, 2, 'Count from 0.')).message).toBe(
      'neuron: expected a whole number from 0 to 2, got 3. Count from 0.',
    );
    expect(thrownBy(() => wholeNumber('epochs', 2 ** 53, 0))).toBeInstanceOf(RangeError);
    expect(thrownBy(() => wholeNumber('epochs', '3', 0))).toBeInstanceOf(TypeError);
  });

  it('of numbers ask for a finite one of the range', () => {
    expect(numberWhere('rate', 0.5, 'a number above 0', (rate) => rate > 0)).toBe(0.5);
    for (const rate of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(thrownBy(() => numberWhere('rate', rate, 'a number above 0', (value) => value > 0))).toMatchObject({
        code: 'OUT_OF_RANGE',
        message: `rate: expected a number above 0, got ${rate}.`,
      });
    }
    expect(thrownBy(() => numberWhere('rate', '0.1', 'a number above 0', () => true))).toMatchObject({ code: 'ARGUMENT' });
  });

  it('of weights ask for what a float32 can hold', () => {
    expect(float32Number('bias', 3.4e38)).toBe(3.4e38);
    for (const bias of [3.5e38, -3.5e38, Number.NaN])
      expect(thrownBy(() => float32Number('bias', bias)).code).toBe('OUT_OF_RANGE');
  });

  it('of functions, switches and seeds take nothing that merely resembles them', () => {
    const own = () => 1;
    expect(functionValue('onEpoch', own)).toBe(own);
    expect(thrownBy(() => functionValue('onEpoch', {})).message).toBe('onEpoch: expected a function, got an object.');
    expect(trueOrFalse('shuffle', false)).toBe(false);
    expect(thrownBy(() => trueOrFalse('shuffle', 1)).message).toBe('shuffle: expected true or false, got 1.');
    expect(seedNumber('seed', 0)).toBe(0);
    expect(thrownBy(() => seedNumber('seed', -1)).code).toBe('OUT_OF_RANGE');
  });
});

group('options', () => {
  const known = ['seed', 'epochs'] as const;
  const read = (given: unknown) => readOptions<{ seed?: number; epochs?: number }>('options', given as object, known);

  it('are copied, each read once, with undefined counted as left out', () => {
    let reads = 0;
    const given = {
      get seed() {
        return ++reads;
      },
      epochs: undefined,
    };
    const options = read(given);
    expect({ ...options }).toEqual({ seed: 1 });
    expect('epochs' in options).toBe(false);
    expect({ ...read(undefined) }).toEqual({});
  });

  it('that are merely inherited do not count', () => {
    expect({ ...read(Object.create({ seed: 5, nonsense: 1 })) }).toEqual({});
    expect(read({}).seed).toBeUndefined();
  });

  it('of no known name are refused, with a guess at what was meant', () => {
    expect(thrownBy(() => read({ sed: 1 })).message).toBe(
      "options: expected any of seed, epochs, got 'sed'. Did you mean seed?",
    );
    expect(thrownBy(() => read({ constructor: 1 })).message).toBe("options: expected any of seed, epochs, got 'constructor'.");
  });

  it.each([null, 5, 'seed', [], () => 1, true])('that are no object are refused: %s', (given) => {
    expect(thrownBy(() => read(given))).toMatchObject({ code: 'ARGUMENT' });
  });
});

group('numbers from outside', () => {
  it('come back as a copy in float32, and leave the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true })), (numbers) => {
        const frozen = Object.freeze([...numbers]);
        const copy = readNumbers('inputs', frozen, numbers.length);
        expect(copy).toEqual(Float32Array.from(numbers));
        const floats = Float32Array.from(numbers);
        const other = readNumbers('inputs', floats, numbers.length);
        expect(other).toEqual(floats);
        expect(other.buffer).not.toBe(floats.buffer);
      }),
    );
  });

  it('keep -0 and denormals', () => {
    expect(readNumbers('inputs', [-0, 2 ** -149], 2)).toEqual(Float32Array.of(-0, 2 ** -149));
  });

  it('are known by their own kind, and not by a name they were given', () => {
    const bytes = new Uint8Array(2);
    Object.defineProperty(bytes, 'constructor', { value: Float32Array });
    expect(thrownBy(() => readNumbers('inputs', bytes, 2)).message).toMatch(/got a Uint8Array of 2\. Bytes are 0-255/);
  });
});

group('functions with fields', () => {
  it('carry them, a name too, and cannot be changed', () => {
    const square = withFields((x: number) => x * x, { name: 'square', kind: 'elementwise' }) as {
      (x: number): number;
      kind: string;
    };
    expect([square(3), square.name, square.kind]).toEqual([9, 'square', 'elementwise']);
    expect(Object.isFrozen(square)).toBe(true);
  });
});

group('base64', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** Bytes of all values, in an order that does not repeat. */
  const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 167 + (index >> 8) * 31) & 255);

  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('is what RFC 4648 says of %j', (text, letters) => {
    expect(base64(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(letters);
  });

  it.each([3 * 8192 - 1, 3 * 8192, 3 * 8192 + 1, 100_000])('is what the platform writes of %i bytes', (length) => {
    const bytes = bytesOf(length);
    expect(base64(bytes)).toBe(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    expect(base64(bytes.subarray(5))).toBe(base64(bytes.slice(5)));
  });

  it('is the same where there is no TextDecoder', () => {
    const bytes = bytesOf(50_001);
    const usual = base64(bytes);
    vi.stubGlobal('TextDecoder', undefined);
    expect(base64(bytes)).toBe(usual);
  });
});
