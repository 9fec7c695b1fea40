// Words of files in errors: in one line that moves no terminal, and short, whatever reader meets them and wherever they stand (case 262).
import { classifier, fit, identity, Network, regressor, relu, softmax } from 'glassbox-nn';
import { dataset, parseCsv, parseNpy, parseNpz, prepare, standardize, table } from 'glassbox-nn/data';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  parseSafetensors,
  toJson,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from '../src/formats/checkpoint/checkpointFile.js';
import { file, node, tensor, textField } from './formats/onnx/graphs.js';
import { fileOf } from './formats/safetensors/files.js';
import { placeInMemory } from './support/savedPlaces.js';

const WORDS = {
  'an escape sequence': '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  'new lines': 'a\nb\r\nc\u2028d\u2029e\u0085f',
  'a turn of the direction': '\u202Egnp.exe\u2066\u200F\uFEFF',
  'half of a character': 'a\ud800b\udc00',
  'a long word': 'long '.repeat(10_000),
  'a long word of escapes': '\u001b'.repeat(10_000),
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function replaced<T>(list: readonly T[], place: number, item: T): T[] {
  return list.map((other, index) => (index === place ? item : other));
}

/** Copies of a value, in each of which one text, number or key is another word. */
function* spoilt(value: Json, word: string): Generator<Json> {
  if (typeof value !== 'object') yield word;
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of spoilt(item, word)) yield replaced(value, index, other);
    }
    yield [...value, word];
  } else if (value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield { ...rest, [word]: item };
      for (const other of spoilt(item, word)) yield { ...value, [key]: other };
    }
  }
}

/** What is thrown must be one of our errors, and be bearable. Whether anything was. */
async function isRefused(read: () => unknown): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    const { message, path = '', code } = error as Error & { readonly path?: string; readonly code?: string };
    expect(code, message.slice(0, 300)).toMatch(/^(ARGUMENT|OUT_OF_RANGE|SHAPE|LIMIT|FORMAT|NUMERIC|STATE)$/);
    for (const text of [message, path]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
      expect(text.length).toBeLessThan(1_500);
    }
    return true;
  }
}

/** The header of a safetensors file as a value, and the bytes of its numbers. */
function partsOf(bytes: Uint8Array): { header: Json; numbers: number[] } {
  const end = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(8, end))), numbers: [...bytes.subarray(end)] };
}

const data = dataset({
  inputs: [
    [1, 2],
    [3, 5],
    [4, 1],
  ],
  labels: ['ant', 'bee', 'cat'],
  columnNames: ['x', 'y'],
});
const network = new Network([2, 2, 3], { hidden: relu, output: softmax });
network.classNames = ['ant', 'bee', 'cat'];
const model = classifier(network, { scaling: standardize(data), classNames: ['Ant', 'Bee', 'Cat'] });
const kind = 'classifier';

