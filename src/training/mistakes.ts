import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData } from '../data/matchedData.js';
import { checkFit, checkShares, lossFor } from '../learning/checkFit.js';
import { answer } from '../learning/TrainingStep.js';
import { forwardThrough } from '../model/forward.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { wholeNumber } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';

/** Options of {@link mistakes}. */
export interface MistakesOptions {
  /** How many to find at most, from 1; 16 if left out. */
  readonly count?: number | undefined;
}

/** An example that a network answers wrongly. */
export interface Mistake {
  /** The index of the example in the data. */
  readonly index: number;
  /** Its input: [inputs]. */
  readonly input: Float32Array;
  /** Its class. */
  readonly label: number;
  /** The class that the network answers. */
  readonly answer: number;
  /** By how much the output of the answer is larger than that of the label. */
  readonly margin: number;
}

/**
 * The worst mistakes of a network: the examples whose wrong answer is brightest beside the right one.
 *
 * @param network - The network.
 * @param data - Examples with labels.
 * @param options - `count`.
 * @returns The worst first; fewer than `count` if there are not so many.
 * @throws {@link ArgumentError} if the data have no labels, {@link ShapeError} if they do not fit.
 *
 * @example
 * ```ts
 * import { mistakes, Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(10);
 * network.layers[0].biases.fill(-5); // an OR, which is wrong about one of XOR's four
 * mistakes(network, xor()).map(({ index, label, answer }) => ({ index, label, answer })); // => [ { index: 3, label: 0, answer: 1 } ]
 * ```
 */
export function mistakes<S extends Sizes>(network: Network<S>, data: Dataset, options?: MistakesOptions): Mistake[] {
  const { count = 16 } = readOptions('mistakes options', options, ['count'], { limit: 'Here it is called count.' });
  wholeNumber('mistakes: count', count, 1);
  const loss = lossFor(network, undefined);
  checkShares(network);
  const matched = matchedData('data', data, network);
  checkFit('data', network, matched, loss);
  const { labels } = matched;
  if (labels === undefined) throw new ArgumentError(wording('data', 'examples with labels', 'targets only'));
  checkInputs(data);
  const input = new Float32Array(data.width);
  const worst: Omit<Mistake, 'input'>[] = [];
  labels.forEach((label, index) => {
    data.readInput(input, index);
    const outputs = forwardThrough(network.layers, input);
    const given = answer(outputs);
    if (given === label) return;
    const margin = marginOf(outputs, given, label);
    if (worst.length === count && margin <= (worst[count - 1]?.margin ?? 0)) return;
    const place = worst.findIndex((other) => other.margin < margin);
    worst.splice(place < 0 ? worst.length : place, 0, { index, label, answer: given, margin });
    worst.length = Math.min(worst.length, count);
  });
  return worst.map((mistake) => ({ ...mistake, input: data.example(mistake.index).input }));
}

function marginOf(outputs: Float32Array, given: number, label: number): number {
  // A single output stands for both classes.
  if (outputs.length === 1) return Math.abs(2 * outputs[0] - 1);
  return outputs[given] - outputs[label];
}
