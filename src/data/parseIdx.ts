// Reads the numbers of an IDX file.
import { fileBytes } from './bytes.js';
import { readIdxHeader } from './idxHeader.js';
import { countOf, type IdxTensor } from './idxTypes.js';

/**
 * Reads an IDX file, the format MNIST comes in: any of its six types, one to four dimensions.
 *
 * Source: the format's description on Y. LeCun's page "The MNIST database of handwritten digits".
 *
 * @param bytes - The whole file. It is copied, and not changed.
 * @returns The type, the shape (images are [count, rows, columns]) and the numbers, the last dimension fastest.
 * @throws {@link FormatError} with the byte offset, for a file that is damaged, cut short, packed, or no IDX file at all.
 * @throws {@link LimitError} for a file that says it holds more than 2 GiB, before anything is allocated.
 *
 * @example
 * ```ts
 * import { parseIdx } from 'glassbox-nn/data';
 *
 * const file = Uint8Array.of(0, 0, 0x08, 2, 0, 0, 0, 1, 0, 0, 0, 3, 7, 8, 9);
 * parseIdx(file); // => { type: 'uint8', shape: [ 1, 3 ], data: Uint8Array(3) [ 7, 8, 9 ] }
 * ```
 */
export function parseIdx(bytes: Uint8Array | ArrayBuffer): IdxTensor {
  return readIdx('parseIdx', bytes);
}

/** As {@link parseIdx}; `what` begins the errors. */
export function readIdx(what: string, given: unknown): IdxTensor {
  const bytes = fileBytes(what, given);
  const { type, shape, start } = readIdxHeader(what, bytes);
  const data = type.create(countOf(shape));
  if (data instanceof Uint8Array) {
    data.set(bytes.subarray(start));
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start);
    for (let index = 0; index < data.length; index++) data[index] = type.read(view, index * type.size);
  }
  return { type: type.type, shape, data } as IdxTensor;
}
