// Some examples of a data set, copied into arrays of their own.
import type { Dataset, DatasetFields } from './Dataset.js';
import { isPlain } from './plainInputs.js';

/** The examples at `places`, in this order. Of data with a reader of its own, what it reads: the reader itself cannot be kept. */
export function piecesAt(data: Dataset, places: readonly number[]): DatasetFields {
  const { inputs, width, labels, targets, targetWidth } = data;
  const chosen = { ...data, count: places.length, labels: labels && selectRows(labels, 1, places) };
  if (isPlain(data)) {
    return {
      ...chosen,
      inputs: selectRows(inputs, width, places),
      targets: targets && selectRows(targets, targetWidth, places),
    };
  }
  const hasTargets = targets !== undefined || labels === undefined;
  return {
    ...chosen,
    inputs: readRows(places, width, (row, place) => data.readInput(row, place)),
    scale: 1,
    targets: hasTargets ? readRows(places, targetWidth, (row, place) => data.readTarget(row, place)) : undefined,
  };
}

/** The rows at `places` of `array` [rows, width], as a new array of the same kind. */
function selectRows<A extends Uint8Array | Float32Array | Int32Array>(array: A, width: number, places: readonly number[]): A {
  const selected = new (array.constructor as new (length: number) => A)(places.length * width);
  places.forEach((place, row) => {
    selected.set(array.subarray(place * width, (place + 1) * width), row * width);
  });
  return selected;
}

/** [places, width] */
function readRows(places: readonly number[], width: number, read: (row: Float32Array, place: number) => void): Float32Array {
  const rows = new Float32Array(places.length * width);
  places.forEach((place, index) => {
    read(rows.subarray(index * width, (index + 1) * width), place);
  });
  return rows;
}
