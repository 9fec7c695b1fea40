// Reads a digit from pixels, a picture or strokes.
import type { Picture } from '../data/images/picture.js';
import type { Network } from '../model/typedBySizes.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { readable } from '../support/views.js';
import { digitReader, type Recognition } from './digitReader.js';
import { isStrokes, type PrepareOptions, prepareAs } from './prepareDigit.js';
import type { Strokes } from './strokes/strokes.js';

/** Options of {@link recognize}. */
export interface RecognizeOptions extends PrepareOptions {
  /** The network, of 784 inputs and 10 outputs; `digitNetwork()` if left out. */
  readonly network?: Network | undefined;
  /**
   * The least confidence, from 0 to 1: below it `digit` is undefined. 0 if left out, which takes every answer. `docs/digits.md` has how many
   * answers each leaves, and how often they are right.
   */
  readonly reject?: number | undefined;
}

/**
 * Reads a digit. Where there is none, or more than one, it reads none: `recognizeAll` reads several.
 *
 * @param input - A picture `{ data, width, height }` or strokes `[[{ x, y }, ...], ...]`, which `prepareDigit` puts into MNIST's form;
 * or [784] numbers that are in it already, from 0 to 1, which the network gets as they are.
 * @param options - See {@link RecognizeOptions}.
 * @returns The digit, the ten outputs and the confidence, in new arrays.
 * @throws As `prepareDigit` and `network.forward`; {@link ShapeError} for a network that has not 784 inputs and 10 outputs;
 * {@link ArgumentError} for `reject` with a network whose outputs may be any number; {@link OutOfRangeError} for one of 784 numbers below 0 or above 1, unless a custom network reads them.
 *
 * @example
 * ```ts
 * import { recognize } from 'glassbox-nn/digits';
 *
 * const seven = [[{ x: 0, y: 0 }, { x: 60, y: 0 }, { x: 25, y: 100 }]]; // a stroke to the right, and down to the left
 * recognize(seven).digit; // => 7
 * recognize({ data: new Uint8Array(100), width: 10, height: 10 }).digit; // => undefined
 *
 * const { digit, confidence } = recognize(seven, { reject: 0.9 }); // undefined unless it is at least that sure
 * (digit === undefined) === (confidence < 0.9); // => true
 * ```
 */
export function recognize(
  input: Picture | Strokes | Numbers,
  options?: RecognizeOptions & { readonly network?: undefined },
): Recognition & {
  /** The brightest of the outputs, and 0 if there is no digit in the picture. */
  readonly confidence: number;
};
export function recognize(input: Picture | Strokes | Numbers, options?: RecognizeOptions): Recognition;
export function recognize(input: Picture | Strokes | Numbers, options?: RecognizeOptions): Recognition {
  const {
    network,
    reject = 0,
    least,
  } = readOptions('recognize options', options, ['network', 'reject', 'least'], {
    threshold: 'Here it is called reject.',
  });
  return digitReader('recognize', network, reject)(pixelsOf(input, least));
}

/** Numbers as they are; of anything else, the digit in it. */
function pixelsOf(input: Picture | Strokes | Numbers, least: number | undefined): Numbers {
  return isNumbers(input) ? input : prepareAs('recognize', input, least);
}

function isNumbers(input: Picture | Strokes | Numbers): input is Numbers {
  const fields = readable(input);
  return typeof input === 'object' && 'length' in fields && !('data' in fields) && !isStrokes(input);
}
