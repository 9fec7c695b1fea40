// .npy and .npz: what NumPy wrote is read to the bit, and files that are not what they should be are refused.
import fc from 'fast-check';
import { ArgumentError, FormatError, LimitError } from 'glassbox-nn';
import { dataset, parseNpy, parseNpz } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLateLesson, expectLesson } from '../teaches.js';
import { EVERY_TYPE, FILES, VALUES } from './files.js';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const text = new TextEncoder();

/** A .npy file of one's own making. */
function npy(header: string, data: readonly number[] = [], version = 1): Uint8Array {
  const length = version === 1 ? [header.length & 255, header.length >> 8] : [header.length & 255, header.length >> 8, 0, 0];
  return Uint8Array.from([0x93, ...text.encode('NUMPY'), version, 0, ...length, ...text.encode(header), ...data]);
}

const header = (descr: string, shape: string, order = 'False') =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

function expectFault(bytes: Uint8Array, offset: number, ...says: string[]): void {
  expectLesson(() => parseNpy(bytes), { type: FormatError, code: 'FORMAT', says: ['expected ', ...says], offset });
}

describe('parseNpz, of every type that NumPy has', () => {
  it('gives the numbers in C order, whatever the byte order and the order in the file', async () => {
    const arrays = await parseNpz(bytesOf(EVERY_TYPE));
    const kinds = {
      b1: Int8Array,
      i1: Int8Array,
      u1: Uint8Array,
      i2: Int16Array,
      u2: Uint16Array,
      i4: Int32Array,
      u4: Uint32Array,
      i8: Float64Array,
      u8: Float64Array,
      f2: Float32Array,
      f4: Float32Array,
      f8: Float64Array,
    };
    for (const [code, kind] of Object.entries(kinds)) {
      const names = Object.keys(arrays).filter((name) => name.startsWith(code));
      expect(names.length).toBe(code.endsWith('1') ? 2 : 4);
      for (const name of names) {
        expect(arrays[name]?.data, name).toEqual(kind.from(VALUES[code] as number[]));
        expect(arrays[name]?.shape.slice(-2), name).toEqual([2, 3]);
      }
    }
    expect(arrays.f8bigF?.type).toBe('float64');
    expect(arrays.b1littleC?.type).toBe('bool');
  });

  it('reads a single number, an empty array, and three dimensions in Fortran order', async () => {
    const { scalar, empty, deepF } = await parseNpz(bytesOf(EVERY_TYPE));
    expect(scalar).toEqual({ type: 'float64', shape: [], data: Float64Array.of(2.5) });
    expect(empty).toEqual({ type: 'float32', shape: [0, 3], data: new Float32Array(0) });
    expect(deepF).toEqual({ type: 'int16', shape: [2, 3, 4], data: Int16Array.from({ length: 24 }, (_, index) => index) });
  });
});

