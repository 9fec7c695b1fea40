// Writes numbers as an IDX file.
import { bytesOf, wholeNumber } from '../support/checks.js';
import { ArgumentError, LimitError, ShapeError } from '../support/errors.js';
import { isList, readable } from '../support/views.js';
import { describe, viewName, wording } from '../support/wording.js';
import { countOf, IDX_TYPES, type IdxTensor, type IdxType, MOST_DIMENSIONS, MOST_IDX_BYTES } from './idxTypes.js';

/**
 * Writes an IDX file, which `parseIdx` and every program that knows MNIST's format reads back.
 *
 * @param tensor - The type, the shape (one to four dimensions) and the numbers, the last dimension fastest.
 * @returns The bytes of the file.
 * @throws {@link ArgumentError} for an unknown type, or an array of another type than `type` says.
 * @throws {@link ShapeError} if the shape and the numbers do not agree.
 * @throws {@link LimitError} for more than 2 GiB.
 *
 * @example
 * ```ts
 * import { toIdx } from 'glassbox-nn/data';
 *
 * const file = toIdx({ type: 'uint8', shape: [2], data: Uint8Array.of(5, 0) });
 * String(file); // => '0,0,8,1,0,0,0,2,5,0'
 * ```
 */
export function toIdx(tensor: IdxTensor): Uint8Array {
  if (typeof tensor !== 'object' || tensor === null) {
    throw new ArgumentError(wording('toIdx', '{ type, shape, data }', describe(tensor)));
  }
  const { type: name, shape: givenShape, data } = readable<IdxTensor>(tensor);
  const type = IDX_TYPES.find((known) => known.type === name);
  if (type === undefined) {
    const known = IDX_TYPES.map((each) => each.type).join(', ');
    throw new ArgumentError(wording('toIdx: type', `one of ${known}`, describe(name)));
  }
  const shape = readShape(givenShape);
  checkData(type, shape, data);
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + data.length * type.size);
  const view = new DataView(bytes.buffer);
  bytes[2] = type.code;
  bytes[3] = shape.length;
  shape.forEach((size, dimension) => {
    view.setUint32(4 + 4 * dimension, size);
  });
  if (type.type === 'uint8') bytes.set(data, start);
  else for (let index = 0; index < data.length; index++) type.write(view, start + index * type.size, data[index]);
  return bytes;
}

function readShape(given: unknown): number[] {
  if (!isList(given) || given.length < 1 || given.length > MOST_DIMENSIONS) {
    throw new ArgumentError(wording('toIdx: shape', `1 to ${MOST_DIMENSIONS} sizes`, describe(given)));
  }
  return Array.from(given, (size, dimension) => wholeNumber(`toIdx: shape[${dimension}]`, size, 0, 2 ** 32 - 1));
}

function checkData(type: IdxType, shape: readonly number[], data: unknown): asserts data is IdxTensor['data'] {
  const kinds = [viewName(type.create(0)), ...(type.type === 'uint8' ? ['Uint8ClampedArray'] : [])];
  if (!ArrayBuffer.isView(data) || !kinds.includes(viewName(data))) {
    throw new ArgumentError(wording('toIdx: data', `a ${kinds[0]}, for type ${type.type}`, describe(data)));
  }
  bytesOf('toIdx: data', data.buffer);
  const count = countOf(shape);
  if (count * type.size > MOST_IDX_BYTES) {
    throw new LimitError(
      wording('toIdx: shape', `at most ${MOST_IDX_BYTES} bytes`, `${count * type.size}`, 'Write several files.'),
    );
  }
  const length = data.byteLength / type.size;
  if (length !== count) {
    throw new ShapeError(wording('toIdx: data', `${count} numbers, for shape ${shape.join(' x ')}`, `${length}`));
  }
}
