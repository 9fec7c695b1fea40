// Asks a network which digit it sees.
import { hasConfidence } from '../classifier/hasConfidence.js';
import type { ClassOf } from '../classifier/Reading.js';
import { argmax } from '../linalg/argmax.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { checkOutputs, forwardThrough, readInput } from '../model/forward.js';
import type { Network } from '../model/typedBySizes.js';
import { numberBetween } from '../support/checks.js';
import { ArgumentError, OutOfRangeError, ShapeError } from '../support/errors.js';
import type { Numbers } from '../support/numbers.js';
import { wording } from '../support/wording.js';
import { DEFAULT_WEIGHTS } from './weights/defaultWeights.js';
import { unpackNetwork } from './weights/unpackNetwork.js';

/** The reading. */
export interface Recognition {
  /** 0 to 9; undefined if there is no digit in the picture, or more than one, or if the confidence is below `reject`. */
  readonly digit: ClassOf<10> | undefined;
  /** [10], the outputs of the network. */
  readonly outputs: Float32Array;
  /**
   * The brightest of the outputs, and 0 if there is no digit in the picture; undefined where the outputs of a custom network may be any
   * number.
   */
  readonly confidence: number | undefined;
}

/** The network that reads where none is given; it is made when it is first needed. */
let usual: Network | undefined;

/** What reads [784] numbers with a network, which was checked. `what` begins the errors. */
export function digitReader(what: string, network: Network | undefined, reject: number): (pixels: Numbers) => Recognition {
  numberBetween(`${what}: reject`, reject, 0, 1);
  const reader = network === undefined ? usualNetwork() : checkReader(what, network);
  const { layers, sizes } = reader;
  const confident = hasConfidence(reader);
  if (!confident && reject > 0) {
    const remedy = 'Leave out reject, or end the network with output: softmax.';
    throw new ArgumentError(
      wording(`${what}: reject`, 'a network whose outputs are from 0 to 1', 'one of other outputs', remedy),
    );
  }
  return (given) => {
    const pixels = readInput({ sizes }, given);
    if (network === undefined) checkBrightness(pixels);
    const outputs = forwardThrough(layers, pixels);
    checkOutputs(outputs);
    const best = argmax(outputs) as ClassOf<10>;
    const blank = pixels.every((pixel) => pixel === 0);
    const confidence = blank ? 0 : (outputs[best] ?? 0);
    const digit = blank || (confident && confidence < reject) ? undefined : best;
    return { digit, outputs, confidence: confident ? confidence : undefined };
  };
}

function usualNetwork(): Network {
  usual ??= unpackNetwork(DEFAULT_WEIGHTS);
  return usual;
}

function checkReader(what: string, network: Network): Network {
  checkNetwork(network);
  const { sizes } = network;
  if (sizes[0] !== 784 || sizes[sizes.length - 1] !== 10) {
    throw new ShapeError(
      wording(`${what}: network`, '784 inputs and 10 outputs', sizes.join('-'), 'Leave it out to use digitNetwork().'),
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