/** For each reader, files in which one place has the word. */
const READERS: Readonly<Record<string, (word: string) => Iterable<() => unknown>>> = {
  *fromJson(word) {
    const value: Json = JSON.parse(toJson(model));
    for (const other of spoilt(value, word)) yield () => fromJson(JSON.stringify(other), { kind });
    for (const text of [word, `${word}.json`, `https://${word}`, `<html>${word}`, `{"a":1}${word}`, `{"a": ${word}}`]) {
      yield () => fromJson(text);
    }
    const key = JSON.stringify(word);
    yield () => fromJson(`{${key}: 1, ${key}: 2}`);
  },
  *fromSafetensors(word) {
    const { header, numbers } = partsOf(toSafetensors(model));
    const { __metadata__: metadata, ...tensors } = header as { [key: string]: Json };
    for (const other of spoilt(header, word)) yield () => fromSafetensors(fileOf(JSON.stringify(other), numbers), { kind });
    for (const other of spoilt(tensors, word)) yield () => fromSafetensors(fileOf(JSON.stringify(other), numbers));
    const { 'glassbox-nn': own, ...others } = metadata as { [key: string]: string };
    for (const other of spoilt(JSON.parse(own as string), word)) {
      const text = JSON.stringify({ ...tensors, __metadata__: { ...others, 'glassbox-nn': JSON.stringify(other) } });
      yield () => fromSafetensors(fileOf(text, numbers), { kind });
    }
  },
  *parseSafetensors(word) {
    const { header, numbers } = partsOf(toSafetensors(network));
    for (const other of spoilt(header, word)) yield () => parseSafetensors(fileOf(JSON.stringify(other), numbers));
    yield () => parseSafetensors(fileOf(JSON.stringify({ __metadata__: { [word]: 1 } })));
  },
  *fromTensorFlow(word) {
    const files = toTensorFlow(model);
    const value: Json = JSON.parse(files['model.json']);
    for (const other of spoilt(value, word))
      yield () => fromTensorFlow({ ...files, 'model.json': JSON.stringify(other) }, { kind });
    yield () => fromTensorFlow({ [word]: '' });
  },
  *fromOnnx(word) {
    const weights = tensor('w', [2, 2], [1, 2, 3, 4]);
    const named = (op: string, from: string, by: string, to: string, attribute: string) =>
      file([node(op, [from, by], to, [textField(1, attribute)])], [weights, tensor(by, [2, 2], [1, 2, 3, 4])]);
    const words = ['MatMul', 'x', 'v', 'y', 'alpha'];
    for (const place of words.keys()) {
      const [op, from, by, to, attribute] = replaced(words, place, word) as [string, string, string, string, string];
      yield () => fromOnnx(named(op, from, by, to, attribute));
    }
    yield () => fromOnnx(file([node('MatMul', ['x', word], 'y')], [weights]));
  },
  *table(word) {
    const quoted = `"${word.replaceAll('"', '""')}"`;
    const onWarning = () => {};
    yield () => table(`${quoted},b\n1,x,3\n`, { header: true });
    yield () => table(`${quoted},b\nx,2\n`, { header: true, kinds: { [word.trim()]: 'number' } });
    yield () => table(`a,b\n1,${quoted}\n`, { header: true, kinds: { b: 'yes/no' } });
    yield () => table(`${quoted},${quoted}\n1,2\n`, { header: true });
    yield () => table([{ [word]: [1] }] as never);
    yield () => table([{ a: 1 }], { kinds: { [word]: 'word' } });
    const known = table(
      [
        { a: 1, [word]: 'x', y: 1 },
        { a: 2, [word]: 'z', y: 2 },
      ],
      { onWarning },
    );
    yield () => prepare(known, { target: 'none' });
    yield () => prepare(known, { target: 'y', columns: { [word]: { missing: 'mean' } } });
    const prepared = prepare(known, { target: 'y' });
    yield () => prepared.applyRow({ a: 1 });
    yield () => prepared.applyRow({ a: 1, [word]: word });
    yield () => prepared.applyRow({ a: word, [word]: 'x' });
    yield () => known.column(`${word}x`);
    const model = regressor(new Network([3, 1], { output: identity }), { preparation: prepared });
    yield () => toJson(model);
    if (word.length > 10_000) return;
    for (const other of spoilt(JSON.parse(toJson(model)), word))
      yield () => fromJson(JSON.stringify(other), { kind: 'regressor' });
  },
  *parseCsv(word) {
    const quoted = `"${word.replaceAll('"', '""')}"`;
    yield () => parseCsv(`${quoted},b\n1,x\n`, { header: true });
    yield () => parseCsv(`a,b\n1,${quoted}\n`, { header: true });
    yield () => parseCsv(`${quoted},b\n1,2\n`, { header: true, inputs: ['c'] });
    yield () => parseCsv(`${quoted},${quoted}\n1,2\n`, { header: true, inputs: [word] });
    yield () => parseCsv(`a,b\n1,${quoted}\n`, { header: true, label: 'b', classes: ['x', 'y'] });
    yield () => parseCsv(`a,b\n1,${quoted}\n2,${quoted}\n`, { header: true, label: 'b', labelKind: 'numbers' });
  },
  *dataset(word) {
    const inputs = [[1], [2]];
    yield () => dataset({ inputs, labels: [word, 'a'], classes: ['a', 'b'] });
    yield () => dataset({ inputs, labels: [0, word as never] });
    yield () => dataset({ inputs, labels: [0, 1], columnNames: [word, word] });
    const named = dataset({ inputs: [[1, 2]], labels: [word], columnNames: [word, 'y'] });
    yield () => standardize(data).apply(named);
    yield () => fit(network, named);
  },
  *fit(word) {
    for (const place of ['optimizer', word]) {
      yield async () => {
        const { checkpoint, saved } = placeInMemory({ everyEpochs: 1 });
        const fresh = () => new Network([2, 3], { output: softmax });
        await fit(fresh(), data, { epochs: 1, checkpoint });
        const { place: at, training, tensors } = readCheckpoint('checkpoint', saved[0] as Uint8Array);
        const written = Array.from(tensors, ([name, { shape, data: numbers }]) => ({ name, shape, numbers }));
        const spoiled = writeCheckpoint(written, at, { ...training, [place]: word } as never, {});
        await fit(fresh(), data, { epochs: 1, checkpoint: placeInMemory({}, spoiled).checkpoint });
      };
    }
  },
};

