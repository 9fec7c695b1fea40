import { exp } from '../../linalg/expLog.js';
import { softmaxBackward, softmaxForward } from '../../linalg/softmax.js';
import { listNumbers } from '../../support/numbers.js';
import { withFields } from '../../support/views.js';
import type { Softmax } from './activation.js';

/**
 * Softmax: turns the weighted sums of a last layer into shares that add up to 1, read as how sure the network is of each class.
 *
 * softmax(x)[i] = e^x[i] / sum over j of e^x[j]; the largest x is taken away from all first, which changes no share.
 *
 * Source: J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990).
 *
 * @example
 * ```ts
 * import { softmax } from 'glassbox-nn';
 *
 * softmax([0, 0, 0, 0]); // => Float64Array(4) [ 0.25, 0.25, 0.25, 0.25 ]
 * ```
 */
export const softmax: Softmax = /* @__PURE__ */ withFields((sums: ArrayLike<number>) => shares(sums), {
  kind: 'vector',
  name: 'softmax',
  float32: /* @__PURE__ */ Object.freeze({ value: softmaxForward, derivative: softmaxBackward }),
  range: 'shares',
});

function shares(sums: ArrayLike<number>): Float64Array {
  const powers = Float64Array.from(listNumbers('softmax', sums));
  const max = powers.reduce((largest, sum) => (sum > largest ? sum : largest), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < powers.length; i++) total += powers[i] = exp(powers[i] - max);
  return powers.map((power) => power / total);
}
