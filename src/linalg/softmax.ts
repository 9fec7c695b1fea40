// Softmax in float32, the one activation of a whole layer: forward and backward.
import { expFloat32 } from './expFloat32.js';

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
 * Turns the gradient of the cost with respect to the activations into that by the weighted sums, through the full Jacobian:
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
