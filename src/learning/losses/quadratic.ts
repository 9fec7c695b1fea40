import { type Loss, makeLoss } from './loss.js';

/**
 * The quadratic cost of the video: half the sum of the squared differences, averaged over a batch.
 *
 * C = 1/2 sum over i of (a[i] - y[i])^2, with gradient a - y
 *
 * It fits all outputs but a single one of softmax, which is always 1. Large targets, as prices are, need scaling: docs/feature-scaling.md.
 *
 * Source: M. Nielsen, "Neural networks and deep learning" (2015), chapter 1; the half makes the gradient plain.
 *
 * @example
 * ```ts
 * import { quadratic } from 'glassbox-nn';
 *
 * quadratic([0.5, 0], [1, 0]); // => 0.125
 * quadratic([0.5, 0], 0); // => 0.125
 * ```
 */
export const quadratic: Loss = /* @__PURE__ */ makeLoss({
  name: 'quadratic',
  kernel: 'quadratic',
  outputs: 'any',
  value: (outputs, target) => sumOfSquares(outputs, target) / 2,
  gradient: (outputs, target) => outputs.map((output, i) => output - target[i]),
});

/** The sum over i of (a[i] - y[i])^2. */
export function sumOfSquares(outputs: ArrayLike<number>, target: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < outputs.length; i++) {
    const difference = outputs[i] - target[i];
    total += difference * difference;
  }
  return total;
}
