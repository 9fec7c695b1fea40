// Safetensors files that are not what they should be. Case numbers as in the list of bad inputs.
import { FormatError, LimitError, NumericError, relu, ShapeError, sigmoid } from 'glassbox-nn';
import { fromSafetensors, parseSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { fileOf, float32Bytes, smallLayer, tensor } from './files.js';

const format = { type: FormatError, code: 'FORMAT' };
const limit = { type: LimitError, code: 'LIMIT' };
const one = tensor('F32', [1], 0, 4);
const four = [0, 0, 0, 0];

/** Expects that neither reader takes the file. */
function refused(file: Uint8Array, kind: typeof format | typeof limit, ...says: string[]): void {
  const before = file.slice();
  expectLesson(() => parseSafetensors(file), { ...kind, says: ['parseSafetensors', 'expected ', 'got ', ...says] });
  expectLesson(() => fromSafetensors(file, { output: sigmoid }), { ...kind, says: ['fromSafetensors', ...says] });
  // Byte by byte, since toEqual takes minutes for millions of them.
  expect(before.every((byte, index) => byte === file[index])).toBe(true);
}

describe('the beginning of a safetensors file', () => {
  it('has 8 bytes or more (case 63)', () => {
    for (let length = 0; length < 8; length++) refused(new Uint8Array(length), format, `got ${length}`, 'cut short');
  });

  it('does not have a header of no length (case 64)', () => {
    refused(fileOf('', four), format, 'got 0');
  });

  it('does not tell a length beyond all bounds (cases 65, 66 and 68)', () => {
    for (const length of [2n ** 63n, 2n ** 64n - 1n, 2n ** 32n + 8n, 2n ** 22n + 1n]) {
      refused(fileOf('{}', [], length), limit, 'at most 4194304 bytes', `got ${length}`);
    }
  });

  it('does not tell a length beyond the file (case 67)', () => {
    refused(fileOf('{}', [], 3n), format, 'a file of 11 bytes or more', 'got 10');
  });

  it('has no byte-order mark, and no space, before its brace (case 69)', () => {
    refused(fileOf('\uFEFF{}'), format, "'{' as its first byte", 'byte 239');
    refused(fileOf(' {}'), format, 'byte 32');
  });

  it('is UTF-8 (case 70)', () => {
    refused(fileOf(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)), format, 'UTF-8');
    refused(fileOf(Uint8Array.of(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d)), format, 'UTF-8');
  });

  it('may have spaces behind its header (case 71)', () => {
    expect(parseSafetensors(fileOf(`{"a":${one}}    `, four)).tensors.size).toBe(1);
  });

  it('is known from other files', () => {
    refused(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 8, 8, 0), limit, "PyTorch's own format", 'save_file');
    refused(new TextEncoder().encode('{"format": "glassbox-nn"}'), limit, 'fromJson(text)');
  });
});

