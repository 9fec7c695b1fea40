// Softmax in float32: the one activation that looks at its whole layer at once. Forward, and its way back.
import { expFloat32 } from './exp.js';

const f = Math.fround;

/**
 * out[i] = e^(sums[i] - max) / sum over j of e^(sums[j] - max). The maximum is taken away first, so that no power overflows.
 *
 * @param out - [n]; may be `sums`.
 * @param sums - [n]
 */
export function softmaxForward(out: Float32Array, sums: Float32Array): void {
  let max = sums[0];
  for (let i = 1; i < sums.length; i++) if (sums[i] > max) max = sums[i];
  let total = 0;
  for (let i = 0; i < sums.length; i++) {
    out[i] = expFloat32(f(sums[i] - max));
    total = f(total + out[i]);
  }
  for (let i = 0; i < sums.length; i++) out[i] = out[i] / total;
}

/**
 * From the slope of the cost by each activation to its slope by each weighted sum, through the full Jacobian:
 * delta[i] = a[i] (delta[i] - sum over j of delta[j] a[j]).
 *
 * @param delta - [n], changed in place.
 * @param activations - [n], as {@link softmaxForward} made them.
 */
export function softmaxBackward(delta: Float32Array, activations: Float32Array): void {
  let shared = 0;
  for (let i = 0; i < delta.length; i++) shared = f(shared + f(delta[i] * activations[i]));
  for (let i = 0; i < delta.length; i++) delta[i] = activations[i] * f(delta[i] - shared);
}
