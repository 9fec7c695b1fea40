// Reads the tensors of a safetensors file.
import { fileBytes } from '../../data/bytes.js';
import { readHeader, tableAt } from './safetensorsHeader.js';
import type { Safetensors, SafetensorsTensor } from './safetensorsTypes.js';
import { readEntries, readMetadata, type TensorEntry } from './tensorEntries.js';

/**
 * Reads a safetensors file: tensors of float64, float32, float16 and bfloat16 by name, and the texts of its metadata. Nothing of a
 * file is ever run, and all of it is checked before the first number is read.
 *
 * Source: the [format's description](https://github.com/huggingface/safetensors#format), and stricter: a key must not come twice, every
 * byte belongs to just one tensor, and a header has at most 4 MiB and 20,000 tensors. The numbers themselves are not checked: NaN is
 * allowed here, and {@link fromSafetensors} refuses it.
 *
 * @param bytes - The whole file. It is copied, and not changed.
 * @returns The tensors and the metadata.
 * @throws {@link FormatError} with the byte offset or the path of the fault, for a file that is damaged, cut short, or none.
 * @throws {@link LimitError} for more than the limits above, before anything of that size is made.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { parseSafetensors, toSafetensors } from 'glassbox-nn/formats';
 *
 * const { tensors } = parseSafetensors(toSafetensors(new Network([784, 16, 10])));
 * [...tensors.keys()]; // => [ '0.weight', '0.bias', '2.weight', '2.bias' ]
 * tensors.get('0.weight')?.shape; // => [ 16, 784 ]
 * ```
 */
export function parseSafetensors(bytes: Uint8Array | ArrayBuffer): Safetensors {
  const { tensors, metadata } = readSafetensors('parseSafetensors', fileBytes('parseSafetensors: bytes', bytes));
  return { tensors, metadata };
}

/** As {@link parseSafetensors}, and where the numbers begin; `what` begins the errors. */
export function readSafetensors(what: string, bytes: Uint8Array): Safetensors & { readonly start: number } {
  const { fields, start } = readHeader(what, bytes);
  const table = tableAt(`${what}: header`, fields);
  const metadata = readMetadata(what, table);
  const entries = readEntries(what, table, start, bytes.length - start);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  return { tensors: new Map(entries.map((entry) => [entry.name, readTensor(view, entry)])), metadata, start };
}

function readTensor(view: DataView, { type, shape, count, begin }: TensorEntry): SafetensorsTensor {
  const { dtype, create, read, size } = type;
  const data = create(count);
  // Number by number, since neither the place in the file nor the order of bytes need be this machine's.
  for (let index = 0; index < count; index++) data[index] = read(view, begin + index * size);
  return { dtype, shape, data };
}
