// Some examples of a data set: those in a row, in views of its arrays, or those at any places, copied.
import { wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { lengthIn } from '../support/numbers.js';
import { describe, wording } from '../support/wording.js';
import { isPlain } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import type { DatasetFields } from './datasetFields.js';

/** The numbers of examples: of a whole number each. */
type Places = readonly number[] | Uint32Array;

/** The examples from `first` up to, and not including, `past`; of data with a custom reader, what it reads. */
export function sliceAt(data: Dataset, first: number, past: number): DatasetFields {
  if (!isPlain(data))
    return piecesAt(
      data,
      Uint32Array.from({ length: past - first }, (_, place) => first + place),
    );
  const { inputs, width, labels, targets, targetWidth, sampleWeights } = data;
  return {
    ...data,
    count: past - first,
    inputs: inputs.subarray(first * width, past * width),
    labels: labels?.subarray(first, past),
    targets: targets?.subarray(first * targetWidth, past * targetWidth),
    sampleWeights: sampleWeights?.subarray(first, past),
  };
}

/** The places, checked: each is that of an example. `what` names them in errors. */
export function checkPlaces(
  indices: ArrayLike<number>,
  count: number,
  what = 'dataset.select: indices',
  of = 'examples',
): number[] {
  const length = lengthIn(indices);
  if (length === undefined) {
    throw new ArgumentError(wording(what, 'an array of whole numbers', describe(indices)));
  }
  const places: number[] = [];
  for (let i = 0; i < length; i++) {
    const place = indices[i];
    if (!(Number.isInteger(place) && place >= 0 && place < count)) {
      wholeNumber(`${what}[${i}]`, place, 0, count - 1, `There are ${count} ${of}.`);
    }
    places.push(place);
  }
  return places;
}

/** The examples at `places`, in this order. Of data with a custom reader, what it reads: the reader itself cannot be kept. */
export function piecesAt(data: Dataset, places: Places): DatasetFields {
  const { inputs, width, labels, targets, targetWidth, sampleWeights } = data;
  const chosen = {
    ...data,
    count: places.length,
    labels: labels && selectRows(labels, 1, places),
    sampleWeights: sampleWeights && selectRows(sampleWeights, 1, places),
  };
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
function selectRows<A extends Uint8Array | Float32Array | Int32Array>(array: A, width: number, places: Places): A {
  const selected = new (array.constructor as new (length: number) => A)(places.length * width);
  places.forEach((place, row) => {
    selected.set(array.subarray(place * width, (place + 1) * width), row * width);
  });
  return selected;
}

/** [places, width] */
function readRows(places: Places, width: number, read: (row: Float32Array, place: number) => void): Float32Array {
  const rows = new Float32Array(places.length * width);
  places.forEach((place, index) => {
    read(rows.subarray(index * width, (index + 1) * width), place);
  });
  return rows;
}
