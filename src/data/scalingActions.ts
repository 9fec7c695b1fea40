// Applies scalings of either kind to data sets and inputs.
import { ArgumentError, NumericError, ShapeError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { describe, wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import type { Dataset } from './Dataset.js';
import { datasetWith } from './datasetWith.js';
import { checkSameColumns } from './matchedData.js';
import type { ScalingActions } from './Scaling.js';

/** The names and warnings of a scaling. */
export interface ScalingWords {
  /** [width] */
  readonly columnNames: readonly string[] | undefined;
  readonly warnings: readonly string[];
}

/** The scaling of the numbers in a piece of memory: parts of scaled data, and data with other classes, share it. */
const scaledBy = /* @__PURE__ */ new WeakMap<ArrayBufferLike, readonly Float64Array[]>();

/** (x - offset) / size in float64, column by column; 0 where the size is 0. */
export function scalingActions(offsets: Float64Array, sizes: Float64Array, words: ScalingWords): ScalingActions {
  const width = offsets.length;
  const columnNames = words.columnNames && Object.freeze([...words.columnNames]);

  function scaleInPlace(what: string, input: Float32Array): void {
    for (let column = 0; column < width; column++) {
      const x = input[column];
      input[column] = sizes[column] === 0 ? 0 : (x - offsets[column]) / sizes[column];
      if (!Number.isFinite(input[column])) {
        const remedy = 'It lies too far from the data the scaling was learned from.';
        const name = columnNames === undefined ? '' : `, column ${describe(columnNames[column])}`;
        throw new NumericError(wording(`${what}[${column}]${name}`, 'a number that can be scaled', `${x}`, remedy));
      }
    }
  }

  return {
    width,
    columnNames,
    warnings: Object.freeze([...words.warnings]),
    apply(given: Dataset): Dataset {
      const data = checkDataset('scaling.apply: data', given);
      if (data.width !== width) {
        const remedy = 'The scaling was learned from data of that width.';
        throw new ShapeError(wording('scaling.apply: data.width', `${width}`, `${data.width}`, remedy));
      }
      checkSameColumns('scaling.apply: data', data.columnNames, columnNames);
      const before = scaledBy.get(data.inputs.buffer);
      if (before !== undefined && same(before[0], offsets) && same(before[1], sizes)) {
        const remedy = 'Give the data as it was before the scaling: a classifier scales it by itself.';
        throw new ArgumentError(
          wording('scaling.apply: data', 'data that is not scaled yet', 'data that this scaling has scaled already', remedy),
        );
      }
      const inputs = new Float32Array(data.count * width);
      for (let index = 0; index < data.count; index++) {
        const row = inputs.subarray(index * width, (index + 1) * width);
        data.readInput(row, index);
        scaleInPlace(`scaling.apply: inputs[${index}]`, row);
      }
      // A scaling that changes nothing may be done again.
      if (offsets.some((offset) => offset !== 0) || sizes.some((size) => size !== 0 && size !== 1)) {
        scaledBy.set(inputs.buffer, [offsets, sizes]);
      }
      return datasetWith(data, { inputs });
    },
    applyInput(given: Numbers): Float32Array {
      const input = readNumbers('scaling.applyInput: input', given, width);
      scaleInPlace('scaling.applyInput: input', input);
      return input;
    },
  };
}

function same(one: Float64Array, other: Float64Array): boolean {
  return one.every((value, column) => value === other[column]);
}
