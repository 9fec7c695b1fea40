// Writes tensors as a safetensors file.
import { LimitError } from '../../support/errors.js';
import { encodeUtf8 } from '../../support/utf8.js';
import { wording } from '../../support/wording.js';
import { MOST_HEADER } from './safetensorsTypes.js';

/** Numbers begin at a multiple of this, so that readers may map a file into memory and use it as it lies there. */
const ALIGNMENT = 8;

/** Numbers that are to be written, under their name. */
export interface WrittenTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Float32Array | Float64Array;
}

/**
 * The whole file. Where there are float64 tensors, give them first, so that all lie aligned.
 *
 * @param metadataOf - The texts of the metadata, which may depend on the bytes of the numbers.
 */
export function writeSafetensors(
  tensors: readonly WrittenTensor[],
  metadataOf: (data: Uint8Array) => Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const data = dataOf(tensors);
  const header = encodeUtf8(headerText(tensors, metadataOf(data)));
  if (header.length > MOST_HEADER) {
    const remedy = 'Its scaling, its preparation or its names are too many for this format: save it with toJson.';
    throw new LimitError(wording('header of a safetensors file', `at most ${MOST_HEADER} bytes`, `${header.length}`, remedy));
  }
  const start = 8 + Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(start + data.length).fill(0x20, 8, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.set(header, 8);
  bytes.set(data, start);
  return bytes;
}

function dataOf(tensors: readonly WrittenTensor[]): Uint8Array {
  const data = new Uint8Array(tensors.reduce((sum, { numbers }) => sum + numbers.byteLength, 0));
  const view = new DataView(data.buffer);
  let at = 0;
  for (const { numbers } of tensors) {
    const size = numbers.BYTES_PER_ELEMENT;
    for (const number of numbers) {
      if (size === 8) view.setFloat64(at, number, true);
      else view.setFloat32(at, number, true);
      at += size;
    }
  }
  return data;
}

function headerText(tensors: readonly WrittenTensor[], metadata: Readonly<Record<string, string>>): string {
  const fields: Record<string, unknown> = { __metadata__: { format: 'pt', ...metadata } };
  let begin = 0;
  for (const { name, shape, numbers } of tensors) {
    const end = begin + numbers.byteLength;
    fields[name] = { dtype: numbers.BYTES_PER_ELEMENT === 8 ? 'F64' : 'F32', shape, data_offsets: [begin, end] };
    begin = end;
  }
  return JSON.stringify(fields);
}
