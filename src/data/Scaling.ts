// A scaling: what was learned from one data set's inputs and can be done to any other's.
import { NumericError, ShapeError } from '../support/errors.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { wording } from '../support/wording.js';
import { checkDataset } from './checkDataset.js';
import { Dataset } from './Dataset.js';

/** A way to bring inputs to a common size. Learn it from the training data and apply the same one to all other data. */
export interface Scaling {
  /** How the scaling works: 'standard' takes the mean away and divides by the deviation. */
  readonly kind: 'standard';
  /** Mean of each column: [width]. */
  readonly means: Float64Array;
  /** Standard deviation of each column, 0 for one that never changes: [width]. */
  readonly deviations: Float64Array;
  /** What a person should know: which columns never change. */
  readonly warnings: readonly string[];
  /**
   * A new data set of scaled floats, with the same answers.
   *
   * @throws {@link ShapeError} for inputs of another width.
   */
  apply(data: Dataset): Dataset;
  /**
   * One input scaled, in a new array: [width]. Takes the numbers as the network saw them before the scaling.
   *
   * @throws {@link ShapeError} for an input of another width, {@link ArgumentError} for bytes.
   */
  applyInput(input: Numbers): Float32Array;
}

/** The scaling (x - mean) / deviation; 0 where the deviation is 0. */
export function standardScaling(means: Float64Array, deviations: Float64Array, warnings: readonly string[] = []): Scaling {
  const width = means.length;

  function scaleInPlace(what: string, input: Float32Array): void {
    for (let column = 0; column < width; column++) {
      const x = input[column];
      input[column] = deviations[column] === 0 ? 0 : (x - means[column]) / deviations[column];
      if (!Number.isFinite(input[column])) {
        const remedy = 'It lies too far from the data the scaling was learned from.';
        throw new NumericError(wording(`${what}[${column}]`, 'a number that can be scaled', `${x}`, remedy));
      }
    }
  }

  return Object.freeze({
    kind: 'standard',
    means,
    deviations,
    warnings: Object.freeze([...warnings]),
    apply(given: Dataset): Dataset {
      const data = checkDataset('scaling.apply: data', given);
      if (data.width !== width) {
        const remedy = 'The scaling was learned from data of that width.';
        throw new ShapeError(wording('scaling.apply: data.width', `${width}`, `${data.width}`, remedy));
      }
      const inputs = new Float32Array(data.count * width);
      for (let index = 0; index < data.count; index++) {
        const row = inputs.subarray(index * width, (index + 1) * width);
        data.readInput(row, index);
        scaleInPlace(`scaling.apply: inputs[${index}]`, row);
      }
      const { count, labels, targets, targetWidth, classes, classNames } = data;
      return new Dataset({
        inputs,
        scale: 1,
        width,
        count,
        labels: labels?.slice(),
        targets: targets?.slice(),
        targetWidth,
        classes,
        classNames,
      });
    },
    applyInput(given: Numbers): Float32Array {
      const input = readNumbers('scaling.applyInput: input', given, width);
      scaleInPlace('scaling.applyInput: input', input);
      return input;
    },
  });
}
