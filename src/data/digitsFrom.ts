// Makes a data set of images and labels in MNIST's form.
import { OutOfRangeError, ShapeError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { checkClassCount } from './classes.js';
import { Dataset } from './Dataset.js';
import type { DigitImages, DigitLabels } from './digitFiles.js';
import type { DigitPlan } from './digitOptions.js';
import { gapsIn } from './doubtfulLabels.js';

/** Digits are ten, whether or not a file has them all. */
const DIGITS = 10;

/** The data set of images and their labels: as many classes as the plan says, else ten, or more if the labels go further. */
export function digitsFrom(images: DigitImages, { what, labels }: DigitLabels, plan: DigitPlan): Dataset {
  const { count, rows, columns } = images;
  if (labels.length !== count) {
    const remedy = 'The two files must belong together: training images with training labels.';
    throw new ShapeError(wording(what, `${count} labels, as many as there are images`, `${labels.length}`, remedy));
  }
  const { given, firstLabel } = plan;
  const classes = given.classes ?? labels.reduce((most, label) => Math.max(most, label - firstLabel + 1), DIGITS);
  checkClassCount(what, classes);
  const indices = labels.map((label, index) => {
    if (label >= firstLabel && label < firstLabel + classes) return label - firstLabel;
    const from = `a whole number from ${firstLabel}`;
    const expected = given.classes === undefined ? from : `${from} to ${firstLabel + classes - 1}`;
    const remedy = firstLabel === 0 ? `If labels count from 1, say firstLabel: 1.` : 'Classes count from firstLabel.';
    throw new OutOfRangeError(wording(`${what}[${index}]`, expected, `${label}`, remedy));
  });
  warnOfGaps(what, indices, classes, plan);
  return new Dataset({
    inputs: plan.transpose ? transposed(images) : images.inputs,
    scale: 1 / 255,
    width: rows * columns,
    count,
    labels: indices,
    targets: undefined,
    targetWidth: classes,
    classes,
    classNames: given.classNames,
    columnNames: undefined,
  });
}

/** Warns if there are more classes than digits, counted by labels that leave some of them without an example. */
function warnOfGaps(what: string, labels: Int32Array, classes: number, { given, onWarning }: DigitPlan): void {
  if (given.classes !== undefined || classes === DIGITS) return;
  const gaps = gapsIn(labels);
  if (!gaps?.likely) return;
  const remedy = `If they count from 1, as the letters of EMNIST do, say firstLabel: 1; if they are right, classes: ${classes}.`;
  onWarning(wording(what, 'whole numbers from 0 without gaps', gaps.odd, remedy));
}

/** The bytes of images whose rows and columns have changed places: [count, columns, rows]. */
function transposed({ inputs, count, rows, columns }: DigitImages): Uint8Array {
  const out = new Uint8Array(inputs.length);
  const size = rows * columns;
  for (let image = 0; image < count; image++) {
    const start = image * size;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        out[start + column * rows + row] = inputs[start + row * columns + column];
      }
    }
  }
  return out;
}