describe('the header of a safetensors file', () => {
  it('is an object (case 72)', () => {
    for (const header of ['[]', 'null', '7', '"{}"']) refused(fileOf(`${header} `), format);
    refused(fileOf('{"a":[]}'), format, "'a'", 'an object');
    refused(fileOf('{"a":null}'), format, "'a'", 'an object');
    refused(fileOf('{"a":{}'), format, 'cut off');
    refused(fileOf('{} {}'), format, 'JSON');
  });

  it('has every key once, however it is spelt (case 73)', () => {
    refused(fileOf(`{"a":${one},"a":${one}}`, four), format, "'a' again");
    refused(fileOf(`{"a":${one},"\\u0061":${one}}`, four), format, "'a' again");
    refused(fileOf('{"a":{"dtype":"F32","dtype":"F16","shape":[1],"data_offsets":[0,2]}}', [0, 0]), format, "'dtype' again");
    refused(fileOf('{"__metadata__":{"x":"1","x":"2"}}'), format, "'x' again");
  });

  it('is not nested deeply (case 74)', () => {
    refused(fileOf(`{"a":${'['.repeat(1_000_000)}`), limit, 'at most 3 deep');
    refused(fileOf(`${'{"a":'.repeat(4)}1${'}'.repeat(4)}`), limit, 'at most 3 deep');
  });

  it('may have a tensor by any name, which is then no weight of a layer (case 75)', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '', 'weigh', '.weight']) {
      const file = fileOf(`{"${name}":${one}}`, four);
      expect([...parseSafetensors(file).tensors.keys()]).toEqual([name]);
      expectLesson(() => fromSafetensors(file), { ...format, says: [`'${name}'`, "ends in '.weight' or '.bias'"] });
    }
    expect(({} as { dtype?: unknown }).dtype).toBeUndefined();
  });

  it('has only texts as metadata (case 76)', () => {
    for (const value of ['1', 'null', '["a"]', '{}'])
      refused(fileOf(`{"__metadata__":{"x":${value}}}`), format, '__metadata__.x', 'a text');
    refused(fileOf('{"__metadata__":"x"}'), format, '__metadata__', 'an object');
  });

  it('tells types that are read (case 77)', () => {
    for (const dtype of ['I64', 'U8', 'BOOL', 'F8_E4M3', 'f32', '', '__proto__']) {
      refused(fileOf(`{"a":${tensor(dtype, [1], 0, 4)}}`, four), format, 'F64, F32, F16 or BF16', `got '${dtype}'`);
    }
    refused(fileOf('{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}', four), format, 'got 7');
  });

  it('has whole offsets, in digits (case 78)', () => {
    for (const end of ['-4', '4.5', '4.0', '1e400', '4e0', '04', '-0', '99999999999999999999', '9007199254740993']) {
      refused(fileOf(`{"a":${tensor('F32', [1], 0, end)}}`, four), format);
    }
    refused(fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,"4"]}}', four), format, "got '4'");
    refused(fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}', four), format, '2 numbers');
    refused(fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}', four), format, '2 numbers');
  });

  it('ends no tensor before it begins (case 79)', () => {
    refused(fileOf(`{"a":${tensor('F32', [1], 4, 0)}}`, four), format, 'an end behind it', 'got 4, 0');
  });

  it('has the three fields of a tensor and no others', () => {
    refused(fileOf('{"a":{"dtype":"F32","shape":[1]}}', four), format, 'data_offsets', 'got dtype, shape');
    refused(fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}}', four), format, 'more');
  });
});

describe('the numbers of a safetensors file', () => {
  const eight = [...four, ...four];

  it('do not overlap (case 80)', () => {
    refused(
      fileOf(`{"a":${tensor('F32', [2], 0, 8)},"b":${tensor('F32', [1], 4, 8)}}`, eight),
      format,
      "'b'",
      'right behind',
      "'a'",
    );
    refused(fileOf(`{"a":${one},"b":${one}}`, four), format, '4 bytes of it');
  });

  it('leave no hole (case 81)', () => {
    refused(fileOf(`{"a":${tensor('F32', [1], 4, 8)}}`, eight), format, 'a hole of 4 bytes', 'the header');
    refused(fileOf(`{"a":${one},"b":${tensor('F32', [1], 8, 12)}}`, [...eight, ...four]), format, 'a hole of 4 bytes');
  });

  it('do not end past the file (case 82)', () => {
    refused(fileOf(`{"a":${one}}`, [0, 0, 0]), format, 'cut short');
  });

  it('have nothing behind them (case 83)', () => {
    refused(fileOf(`{"a":${one}}`, [...four, 0]), format, 'more behind');
    refused(fileOf('{}', [0]), format, 'more behind');
  });

  it('are as many as their shape says (case 84)', () => {
    refused(fileOf(`{"a":${tensor('F32', [2], 0, 4)}}`, four), format, '8 bytes, for 2 of F32', 'got 4');
    refused(fileOf(`{"a":${tensor('F64', [1], 0, 4)}}`, four), format, '8 bytes');
    refused(fileOf(`{"a":${tensor('F32', [0], 0, 4)}}`, four), format, '0 bytes');
  });

  it('are not more than can be counted (cases 85 and 86)', () => {
    refused(fileOf(`{"a":${tensor('F32', [2 ** 32, 2 ** 32], 0, 4)}}`, four), limit, 'less than 2^50 numbers');
    refused(fileOf(`{"a":${tensor('F32', [2 ** 33, 2 ** 33, 2 ** 33], 0, 4)}}`, four), limit, 'less than 2^50 numbers');
    refused(fileOf(`{"a":${tensor('F32', new Array(65).fill(1), 0, 4)}}`, four), limit, 'at most 64 dimensions');
  });

  it('may be none, or a single one (cases 87 and 88)', () => {
    const { tensors } = parseSafetensors(
      fileOf(`{"none":${tensor('F32', [0, 3], 0, 0)},"single":${one}}`, float32Bytes([2.5])),
    );
    expect(tensors.get('none')).toEqual({ dtype: 'F32', shape: [0, 3], data: new Float32Array(0) });
    expect(tensors.get('single')?.data).toEqual(Float32Array.of(2.5));
    expect(parseSafetensors(fileOf(`{"scalar":${tensor('F32', [], 0, 4)}}`, four)).tensors.get('scalar')?.shape).toEqual([]);
    expect(parseSafetensors(fileOf('{}')).tensors.size).toBe(0);
  });

  it('may lie anywhere in memory (case 89)', () => {
    const file = smallLayer();
    for (let shift = 1; shift < 8; shift++) {
      const longer = new Uint8Array(file.length + shift);
      longer.set(file, shift);
      expect(fromSafetensors(longer.subarray(shift), { output: sigmoid }).layers[0]?.weights).toEqual(Float32Array.of(1, -0.5));
    }
  });

  it('are of at most 20,000 tensors (case 93)', () => {
    const header = `{${Array.from({ length: 20_001 }, (_, index) => `"${index}":${tensor('F32', [0], 0, 0)}`).join(',')}}`;
    refused(fileOf(header), limit, 'at most 20000 tensors', 'got 20001');
    const more = `{${Array.from({ length: 1_000_000 }, (_, index) => `"${index}":{}`).join(',')}}`;
    refused(fileOf(more), limit, 'at most 4194304 bytes');
  });
});

