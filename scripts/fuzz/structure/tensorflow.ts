// The two files of TensorFlow.js as one: how long model.json is, in four bytes, that text, and the weights; and edits of the text.
import fc from 'fast-check';
import type { toTensorFlow } from 'glassbox-nn/formats';
import { decode, type Edit, encode, join, lenient } from '../edits.js';
import { jsonEdit } from './json.js';

function fileOf(text: Uint8Array, weights: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return join(length, text, weights);
}

/** What was written, as one file. */
export function tensorFlowFile(files: ReturnType<typeof toTensorFlow>): Uint8Array {
  return fileOf(encode(files['model.json']), files['group1-shard1of1.bin']);
}

/** The same, taken apart again. */
export function tensorFlowFiles(bytes: Uint8Array): { 'model.json': Uint8Array; 'group1-shard1of1.bin': Uint8Array } {
  const end = bytes.length < 4 ? 4 : 4 + Buffer.from(bytes.subarray(0, 4)).readUInt32LE(0);
  return { 'model.json': bytes.subarray(4, end), 'group1-shard1of1.bin': bytes.subarray(end) };
}

export const tensorFlowEdit: fc.Arbitrary<Edit> = fc.array(jsonEdit, { minLength: 1, maxLength: 2 }).map((edits) =>
  lenient((bytes) => {
    const { 'model.json': text, 'group1-shard1of1.bin': weights } = tensorFlowFiles(bytes);
    return fileOf(encode(edits.reduce((now, edit) => edit(now), decode(text))), weights);
  }),
);
