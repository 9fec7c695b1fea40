import { wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import type { CurveOptions } from './curves.js';
import type { ExampleNumbers } from './Measure.js';
import { answerOf, checkProbabilities, readClasses, scoresOf } from './readClasses.js';
import { sumOf } from './readRows.js';
import { readPositive } from './thresholds.js';

/** Options of {@link calibration}. */
export interface CalibrationOptions extends CurveOptions {
  /** The number of bins, all of the same width; from 1, and 10 if left out. */
  readonly bins?: number | undefined;
  /**
   * The index of the class whose probability is compared. Class 1 of two classes if left out; of more, the answer, whatever its class
   * is.
   */
  readonly positive?: number | undefined;
}

/** The examples whose probability lies in a bin. */
export interface CalibrationBin {
  /** The bin, above `from` and up to `to`; the first one holds 0 too. */
  readonly from: number;
  /** Its end. */
  readonly to: number;
  /** How many examples are in it, or the sum of their weights. */
  readonly count: number;
  /** The mean of their probabilities. */
  readonly probability: number;
  /** The share of them that are of the class, or whose answer is right. */
  readonly share: number;
}

/** How far probabilities can be taken at their word. */
export interface Calibration {
  /** The bins that have examples, from the lowest up. */
  readonly bins: readonly CalibrationBin[];
  /** The expected calibration error: the mean distance of share and probability, by how many examples a bin has. */
  readonly expectedCalibrationError: number;
}

/**
 * Calibration: whether what a network calls 80 % sure is right 80 times of 100. `calibrationDrawing` of `glassbox-nn/pictures` draws it.
 *
 * The bins are those of scikit-learn's `calibration_curve`.
 *
 * Source: C. Guo et al., "On calibration of modern neural networks" (2017).
 *
 * @param labels - The class of each example: [examples].
 * @param outputs - The outputs of softmax or sigmoid for each example, as for {@link rocCurve}.
 * @param options - `bins`, `positive`, `weights`.
 * @returns The bins, and the expected calibration error.
 * @throws {@link OutOfRangeError} for outputs below 0 or above 1, {@link ShapeError} or {@link ArgumentError} for what does not fit.
 *
 * @example
 * ```ts
 * import { calibration } from 'glassbox-nn';
 *
 * const { bins, expectedCalibrationError } = calibration([0, 0, 1, 1], [0.25, 0.25, 0.25, 0.75], { bins: 2 });
 * bins[1]; // => { from: 0.5, to: 1, count: 1, probability: 0.75, share: 1 }
 * expectedCalibrationError.toFixed(3); // => '0.125'
 * ```
 */
export function calibration(labels: ArrayLike<number>, outputs: ExampleNumbers, options?: CalibrationOptions): Calibration {
  const { bins: count = 10, positive, weights } = readOptions('calibration options', options, ['bins', 'positive', 'weights']);
  wholeNumber('calibration: bins', count, 1, 100_000);
  const given = readClasses('calibration', labels, outputs, weights);
  checkProbabilities('calibration', given.outputs);
  const { probabilities, isRight } = positive === undefined && given.classes > 2 ? ofAnswers(given) : ofClass(given, positive);
  const width = 1 / count;
  const sums = Array.from({ length: count }, () => ({ count: 0, probability: 0, share: 0 }));
  probabilities.forEach((probability, example) => {
    const sum = sums[binOf(probability, width, count)];
    sum.count += given.weights[example];
    sum.probability += given.weights[example] * probability;
    if (isRight(example)) sum.share += given.weights[example];
  });
  const bins = sums
    .map((sum, bin) => ({
      from: bin * width,
      to: bin === count - 1 ? 1 : (bin + 1) * width,
      count: sum.count,
      probability: sum.probability / sum.count,
      share: sum.share / sum.count,
    }))
    .filter((bin) => bin.count > 0);
  const error = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.share - bin.probability), 0);
  return { bins, expectedCalibrationError: error / sumOf(given.weights) };
}

type Given = ReturnType<typeof readClasses>;

function ofClass({ labels, outputs, classes }: Given, positive: number | undefined) {
  const label = readPositive('calibration', positive, classes);
  return { probabilities: scoresOf(outputs, label), isRight: (example: number) => labels[example] === label };
}

function ofAnswers({ labels, outputs }: Given) {
  const answers = Array.from({ length: outputs.rows }, (_, example) => answerOf(outputs, example));
  return {
    probabilities: Float64Array.from(answers, (answer, example) => outputs.numbers[example * outputs.width + answer]),
    isRight: (example: number) => labels[example] === answers[example],
  };
}

/** The first bin whose end is not below the probability. */
function binOf(probability: number, width: number, count: number): number {
  let bin = Math.min(Math.max(Math.ceil(probability * count) - 1, 0), count - 1);
  while (bin > 0 && probability <= bin * width) bin -= 1;
  while (bin < count - 1 && probability > (bin + 1) * width) bin += 1;
  return bin;
}
