// What every scaling does to data sets and inputs, whatever it does to a number.
import { NumericError, ShapeError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { describe, wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import { checkSameColumns } from './columnNames.js';
import type { Dataset } from './Dataset.js';
import { datasetWith } from './datasetWith.js';
import type { ScalingActions } from './Scaling.js';

/** What is said of a scaling, beside its numbers. */
export interface ScalingWords {
  /** [width] */
  readonly columnNames?: readonly string[] | undefined;
  readonly warnings?: readonly string[];
}

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
    warnings: Object.freeze([...(words.warnings ?? [])]),
    apply(given: Dataset): Dataset {
      const data = checkDataset('scaling.apply: data', given);
      if (data.width !== width) {
        const remedy = 'The scaling was learned from data of that width.';
        throw new ShapeError(wording('scaling.apply: data.width', `${width}`, `${data.width}`, remedy));
      }
      checkSameColumns('scaling.apply: data', data.columnNames, columnNames);
      const inputs = new Float32Array(data.count * width);
      for (let index = 0; index < data.count; index++) {
        const row = inputs.subarray(index * width, (index + 1) * width);
        data.readInput(row, index);
        scaleInPlace(`scaling.apply: inputs[${index}]`, row);
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
