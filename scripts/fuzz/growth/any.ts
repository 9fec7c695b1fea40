// Files of every reader with one piece, wherever it stands, many times over, inside itself, or very long. Nothing is aimed at: this is
// for what no other grower covers.
import fc from 'fast-check';
import { type Json, readJson, writeJson } from '../../../test/support/plainJson.js';
import { decode, encode, join } from '../edits.js';
import { signed } from '../structure/checkpoint.js';
import { type Field, readFields, varint, writeFields } from '../structure/protobufFields.js';
import { fileOf, partsOf } from '../structure/safetensors.js';
import { tensorFlowFiles } from '../structure/tensorflow.js';
import { type Target, targets } from '../targets.js';
import type { Grower } from './Grower.js';
import { bytesOf, nested } from './protobuf.js';
import { listed, times } from './text.js';

type Draw = () => number;
const pick = <Item>(items: readonly Item[], draw: Draw): Item => items[Math.floor(draw() * items.length)] as Item;

/** Text that stands for a piece that is put in when all else is written. */
const HERE = '@@here@@';

/** A text of JSON in which one value is repeated, nested or stretched. */
function grownJson(text: string, size: number, draw: Draw): string {
  const all: Json[] = [];
  const visit = (value: Json): void => {
    all.push(value);
    if ('fields' in value) for (const [, each] of value.fields) visit(each);
    if ('items' in value) for (const each of value.items) visit(each);
  };
  const whole = readJson(text);
  visit(whole);
  const chosen = pick(all, draw);
  const put = (value: Json): Json => {
    if (value === chosen) return { text: HERE };
    if ('items' in value) return { items: value.items.map(put) };
    return 'fields' in value ? { fields: value.fields.map(([key, each]) => [key, put(each)]) } : value;
  };
  const one = writeJson(chosen);
  const grown = pick(
    [
      () => listed(one, size),
      () => `[${listed(one, size)}]`,
      () => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
      () => times('{"a":', size),
      () => `"${'x'.repeat(size)}"`,
      () => `"${'1'.repeat(size)}"`,
      () => '1'.repeat(size),
      () => `{${listed('"a":1', size)}}`,
      () => ' '.repeat(size) + one,
    ],
    draw,
  )();
  return writeJson(put(whole)).replace(`"${HERE}"`, () => grown);
}

/** A file of Protocol Buffers in which one field is repeated, nested or stretched. */
function grownFields(bytes: Uint8Array, size: number, draw: Draw): Uint8Array {
  const fields = readFields(bytes);
  const all: Field[] = [];
  const visit = (each: Field): void => {
    all.push(each);
    if (Array.isArray(each.value)) each.value.forEach(visit);
  };
  fields.forEach(visit);
  const chosen = pick(all, draw);
  const one = writeFields([chosen]);
  const empty = writeFields([{ ...chosen, kind: 2n, value: new Uint8Array(0) }]);
  const grown = pick(
    [
      () => new Uint8Array(Buffer.alloc(Math.max(1, Math.floor(size / one.length)) * one.length, one)),
      () => new Uint8Array(Buffer.alloc(Math.floor(size / empty.length) * empty.length, empty)),
      () => join(varint((chosen.number << 3n) | 2n), varint(BigInt(size)), new Uint8Array(size)),
      () => bytesOf(nested(Number(chosen.number), size)),
    ],
    draw,
  )();
  // Numbers are written from their bytes alone: a field of this kind is what was grown, as it is.
  const put = (each: Field): readonly Field[] => {
    if (each === chosen) return [{ number: 0n, kind: 9n, value: grown }];
    return [Array.isArray(each.value) ? { ...each, value: each.value.flatMap(put) } : each];
  };
  return written(fields.flatMap(put));
}

function written(fields: readonly Field[]): Uint8Array {
  const parts = fields.map((each) => {
    if (each.kind === 9n) return each.value as Uint8Array;
    if (!Array.isArray(each.value)) return writeFields([each]);
    const inner = written(each.value);
    return join(varint((each.number << 3n) | 2n), varint(BigInt(inner.length)), inner);
  });
  return new Uint8Array(Buffer.concat(parts));
}

/** Bytes of which a few are repeated. */
function grownBytes(bytes: Uint8Array, size: number, draw: Draw): Uint8Array {
  const start = Math.floor(draw() * bytes.length);
  const part = bytes.slice(start, start + 1 + Math.floor(40 * draw() * draw()));
  return join(bytes.slice(0, start), new Uint8Array(Buffer.alloc(size, part)), bytes.slice(start + part.length));
}

function grownTensorFlow(bytes: Uint8Array, size: number, draw: Draw): Uint8Array {
  const { 'model.json': text, 'group1-shard1of1.bin': weights } = tensorFlowFiles(bytes);
  const grown = encode(grownJson(decode(text), size, draw));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(grown.length);
  return join(length, grown, weights);
}

function grownSafetensors(bytes: Uint8Array, size: number, draw: Draw): Uint8Array {
  const { header, data } = partsOf(bytes);
  return fileOf({ header: grownJson(header, Math.min(size, 2 ** 22 - 2 ** 16), draw), data });
}

function grownCheckpoint(bytes: Uint8Array, size: number, draw: Draw): Uint8Array {
  const file = grownSafetensors(bytes, size, draw);
  try {
    return fileOf(signed(partsOf(file)));
  } catch {
    // No JSON any more: it has no fingerprint either.
    return file;
  }
}

function growthOf({ name }: Target): (bytes: Uint8Array, size: number, draw: Draw) => Uint8Array {
  if (name.startsWith('json')) return (bytes, size, draw) => encode(grownJson(decode(bytes), size, draw));
  if (name.startsWith('onnx')) return grownFields;
  if (name.startsWith('tensorflow')) return grownTensorFlow;
  if (name.startsWith('safetensors')) return grownSafetensors;
  return name.startsWith('checkpoint') ? grownCheckpoint : grownBytes;
}

export const anyGrowers: readonly Grower[] = targets.map((target) => ({
  reader: target.name,
  name: `${target.name}: any piece`,
  make(size, draw) {
    const [bytes] = fc.sample(target.whole, { seed: Math.floor(draw() * 2 ** 31), numRuns: 1 });
    return growthOf(target)(bytes as Uint8Array, size, draw);
  },
  most: 2 ** 20,
}));