describe.each(Object.entries(WORDS))('%s in a file', (_, word) => {
  it.each(Object.entries(READERS))('is short, and moves no terminal, in what %s says (case 262)', async (_name, files) => {
    let refused = 0;
    for (const read of files(word)) refused += Number(await isRefused(read));
    expect(refused).toBeGreaterThan(0);
  });
});

it('two names of 2 MB are as short (case 262)', async () => {
  const one = { dtype: 'F32', shape: [1, 1], data_offsets: [0, 4] };
  const [name, other] = ['1.'.repeat(1_000_000), '2.'.repeat(900_000)];
  const header = { [`${name}.weight`]: one, [`${other}.weight`]: { ...one, shape: [2, 2], data_offsets: [4, 20] } };
  const given = { hidden: relu, output: softmax };
  const file = fileOf(JSON.stringify(header), new Uint8Array(20));
  expect(await isRefused(() => fromSafetensors(file, given))).toBe(true);
});

it('a name of a .npz file is as short (case 262)', async () => {
  expect(await isRefused(() => parseNpz(Uint8Array.of(1), { names: [WORDS['a long word']] }))).toBe(true);
  expect(await isRefused(() => parseNpy(new TextEncoder().encode(`\u0093NUMPY${WORDS['a long word']}`)))).toBe(true);
});

it('letters that cannot be seen are written out, but for joiners and what makes an emoji (case 262)', () => {
  const says = (text: string) => {
    try {
      fromJson(JSON.stringify(text));
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  // Fillers of Hangul, a variation selector, a joiner of graphemes, a vowel of Khmer: none has a shape.
  for (const letter of ['\u115f', '\u1160', '\u3164', '\uffa0', '\ufe00', '\u034f', '\u17b4', '\u200b']) {
    expect(says(`a${letter}b`)).toContain(`'a\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}b'`);
  }
  for (const word of ['\u2764\ufe0f', '\u0646\u200c\u0645', '\ud83d\udc69\u200d\ud83d\ude80', '\ud55c\uad6d']) {
    expect(says(word)).toContain(`'${word}'`);
  }
});

it('warnings of labels that look alike are as short (case 262)', () => {
  for (const word of Object.values(WORDS)) {
    const warnings: string[] = [];
    dataset({ inputs: [[1], [2]], labels: [`${word}a`, `${word}A`], onWarning: (text) => warnings.push(text) });
    for (const text of warnings) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202e]/u);
      expect(text.length).toBeLessThan(1_500);
    }
  }
});
