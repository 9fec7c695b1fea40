// The trained networks that come with the package.
import type { Network } from '../model/typedBySizes.js';
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { CLASSIC_WEIGHTS } from './weights/classicWeights.js';
import { DEFAULT_WEIGHTS } from './weights/defaultWeights.js';
import { unpackNetwork } from './weights/unpackNetwork.js';

/** The name of a trained network: the one that reads best, or the video's own kind, with sigmoid everywhere. */
export type DigitNetworkKind = 'default' | 'classic';

/**
 * A network of 784-16-16-10 that was trained to read handwritten digits. Its input is a digit in MNIST's form, [784] from 0 (black) to
 * 1 (white), which `prepareDigit` makes of any picture; output 3 is bright for a 3. `docs/digits.md` says how it was trained, how
 * often it is right, and what it gets wrong.
 *
 * @param kind - `'default'` reads best; `'classic'` is the video's kind, with sigmoid everywhere, trained by the quadratic cost.
 * @returns A new network at each call: change its weights as you like.
 * @throws {@link ArgumentError} for another kind.
 *
 * @example
 * ```ts
 * import { digitNetwork } from 'glassbox-nn/digits';
 * import { sampleDigits } from 'glassbox-nn/sample-digits';
 *
 * const { input, label } = sampleDigits().test.example(7);
 * const network = digitNetwork();
 * network.parameterCount; // => 13002
 * network.predict(input) === label; // => true
 * String(digitNetwork('classic')); // => '784-16-16-10, sigmoid, 12,544+16 + 256+16 + 160+10 = 13,002 parameters'
 * ```
 */
export function digitNetwork(kind: DigitNetworkKind = 'default'): Network<[784, 16, 16, 10]> {
  if (kind === 'default') return unpackNetwork(DEFAULT_WEIGHTS);
  if (kind === 'classic') return unpackNetwork(CLASSIC_WEIGHTS);
  throw new ArgumentError(wording('digitNetwork: kind', "'default' or 'classic'", describe(kind)));
}
