// Makes a data set from arrays and rows: checks everything, copies everything.
import { functionValue, numberWhere } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { readColumnNames } from '../support/names.js';
import { type Numbers, readNumbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { warn } from '../support/platform.js';
import { wording } from '../support/wording.js';
import { readClasses } from './classes.js';
import { checkWeights } from './classWeights.js';
import { Dataset } from './Dataset.js';
import { readInputs } from './inputs.js';
import { type Labels, readLabels } from './labels.js';
import type { Rows } from './rows.js';
import { readTargets } from './targets.js';

/** The source of {@link dataset}. */
export interface DatasetSource {
  /**
   * Rows of numbers, one for each example; or all numbers in one array, row by row, with `width`. Bytes are kept as bytes.
   */
  readonly inputs: Rows;
  /** The class of each example: whole numbers from 0, or names. Labels or targets, not both. */
  readonly labels?: Labels | undefined;
  /** Targets, rows of numbers; or all in one array, row by row. Labels or targets, not both. */
  readonly targets?: Rows | undefined;
  /** Numbers of an input; needed when `inputs` is one array. */
  readonly width?: number | undefined;
  /** The factor of every number of the inputs; 1/255 for bytes and 1 for other numbers if left out. */
  readonly scale?: number | undefined;
  /** The number of classes, or their names in the order of their labels; as many as the labels have if left out. */
  readonly classes?: number | readonly string[] | undefined;
  /** The names of the columns of the inputs, all different: [width]. `parseCsv` takes them from the header. */
  readonly columnNames?: readonly string[] | undefined;
  /** The names of the targets that are numbers, all different: [targetWidth]. `evaluate` shows them. */
  readonly targetNames?: readonly string[] | undefined;
  /**
   * How much each example counts in training and evaluation: [count], numbers from 0, rounded to float32; all count 1 if left out. One of
   * weight 2 counts as two of weight 1 would, and one of weight 0 as none.
   */
  readonly sampleWeights?: Numbers | undefined;
  /** Called with a sentence for what looks like a mistake and may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

const SOURCE = [
  'inputs',
  'labels',
  'targets',
  'width',
  'scale',
  'classes',
  'columnNames',
  'targetNames',
  'sampleWeights',
  'onWarning',
] as const;
const ELSEWHERE = {
  classNames: 'Here they are called classes.',
  names: 'The names of classes are called classes, those of columns columnNames, and those of targets targetNames.',
  target: 'The rows to answer are called targets.',
  outputs: 'The rows to answer are called targets.',
  sampleWeight: 'Here they are called sampleWeights.',
  weights: 'Here they are called sampleWeights.',
  classWeights: "train has it, and a data set: data.withClassWeights('balanced').",
  count:
    'It follows from inputs. Of a copy of a data set give { inputs, width, scale, labels, classes: classNames, columnNames, sampleWeights, targetNames }.',
};

/**
 * Makes a data set. Everything is checked and copied: later changes of your arrays change nothing in it.
 *
 * Inputs are rows, or one array with `width`. Beside them are `labels` (classes) or `targets` (numbers). Targets that say no more than
 * a class does, one 1 among 0s, or a single 0 or 1, give labels too, so that accuracy can be counted.
 *
 * Labels that are names take the order of `classes`; without it numbers come first, by their value, and then words, by their letters.
 * Names that tables write for what is missing ('NA', 'null', '?', an empty text) are refused, unless `classes` has them. Labels that
 * are numbers, and leave classes without an example, give a warning, unless `classes` is given: 1 to 26 make 27 classes. So do names
 * that differ only in small things ('Yes' and 'yes'), and a hundred labels or more of which most occur once.
 *
 * @param source - See {@link DatasetSource}.
 * @returns A frozen data set.
 * @throws {@link ArgumentError} if labels and targets are both given or both missing, if classes have names of targets, or something is
 * of the wrong kind.
 * @throws {@link ShapeError} for a row longer or shorter than the first, or when there are not as many labels, targets or weights as
 * inputs, or names as columns or targets.
 * @throws {@link OutOfRangeError} for a label that is no class, or a weight below 0.
 * @throws {@link NumericError} for NaN, an infinite number, or one too large for a float32.
 *
 * @example
 * ```ts
 * import { dataset } from 'glassbox-nn/data';
 *
 * const and = dataset({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], labels: [0, 0, 0, 1] });
 * and.width; // => 2
 * and.classes; // => 2
 *
 * const pixels = dataset({ inputs: Uint8Array.of(0, 51, 255, 102), width: 2, targets: [[0.5], [0.25]] });
 * pixels.example(1).input; // => Float32Array(2) [ 1, 0.4000000059604645 ]
 *
 * const named = dataset({ inputs: [[7, 180], [19, 120]], columnNames: ['length', 'weight'], labels: ['apple', 'banana'] });
 * named.columnNames; // => [ 'length', 'weight' ]
 * ```
 */
export function dataset(source: DatasetSource): Dataset {
  const options = readOptions('dataset', source, SOURCE, ELSEWHERE);
  const { inputs, labels, targets, width, scale, classes, columnNames, sampleWeights } = options;
  const { targetNames, onWarning = warn } = options;
  functionValue('dataset: onWarning', onWarning);
  if (inputs === undefined) throw new ArgumentError(wording('dataset: inputs', 'rows of numbers', 'undefined'));
  if ((labels === undefined) === (targets === undefined)) {
    const got = labels === undefined ? 'neither' : 'both';
    throw new ArgumentError(wording('dataset', 'either labels or targets', got, 'Labels are classes, targets are numbers.'));
  }
  if (targetNames !== undefined && (targets === undefined || classes !== undefined)) {
    const remedy = 'The names of classes are called classes.';
    throw new ArgumentError(wording('dataset: targetNames', 'targets that are numbers', 'classes', remedy));
  }
  if (scale !== undefined) numberWhere('dataset: scale', scale, 'a finite number above 0', (value) => value > 0);
  const given = readClasses('dataset: classes', classes);
  const read = readInputs(inputs, width, scale);
  const warnings: string[] = [];
  const answers = targets === undefined ? readLabels(labels, given, warnings) : readTargets(targets, read.count, given);
  if (answers.count !== read.count) {
    const what = `dataset: ${targets === undefined ? 'labels' : 'targets'}`;
    const remedy = 'Each input needs one answer.';
    throw new ShapeError(wording(what, `${read.count}, as many as there are inputs`, `${answers.count}`, remedy));
  }
  const names = readColumnNames('dataset: columnNames', columnNames, read.width);
  const named = readColumnNames('dataset: targetNames', targetNames, answers.targetWidth, 'target');
  const weights = sampleWeights && readNumbers('dataset: sampleWeights', sampleWeights, read.count, 'Each input needs one.');
  checkWeights('dataset: sampleWeights', weights);
  for (const warning of warnings) onWarning(warning);
  return new Dataset({ ...read, ...answers, columnNames: names, targetNames: named, sampleWeights: weights });
}