describe('the layers of a safetensors file', () => {
  const shape = { type: ShapeError, code: 'SHAPE' };

  it('have finite weights, unless others are allowed (case 90)', () => {
    for (const [number, place] of [
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 1],
    ] as const) {
      const numbers = [1, 2, 3];
      numbers[place] = number;
      const file = smallLayer(undefined, undefined, numbers);
      const says = [`'0.weight'[${place}]`, `got ${number}`, 'allowNonFinite'];
      expectLesson(() => fromSafetensors(file, { output: sigmoid }), { type: NumericError, code: 'NUMERIC', says });
      const [layer] = fromSafetensors(file, { output: sigmoid, allowNonFinite: true }).layers;
      expect(layer?.weights[place]).toBe(number);
    }
  });

  it('fit each other (case 91)', () => {
    const output = { output: sigmoid };
    expectLesson(() => fromSafetensors(smallLayer(tensor('F32', [2], 0, 8)), output), {
      ...shape,
      says: ['[outputs, inputs]', 'got [2]'],
    });
    expectLesson(() => fromSafetensors(smallLayer(tensor('F32', [2, 1], 0, 8)), output), {
      ...shape,
      says: ["'0.bias'", '[2]', 'got [1]'],
    });
    expectLesson(() => fromSafetensors(smallLayer(undefined, tensor('F32', [], 8, 12)), output), {
      ...shape,
      says: ['got []'],
    });
    const names = `"0.weight":${tensor('F32', [1, 2], 0, 8)},"0.bias":${tensor('F32', [1], 8, 12)},"2.weight":${tensor('F32', [1, 2], 12, 20)},"2.bias":${tensor('F32', [1], 20, 24)}`;
    const file = fileOf(`{${names}}`, float32Bytes([1, 2, 3, 4, 5, 6]));
    expectLesson(() => fromSafetensors(file, { hidden: relu, ...output }), {
      ...shape,
      says: ["'2.weight'", '[1, 1]', 'got [1, 2]'],
    });
  });

  it('have weights, perhaps biases, and nothing else (case 92)', () => {
    const bias = fileOf(`{"0.bias":${one}}`, four);
    expectLesson(() => fromSafetensors(bias), { ...format, says: ["'0.weight'", 'got none'] });
    const more = fileOf(`{"1.running_mean":${one}}`, four);
    expectLesson(() => fromSafetensors(more), { ...format, says: ['1.running_mean', 'Only dense layers'] });
    expectLesson(() => fromSafetensors(fileOf('{}')), { ...format, says: ['no tensors'] });
  });
});
