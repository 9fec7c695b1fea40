// Reads a digit from pixels, a picture or strokes.
import { hasConfidence } from '../classifier/hasConfidence.js';
import type { ClassOf } from '../classifier/Reading.js';
import type { Picture } from '../data/images/picture.js';
import { argmax } from '../linalg/argmax.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { checkOutputs, forwardThrough, readInput } from '../model/forward.js';
import type { Network } from '../model/typedBySizes.js';
import { numberBetween } from '../support/checks.js';
import { ArgumentError, OutOfRangeError, ShapeError } from '../support/errors.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { readable } from '../support/views.js';
import { wording } from '../support/wording.js';
import { digitNetwork } from './digitNetwork.js';
import { isStrokes, type PrepareOptions, prepareAs } from './prepareDigit.js';
import type { Strokes } from './strokes/strokes.js';

/** Options of {@link recognize}. */
export interface RecognizeOptions extends PrepareOptions {
  /** The network, of 784 inputs and 10 outputs; `digitNetwork()` if left out. */
  readonly network?: Network | undefined;
  /** The least confidence, from 0 to 1: below it `digit` is undefined. 0 if left out, which takes every answer. */
  readonly reject?: number | undefined;
}

/** The reading. */
export interface Recognition {
  /** 0 to 9; undefined if there is nothing in the picture, or if the confidence is below `reject`. */
  readonly digit: ClassOf<10> | undefined;
  /** [10], the outputs of the network. */
  readonly outputs: Float32Array;
  /**
   * The brightest of the outputs, and 0 if there is nothing in the picture; undefined where the outputs of a custom network may be any
   * number.
   */
  readonly confidence: number | undefined;
}

/** The network that reads where none is given; it is made when it is first needed. */
let usual: Network | undefined;

/**
 * Reads a digit.
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
  /** The brightest of the outputs, and 0 if there is nothing in the picture. */
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
  numberBetween('recognize: reject', reject, 0, 1);
  const reader = network === undefined ? usualNetwork() : checkReader(network);
  const { layers, sizes } = reader;
  const confident = hasConfidence(reader);
  if (!confident && reject > 0) {
    const remedy = 'Leave out reject, or end the network with output: softmax.';
    throw new ArgumentError(
      wording('recognize: reject', 'a network whose outputs are from 0 to 1', 'one of other outputs', remedy),
    );
  }
  const pixels = readInput({ sizes }, pixelsOf(input, least));
  if (network === undefined) checkBrightness(pixels);
  const outputs = forwardThrough(layers, pixels);
  checkOutputs(outputs);
  const best = argmax(outputs) as ClassOf<10>;
  const blank = pixels.every((pixel) => pixel === 0);
  const confidence = blank ? 0 : (outputs[best] ?? 0);
  const digit = blank || (confident && confidence < reject) ? undefined : best;
  return { digit, outputs, confidence: confident ? confidence : undefined };
}

function usualNetwork(): Network {
  usual ??= digitNetwork();
  return usual;
}

function checkReader(network: Network): Network {
  checkNetwork(network);
  const { sizes } = network;
  if (sizes[0] !== 784 || sizes[sizes.length - 1] !== 10) {
    throw new ShapeError(
      wording('recognize: network', '784 inputs and 10 outputs', sizes.join('-'), 'Leave it out to use digitNetwork().'),
    );
  }
  return network;
}

/** Throws for numbers outside of 0 to 1: numbers from 0 to 255 would be read with much confidence, and wrongly. */
function checkBrightness(pixels: Float32Array): void {
  const place = pixels.findIndex((pixel) => pixel < 0 || pixel > 1);
  if (place < 0) return;
  const remedy = 'Divide bytes by 255, or give a picture: { data, width: 28, height: 28 }.';
  throw new OutOfRangeError(wording(`recognize: input[${place}]`, 'a number from 0 to 1', `${pixels[place]}`, remedy));
}

/** Numbers as they are; of anything else, the digit in it. */
function pixelsOf(input: Picture | Strokes | Numbers, least: number | undefined): Numbers {
  return isNumbers(input) ? input : prepareAs('recognize', input, least);
}

function isNumbers(input: Picture | Strokes | Numbers): input is Numbers {
  const fields = readable(input);
  return typeof input === 'object' && 'length' in fields && !('data' in fields) && !isStrokes(input);
}
