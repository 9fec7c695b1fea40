// Checkpoints that grow, with fingerprints that are right: their records, their texts, and tensors that are not asked for.
import { encode } from '../edits.js';
import { signed } from '../structure/checkpoint.js';
import { fileOf, type Parts, partsOf } from '../structure/safetensors.js';
import { trainings } from '../trainings.js';
import type { Grower } from './Grower.js';
import { counted, listed, times } from './text.js';

const grow = (name: string, edit: (parts: Parts, size: number) => Parts, most = 2 ** 21): Grower[] =>
  trainings.map(({ name: training, saved }) => ({
    reader: `checkpoint-${training}`,
    name: `checkpoint-${training}: ${name}`,
    make: (size) => fileOf(signed(edit(partsOf(saved.at(-1) as Uint8Array), size))),
    most,
  }));

/** The header with more fields at its end. */
const more = (header: string, fields: string) => header.trimEnd().replace(/\}$/, `,${fields}}`);
/** The text that says where the training stands, with more in it. */
const inPlace = (header: string, text: string) =>
  header.replace(/("glassbox-nn checkpoint":"\{)/, (found) => found + text.replace(/["\\]/g, '\\$&'));

export const checkpointGrowers: readonly Grower[] = [
  ...grow(
    'empty tensors',
    ({ header, data }, size) => ({
      header: more(
        header,
        counted(size, (at) => `"t${at}":{"dtype":"F32","shape":[0],"data_offsets":[${data.length},${data.length}]}`),
      ),
      data,
    }),
    2 ** 20,
  ),
  ...grow('a large tensor', ({ header, data }, size) => ({
    header: more(header, `"more":{"dtype":"F32","shape":[${size / 4}],"data_offsets":[${data.length},${data.length + size}]}`),
    data: new Uint8Array(Buffer.concat([data, Buffer.alloc(size)])),
  })),
  ...grow('keys of the place', ({ header, data }, size) => ({
    header: inPlace(header, `${counted(size, (at) => `"k${at}":0`)},`),
    data,
  })),
  ...grow('brackets in the place', ({ header, data }, size) => ({ header: inPlace(header, `"a":${'['.repeat(size)}`), data })),
  ...grow('digits in the place', ({ header, data }, size) => ({
    header: inPlace(header, `"batch":${'1'.repeat(size)},`),
    data,
  })),
  ...grow('one key many times', ({ header, data }, size) => ({ header: inPlace(header, `${listed('"a":0', size)},`), data })),
  ...grow('a record of many epochs', ({ header, data }, size) => longer(header, data, size)),
];

/** Every record of the history with as many numbers as there is room for: what its tensor says, and zeros behind the rest. */
function longer(header: string, data: Uint8Array, size: number): Parts {
  const fields = JSON.parse(header) as Record<string, { shape?: number[]; data_offsets?: [number, number] }>;
  const name = Object.keys(fields).find((key) => key.includes('history'));
  const field = name === undefined ? undefined : fields[name];
  if (field?.shape === undefined || field.data_offsets === undefined)
    return { header, data: new Uint8Array([...data, ...encode(times('\0', size))]) };
  const [start, end] = field.data_offsets;
  const row = (end - start) / Math.max(1, field.shape[0] ?? 1);
  const count = Math.floor(size / Math.max(1, row));
  const grown = Buffer.alloc(count * row, data.subarray(start, end));
  const by = grown.length - (end - start);
  field.shape[0] = count;
  for (const each of Object.values(fields)) {
    if (each.data_offsets === undefined || each === field) continue;
    each.data_offsets = each.data_offsets.map((at) => (at >= end ? at + by : at)) as [number, number];
  }
  field.data_offsets = [start, end + by];
  return {
    header: JSON.stringify(fields),
    data: new Uint8Array(Buffer.concat([data.subarray(0, start), grown, data.subarray(end)])),
  };
}
