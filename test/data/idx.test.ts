// IDX files: round trips, hostile bytes, and every numbered way in which a file can be wrong.
import fc from 'fast-check';
import { ArgumentError, FormatError, LimitError, OutOfRangeError, ShapeError } from 'glassbox-nn';
import { type IdxTensor, parseIdx, toIdx } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { sharedBytes } from './sharedBytes.js';
import { expectLesson } from './teaches.js';

const ARRAYS = {
  uint8: Uint8Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};
const TYPES = Object.keys(ARRAYS) as IdxTensor['type'][];

/** Tensors of every type and one to four dimensions, of random bits: NaNs and infinities among them. */
const tensors = fc
  .tuple(fc.constantFrom(...TYPES), fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }))
  .chain(([type, shape]) => {
    const bytes = shape.reduce((product, size) => product * size, 1) * ARRAYS[type].BYTES_PER_ELEMENT;
    return fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((noise) => {
      return { type, shape, data: new ARRAYS[type](noise.slice().buffer) } as IdxTensor;
    });
  });

/** The bytes of a file: header and whatever follows. */
const file = (...bytes: number[]) => Uint8Array.from(bytes);
const refuses = (bytes: Uint8Array, offset: number, ...says: string[]) =>
  expectLesson(() => parseIdx(bytes), { type: FormatError, code: 'FORMAT', says: ['parseIdx', ...says], offset });

describe('toIdx and parseIdx', () => {
  it('take each other back, for every type and number of dimensions', () => {
    fc.assert(
      fc.property(tensors, (tensor) => {
        expect(parseIdx(toIdx(tensor))).toEqual(tensor);
      }),
    );
  });

  it('write and read the bytes of the format, the most significant first', () => {
    const examples: [IdxTensor, number[]][] = [
      [{ type: 'uint8', shape: [1, 2], data: Uint8Array.of(1, 255) }, [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 255]],
      [{ type: 'int8', shape: [1], data: Int8Array.of(-2) }, [0, 0, 9, 1, 0, 0, 0, 1, 254]],
      [{ type: 'int16', shape: [1], data: Int16Array.of(258) }, [0, 0, 11, 1, 0, 0, 0, 1, 1, 2]],
      [{ type: 'int32', shape: [1], data: Int32Array.of(16909060) }, [0, 0, 12, 1, 0, 0, 0, 1, 1, 2, 3, 4]],
      [{ type: 'float32', shape: [1], data: Float32Array.of(-1.5) }, [0, 0, 13, 1, 0, 0, 0, 1, 0xbf, 0xc0, 0, 0]],
      [{ type: 'float64', shape: [1], data: Float64Array.of(2) }, [0, 0, 14, 1, 0, 0, 0, 1, 0x40, 0, 0, 0, 0, 0, 0, 0]],
    ];
    for (const [tensor, bytes] of examples) {
      expect([...toIdx(tensor)]).toEqual(bytes);
      expect(parseIdx(file(...bytes))).toEqual(tensor);
    }
  });

  it('read a part of a larger buffer, an ArrayBuffer and shared memory, and copy', () => {
    const bytes = file(9, 0, 0, 8, 1, 0, 0, 0, 2, 5, 6);
    const tensor = parseIdx(bytes.subarray(1));
    const shared = sharedBytes(10);
    shared.set(bytes.subarray(1));
    for (const source of [bytes.slice(1).buffer, shared]) expect(parseIdx(source)).toEqual(tensor);
    bytes.fill(0);
    expect(tensor.data).toEqual(Uint8Array.of(5, 6));
    expect(tensor.data.buffer.byteLength).toBe(2);
  });
});

