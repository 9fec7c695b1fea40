// Digits to try things with, without a download.
import { Dataset } from '../../data/Dataset.js';
import { unpackPixels } from '../../data/pixelText.js';
import { TEST_TEXT } from './testText.js';
import { TRAINING_TEXT } from './trainingText.js';

/** Two sets of digits, in the form of `readMnist`. */
export interface SampleDigits {
  /** The training set: 1,000 digits. */
  readonly train: Dataset;
  /** The test set: 500 digits. */
  readonly test: Dataset;
}

const WIDTH = 784;
const CLASSES = 10;

/**
 * Some of MNIST's digits, which come with the package: enough to try things out, and to train a network that reads most digits. The first
 * hundred of each digit among the training images, and the first fifty of each among the test images, in turn: example i is a digit
 * i modulo 10. Their brightnesses are rounded to 64 steps of the 256.
 *
 * For more, `readMnist` of `glassbox-nn/node` reads all seventy thousand from their files.
 *
 * @returns New data sets of width 784 and 10 classes; bytes with a scale of 1/255.
 *
 * @example
 * ```ts
 * import { adam, evaluate, fit, Network, relu, softmax } from 'glassbox-nn';
 * import { sampleDigits } from 'glassbox-nn/sample-digits';
 *
 * const { train, test } = sampleDigits();
 * [train.count, test.count]; // => [ 1000, 500 ]
 * train.example(3).label; // => 3
 *
 * const network = new Network([784, 16, 16, 10], { hidden: relu, output: softmax });
 * await fit(network, train, { optimizer: adam({ learningRate: 0.005 }), epochs: 20 });
 * (evaluate(network, test).accuracy ?? 0) > 0.8; // => true
 * ```
 */
export function sampleDigits(): SampleDigits {
  return Object.freeze({ train: datasetOf(TRAINING_TEXT, 1000), test: datasetOf(TEST_TEXT, 500) });
}

function datasetOf(text: string, count: number): Dataset {
  return new Dataset({
    inputs: unpackPixels(text, count * WIDTH),
    scale: 1 / 255,
    width: WIDTH,
    count,
    labels: Int32Array.from({ length: count }, (_, index) => index % CLASSES),
    targets: undefined,
    targetWidth: CLASSES,
    classes: CLASSES,
    classNames: undefined,
  });
}
