// Options for files in the form of MNIST that are not MNIST.
import { functionValue, trueOrFalse, wholeNumber } from '../support/checks.js';
import { warn } from '../support/platform.js';
import { type GivenClasses, readClasses } from './classes.js';

/** Options of {@link mnist}. */
export interface MnistOptions {
  /** The number of classes, or their names in order. If left out there are 10, or more if the labels go further. */
  readonly classes?: number | readonly string[] | undefined;
  /** The label of the first class; 0 if left out. 1 for the letters of EMNIST, whose labels go from 1 to 26. */
  readonly firstLabel?: number | undefined;
  /** Whether rows and columns change places in every image. True for EMNIST, whose images are stored column by column. */
  readonly transpose?: boolean | undefined;
  /** Called with a sentence for what looks like a mistake and may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

export const MNIST_OPTIONS = ['classes', 'firstLabel', 'transpose', 'onWarning'] as const;

/** The options, complete. */
export interface DigitPlan {
  readonly given: GivenClasses;
  readonly firstLabel: number;
  readonly transpose: boolean;
  readonly onWarning: (message: string) => void;
}

/** Checks the options. `what` begins the errors. */
export function planDigits(what: string, options: MnistOptions): DigitPlan {
  const { classes, firstLabel = 0, transpose = false, onWarning = warn } = options;
  return {
    given: readClasses(`${what}: classes`, classes),
    firstLabel: wholeNumber(`${what}: firstLabel`, firstLabel, 0),
    transpose: trueOrFalse(`${what}: transpose`, transpose),
    onWarning: functionValue(`${what}: onWarning`, onWarning),
  };
}