describe('parseNpz', () => {
  it('reads files that are stored, and makes a data set', async () => {
    const { x_train, y_train } = await parseNpz(bytesOf(FILES.stored));
    if (!x_train || !y_train) throw new Error('an array is missing');
    const data = dataset({ inputs: x_train.data, width: 4, labels: y_train.data });
    expect([data.inputs, data.labels]).toEqual([Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7), Int32Array.of(3, 1)]);
  });

  it('reads only the arrays that are asked for, and refuses names that are not there', async () => {
    const { x, names } = await parseNpz(bytesOf(FILES.objects), { names: ['x'] });
    expect([x?.data, names]).toEqual([Float64Array.of(0, 1, 2), undefined]);
    const says = ['parseNpz: names[0]', "'names', 'x'", "got 'nmaes'", "Did you mean 'names'?"];
    await expectLateLesson(parseNpz(bytesOf(FILES.objects), { names: ['nmaes'] }), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says,
    });
  });

  it('refuses Python objects among the arrays, and says why', async () => {
    const says = ["parseNpz: 'names': descr", "got '|O'", 'Python objects', 'running what the file says'];
    await expectLateLesson(parseNpz(bytesOf(FILES.objects)), { type: FormatError, code: 'FORMAT', says });
  });

  it('accepts exactly as many bytes as the limit, and refuses one more before it unpacks any (case 59)', async () => {
    const file = bytesOf(FILES.stored);
    const size = 128 + 8 + 128 + 16;
    expect(Object.keys(await parseNpz(file, { limit: size }))).toEqual(['x_train', 'y_train']);
    const says = [`at most ${size - 1} bytes`, `got ${size}`, 'raise the limit'];
    await expectLateLesson(parseNpz(file, { limit: size - 1 }), { type: LimitError, code: 'LIMIT', says });
  });

  it('refuses a bomb whose list of files tells a smaller size (case 59)', async () => {
    const file = bytesOf(EVERY_TYPE);
    const view = new DataView(file.buffer);
    const first = view.getUint32(file.length - 6, true);
    view.setUint32(first + 24, 10, true);
    await expectLateLesson(parseNpz(file), { type: FormatError, code: 'FORMAT', says: ['damaged'] });
  });

  it('refuses files that overlap, whole or in part, before it unpacks any (case 202)', async () => {
    const file = bytesOf(FILES.stored);
    const view = new DataView(file.buffer);
    const first = view.getUint32(file.length - 6, true);
    const second = first + 46 + 'x_train.npy'.length + view.getUint16(first + 30, true);
    const offset = view.getUint32(second + 42, true);
    const says = ["parseNpz: 'y_train'", 'a file that begins at byte', 'overlap'];
    // Both entries are of one file; then the first one reaches a byte into the second.
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    await expectLateLesson(parseNpz(file), { type: FormatError, code: 'FORMAT', says: [...says, 'byte 0'], offset: 0 });
    view.setUint32(second + 42, offset, true);
    view.setUint32(first + 20, view.getUint32(first + 20, true) + 1, true);
    await expectLateLesson(parseNpz(file), { type: FormatError, code: 'FORMAT', says, offset });
    // What is not asked for is not looked at.
    expect((await parseNpz(file, { names: ['y_train'] })).y_train?.shape).toEqual([2]);
  });

  it('refuses wrong checksums, stored and deflated (case 60)', async () => {
    for (const base64 of [FILES.stored, EVERY_TYPE]) {
      const file = bytesOf(base64);
      file[100] = (file[100] as number) ^ 1;
      await expectLateLesson(parseNpz(file), { type: FormatError, code: 'FORMAT', says: ['parseNpz: ', 'damaged'] });
    }
  });

  it('refuses what is no zip, is encrypted, or packed in another way', async () => {
    const lesson = { type: FormatError, code: 'FORMAT' };
    await expectLateLesson(parseNpz(bytesOf(FILES.version1)), {
      ...lesson,
      says: ['a .npy file', 'parseNpy(bytes)'],
      offset: 0,
    });
    await expectLateLesson(parseNpz(new Uint8Array(0)), { ...lesson, says: ['got nothing', 'np.savez'], offset: 0 });
    await expectLateLesson(parseNpz(text.encode('<html>')), { ...lesson, says: ["a web page, '<html>'"] });
    await expectLateLesson(parseNpz(text.encode('a,b\n')), { ...lesson, says: ['first bytes 97 44'] });
    const changed = (offset: number, value: number) => {
      const file = bytesOf(FILES.stored);
      const view = new DataView(file.buffer);
      view.setUint16(view.getUint32(file.length - 6, true) + offset, value, true);
      return parseNpz(file);
    };
    await expectLateLesson(changed(8, 1), { ...lesson, says: ['encrypted'] });
    await expectLateLesson(changed(10, 14), { ...lesson, says: ['stored or deflated', 'method 14'] });
    const vast = changed(24, 0xffff).then(() => changed(26, 0xffff));
    await expectLateLesson(vast, { ...lesson, says: ['damaged'] });
  });

  it('keeps a name like __proto__ as a plain one', async () => {
    const file = bytesOf(EVERY_TYPE);
    // In place of the first name, which has as many letters, in both of its headers.
    const at = [30, new DataView(file.buffer).getUint32(file.length - 6, true) + 46];
    for (const start of at) file.set(text.encode('__proto__'), start);
    const arrays = await parseNpz(file);
    expect(Object.keys(arrays)[0]).toBe('__proto__');
    expect(Object.getPrototypeOf(arrays)).toBeNull();
  });

  it('gives an error of its own or arrays for any change of a byte, within 2 s', async () => {
    const file = bytesOf(FILES.stored);
    const change = fc.record({
      at: fc.nat(file.length - 1),
      byte: fc.nat(255),
      length: fc.integer({ min: 0, max: file.length }),
    });
    await fc.assert(
      fc.asyncProperty(change, fc.boolean(), async ({ at, byte, length }, cut) => {
        const spoilt = cut ? file.slice(0, length) : file.slice();
        if (at < spoilt.length) spoilt[at] = byte;
        const code = await parseNpz(spoilt).then(
          () => 'FORMAT',
          (error) => error.code,
        );
        expect(code).toMatch(/^(FORMAT|LIMIT)$/);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses options that cannot be', async () => {
    const lesson = { type: ArgumentError, code: 'ARGUMENT' };
    const file = bytesOf(FILES.stored);
    await expectLateLesson(parseNpz(file, { nmaes: [] } as never), { ...lesson, says: ['Did you mean names?'] });
    await expectLateLesson(parseNpz(file, { names: 'x' } as never), {
      ...lesson,
      says: ['parseNpz: names', 'a list of names'],
    });
    await expectLateLesson(parseNpz(file, { limit: '1' } as never), { ...lesson, says: ['parseNpz: limit'] });
    await expectLateLesson(parseNpz('x.npz' as never), { ...lesson, says: ['parseNpz: bytes', 'readFileSync(name)'] });
  });
});

describe('parseNpy', () => {
  it('reads versions 1 to 3, from a part of a buffer too, and copies', () => {
    for (const base64 of [FILES.version1, FILES.version2, FILES.version3]) {
      const file = bytesOf(base64);
      const expected = { type: 'float32', shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) };
      const larger = new Uint8Array(file.length + 3);
      larger.set(file, 3);
      const read = parseNpy(larger.subarray(3));
      larger.fill(0);
      expect([read, parseNpy(file.buffer)]).toEqual([expected, expected]);
    }
  });

  it('reads a header in any order, with other quotes and spaces, and the long numbers of Python 2', () => {
    const file = npy('{"shape":(2L,) ,"fortran_order" : True,\'descr\':"|i1"}   \n', [1, 255]);
    expect(parseNpy(file)).toEqual({ type: 'int8', shape: [2], data: Int8Array.of(1, -1) });
  });

  it('reads 63 dimensions of one place in Fortran order, and in no more time than without them (case 203)', () => {
    const numbers = Array.from({ length: 300_000 }, (_, index) => index & 255);
    const fortran = (shape: string) => npy(header("'|u1'", shape, 'True'), numbers);
    const deep = fortran(`(300, ${'1, '.repeat(62)}1000)`);
    const flat = fortran('(300, 1000)');
    const expected = parseNpy(flat).data;
    expect(parseNpy(deep).data.every((number, index) => number === expected[index])).toBe(true);
    expect(parseNpy(deep).data.subarray(0, 3)).toEqual(Uint8Array.of(0, 300 & 255, 600 & 255));
    const least = (file: Uint8Array) =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const began = performance.now();
          parseNpy(file);
          return performance.now() - began;
        }),
      );
    // Sixty times the steps would be it otherwise.
    expect(least(deep)).toBeLessThan(5 * least(flat) + 5);
  });

  it('reads any shape in Fortran order as NumPy does', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, (shape) => {
        const count = shape.reduce((product, size) => product * size, 1);
        const places = Array.from({ length: count }, (_, index) => index & 127);
        const text = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
        const { data } = parseNpy(npy(header("'|i1'", text, 'True'), places));
        const expected = places.map((_, index) => {
          // The digits of the place in C order, from the last dimension on; in the file the first one counts least.
          let rest = index;
          const digits = [...shape].reverse().map((size) => {
            const digit = rest % size;
            rest = Math.floor(rest / size);
            return digit;
          });
          return digits.reduce((place, digit, back) => place * (shape[shape.length - 1 - back] as number) + digit, 0) & 127;
        });
        expect([...data]).toEqual(expected);
      }),
    );
  });

  it('refuses what is no number, and says what to save instead', () => {
    const others: [string, string][] = [
      [FILES.object, 'Python objects'],
      [FILES.text, 'text'],
      [FILES.bytes, 'bytes of text'],
      [FILES.complex, 'complex numbers'],
      [FILES.date, 'dates'],
      [FILES.span, 'spans of time'],
      [FILES.void, 'records'],
      [FILES.record, 'a record of fields'],
    ];
    for (const [base64, words] of others) expectFault(bytesOf(base64), 20, 'parseNpy: descr', words, 'ave ');
  });

  it('refuses int64 that no double holds, with its place', () => {
    expectFault(bytesOf(FILES.large), 136, 'parseNpy: int64', 'below 2^53', 'Save it as float64');
  });

  it('refuses files cut short, or too long', () => {
    const file = bytesOf(FILES.version1);
    for (let length = 0; length < file.length; length++) {
      expectLesson(() => parseNpy(file.slice(0, length)), { type: FormatError, code: 'FORMAT', says: ['expected'] });
    }
    expectFault(file.slice(0, -1), file.length - 1, '2 x 3 (float32)', `${file.length} bytes`, 'cut short');
    expectFault(Uint8Array.of(...file, 0), file.length, `got ${file.length + 1}`, 'more behind the last number');
  });

  it('refuses other files, and says which they are', () => {
    expectFault(bytesOf(FILES.stored), 0, 'a .npz file', 'await parseNpz(bytes)');
    expectFault(Uint8Array.of(0x1f, 0x8b, 8), 0, 'a gzip file', 'await gunzip(bytes)');
    expectFault(text.encode('<!doctype html>'), 0, "a web page, '<!doctype html>'", 'response.ok');
    expectFault(text.encode('1 2 3'), 0, "got the text '1 2 3'", 'np.save');
    expectFault(npy(header("'<f4'", '()'), [], 4), 6, 'version', 'got 4.0');
  });

  it('refuses headers that are not what NumPy writes', () => {
    const fault = (head: string, offset: number, ...says: string[]) => expectFault(npy(head), 10 + offset, ...says);
    fault('', 0, "'{'", 'its end');
    fault('[]', 0, "'{'", "got '[]'");
    fault("{'descr' '<f4'}", 9, "':'");
    fault("{'descr': '<f4', 'descr': '<f4'}", 17, 'each of descr, fortran_order, shape once');
    fault("{'dtype': '<f4'}", 1, 'each of descr');
    fault("{'descr': '<f4'}", 0, 'descr, fortran_order, shape');
    fault("{'descr': __import__('os')}", 10, 'a type in quotes', '__import__');
    fault("{'descr': '<f\\x34'}", 10, 'a type in quotes');
    fault("{'fortran_order': 1}", 18, 'True or False');
    fault("{'shape': (-1,)}", 11, 'a whole number');
    fault("{'shape': (1.5,)}", 12, "','");
    fault("{'shape': (3)}", 12, "','");
    fault("{'shape': [3]}", 10, "'('");
    fault(`{'shape': (${'9'.repeat(400)},)}`, 11, 'a whole number from 0 to 2^53 - 1');
    const whole = header("'<f4'", '()').trim();
    fault(`${whole} import os`, whole.length, 'spaces to its end');
    fault("{'descr': '<f\u0001'}", 13, 'ASCII text', 'byte 1');
    for (const descr of ["'f4'", "'<f3'", "'|f4'", "''", "'<'", "'<b2'", "'>u16'"]) fault(header(descr, '(0,)'), 10, 'descr');
    fault(header("'<f4'", `(${'1, '.repeat(65)})`), 50, 'at most 64 dimensions', 'got 65');
  });

  it('refuses shapes far beyond the file, before anything is allocated (cases 53 and 54)', () => {
    for (const shape of ['(4294967295,)', '(9007199254740991, 9007199254740991)', '(2000000000, 2000000000, 2000000000)']) {
      expectLesson(() => parseNpy(npy(header("'<f8'", shape))), { type: FormatError, code: 'FORMAT', says: ['cut short'] });
    }
    expect(parseNpy(npy(header("'<f8'", '(0, 9007199254740991)'))).data.length).toBe(0);
    const long = Uint8Array.of(0x93, ...text.encode('NUMPY'), 2, 0, 255, 255, 255, 255);
    expectLesson(() => parseNpy(long), { type: LimitError, code: 'LIMIT', says: ['header', '4294967295'] });
  });

  it('gives an error of its own or numbers for any change of a byte', () => {
    const file = bytesOf(FILES.version1);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const spoilt = file.slice();
        spoilt[at] = byte;
        try {
          parseNpy(spoilt);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^(FORMAT|LIMIT)$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
