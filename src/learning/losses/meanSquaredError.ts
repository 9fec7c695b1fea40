import { type Loss, makeLoss } from './loss.js';
import { sumOfSquares } from './quadratic.js';

const f = Math.fround;

/**
 * The mean squared error: the squared differences averaged over the outputs, and over a batch, as Keras does.
 *
 * C = 1/n sum over i of (a[i] - y[i])^2, with gradient 2 (a - y) / n
 *
 * It fits all outputs but a single one of softmax, which is always 1. Large targets, as prices are, need scaling: docs/feature-scaling.md.
 *
 * Source: A.-M. Legendre's least squares (1805).
 *
 * @example
 * ```ts
 * import { meanSquaredError } from 'glassbox-nn';
 *
 * meanSquaredError([0.5, 0], [1, 0]); // => 0.125
 * meanSquaredError([3], [1]); // => 4
 * ```
 */
export const meanSquaredError: Loss = /* @__PURE__ */ makeLoss({
  name: 'meanSquaredError',
  kernel: 'meanSquaredError',
  outputs: 'any',
  value: (outputs, target) => sumOfSquares(outputs, target) / outputs.length,
  gradient(outputs, target) {
    const share = f(2 / outputs.length);
    return outputs.map((output, i) => f(output - target[i]) * share);
  },
});