describe('parseIdx', () => {
  it('refuses a file under 4 bytes (case 47)', () => {
    for (let length = 0; length < 4; length++) {
      refuses(file(0, 0, 8).subarray(0, length), length, 'at least 4 bytes', `got ${length}`, 'cut short');
    }
  });

  it('refuses a bad magic number (case 48)', () => {
    refuses(file(137, 80, 78, 71, 13, 10, 26, 10), 0, 'begins with two zero bytes', 'got the bytes 137 80 78 71');
    refuses(file(0, 1, 8, 1), 1, 'begins with two zero bytes', 'got the bytes 0 1 8 1');
  });

  it('refuses an unknown type (case 49)', () => {
    for (const code of [0, 7, 10, 15]) {
      refuses(file(0, 0, code, 1, 0, 0, 0, 0), 2, 'type', '0x08 uint8', `got 0x${code.toString(16).padStart(2, '0')}`);
    }
  });

  it('refuses zero or more than 4 dimensions (case 50)', () => {
    for (const dimensions of [0, 5, 255])
      refuses(file(0, 0, 8, dimensions), 3, 'dimensions', 'expected 1 to 4', `got ${dimensions}`);
  });

  it('refuses a file cut short, in its header or in its numbers (case 51)', () => {
    const whole = toIdx({ type: 'int16', shape: [2, 1], data: Int16Array.of(1, 2) });
    for (let length = 4; length < 12; length++) refuses(whole.subarray(0, length), length, 'at least 12 bytes', 'cut short');
    for (let length = 12; length < 16; length++) {
      refuses(whole.subarray(0, length), length, '2 x 1 numbers (int16)', 'at least 16 bytes', `got ${length}`, 'cut short');
    }
  });

  it('refuses bytes behind the last number (case 52)', () => {
    refuses(file(0, 0, 8, 1, 0, 0, 0, 1, 7, 0), 9, 'a file of 9 bytes', 'got 10', 'more behind the last number');
  });

  it('refuses a count of 0xFFFFFFFF before anything is allocated (case 53)', () => {
    const says = ['parseIdx', '4294967295', 'at most 2147483648 bytes', 'damaged, or too large'];
    const lesson = { type: LimitError, code: 'LIMIT', says };
    expectLesson(() => parseIdx(file(0, 0, 8, 1, 255, 255, 255, 255)), lesson);
    expectLesson(() => parseIdx(file(0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3)), lesson);
  });

  it('refuses sizes whose product is above 2^53 (case 54)', () => {
    for (const dimensions of [2, 3, 4]) {
      const bytes = new Uint8Array(4 + 4 * dimensions + 1).fill(255);
      bytes.set([0, 0, 14, dimensions]);
      bytes[bytes.length - 1] = 0;
      expectLesson(() => parseIdx(bytes), { type: LimitError, code: 'LIMIT', says: ['4294967295 x 4294967295', 'at most'] });
    }
  });

  it('refuses byte-swapped files, with a hint (case 55)', () => {
    refuses(file(3, 8, 0, 0, 1, 0, 0, 0), 0, 'got 03 08 00 00', 'byte-swapped', 'most significant byte first');
    refuses(file(0, 0, 8, 1, 2, 0, 0, 0, 5, 6), 4, 'got 33554432', 'byte-swapped', 'most significant byte first');
  });

  it('gives an empty result for zero items (case 56)', () => {
    expect(parseIdx(file(0, 0, 8, 1, 0, 0, 0, 0))).toEqual({ type: 'uint8', shape: [0], data: new Uint8Array(0) });
    const images = file(0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 255, 255, 255, 255);
    expect(parseIdx(images)).toEqual({ type: 'uint8', shape: [0, 28, 4294967295], data: new Uint8Array(0) });
  });

  it('refuses gzip, and says how to unpack it', () => {
    refuses(file(0x1f, 0x8b, 8, 0, 0, 0), 0, 'a gzip file', 'await gunzip(bytes)');
  });

  it('refuses an HTML error page, showing its first bytes (case 61)', () => {
    const page = new TextEncoder().encode('<!DOCTYPE html>\n<html><title>404 Not Found</title></html>');
    refuses(page, 0, "a web page, '<!DOCTYPE html> <html><title>404 Not Fou...'", 'response.ok');
  });

  it('refuses what are no bytes', () => {
    const gone = file(0, 0, 8, 1, 0, 0, 0, 0);
    structuredClone(null, { transfer: [gone.buffer] });
    for (const bad of [
      'train-images',
      7,
      null,
      undefined,
      [0, 0, 8, 1],
      Float32Array.of(1),
      new DataView(new ArrayBuffer(8)),
      gone,
    ]) {
      expectLesson(() => parseIdx(bad as never), {
        type: ArgumentError,
        code: 'ARGUMENT',
        says: ['parseIdx', 'expected', 'got'],
      });
    }
    const says = ['not its name'];
    expectLesson(() => parseIdx('train-images' as never), { type: ArgumentError, code: 'ARGUMENT', says });
  });

  it('answers damaged files with a right tensor, a FormatError or a LimitError, and leaves them as they are', () => {
    const damage = fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 4 });
    const tail = fc.tuple(fc.nat(3), fc.uint8Array({ maxLength: 3 }));
    fc.assert(
      fc.property(tensors, damage, tail, (tensor, flips, [cut, added]) => {
        const written = toIdx(tensor);
        const bytes = Uint8Array.of(...written.subarray(0, written.length - cut), ...added);
        for (const [place, value] of flips) if (place < bytes.length) bytes[place] = value;
        const before = bytes.slice();
        try {
          const { type, shape, data } = parseIdx(bytes);
          expect(data).toBeInstanceOf(ARRAYS[type]);
          expect(data.length).toBe(shape.reduce((product, size) => product * size, 1));
          expect(toIdx({ type, shape, data } as IdxTensor).length).toBe(bytes.length);
        } catch (error) {
          const { code, offset, message } = error as FormatError;
          expect(['FORMAT', 'LIMIT'], message).toContain(code);
          if (code === 'FORMAT') expect(Number.isInteger(offset) && Number(offset) <= bytes.length, message).toBe(true);
        }
        expect(bytes).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers random bytes likewise', () => {
    const begun = fc.uint8Array({ maxLength: 30 }).map((bytes) => Uint8Array.of(0, 0, 8 + (bytes.length % 7), ...bytes));
    fc.assert(
      fc.property(fc.oneof(begun, fc.uint8Array({ maxLength: 40 })), (bytes) => {
        try {
          expect(toIdx(parseIdx(bytes)).length).toBe(bytes.length);
        } catch (error) {
          expect(['FORMAT', 'LIMIT'], String(error)).toContain((error as FormatError).code);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toIdx', () => {
  const tensor = { type: 'uint8', shape: [2], data: Uint8Array.of(1, 2) } as const;
  const refused = (
    changed: object,
    type: typeof ArgumentError | typeof ShapeError | typeof LimitError | typeof OutOfRangeError,
    code: string,
    ...says: string[]
  ) => expectLesson(() => toIdx({ ...tensor, ...changed } as never), { type, code, says });

  it('accepts the bytes of a picture', () => {
    expect(toIdx({ ...tensor, data: Uint8ClampedArray.of(1, 2) as never })).toEqual(toIdx(tensor));
  });

  it('refuses types, shapes and numbers that do not fit together', () => {
    refused({ type: 'uint9' }, ArgumentError, 'ARGUMENT', 'toIdx: type', 'one of uint8', "got 'uint9'");
    refused({ type: 'int8' }, ArgumentError, 'ARGUMENT', 'toIdx: data', 'a Int8Array, for type int8', 'got a Uint8Array of 2');
    refused({ data: [1, 2] }, ArgumentError, 'ARGUMENT', 'toIdx: data', 'got an array of 2');
    refused({ shape: [] }, ArgumentError, 'ARGUMENT', 'toIdx: shape', '1 to 4 sizes', 'got an array of 0');
    refused({ shape: [1, 1, 1, 1, 2] }, ArgumentError, 'ARGUMENT', 'toIdx: shape', 'got an array of 5');
    refused({ shape: 2 }, ArgumentError, 'ARGUMENT', 'toIdx: shape', 'got 2');
    refused({ shape: [2.5] }, OutOfRangeError, 'OUT_OF_RANGE', 'toIdx: shape[0]', 'got 2.5');
    refused({ shape: [2 ** 32] }, OutOfRangeError, 'OUT_OF_RANGE', 'toIdx: shape[0]', 'got 4294967296');
    refused({ shape: [3] }, ShapeError, 'SHAPE', 'toIdx: data', '3 numbers, for shape 3', 'got 2');
    refused({ shape: [2 ** 31, 2 ** 31] }, LimitError, 'LIMIT', 'toIdx: shape', 'at most 2147483648 bytes', 'several files');
    expectLesson(() => toIdx(null as never), { type: ArgumentError, code: 'ARGUMENT', says: ['toIdx', 'got null'] });
  });
});
