import { exp, log, log1p } from '../../linalg/expLog.js';
import { clip, isClipped } from './crossEntropy.js';
import { type Loss, makeLoss } from './loss.js';

const f = Math.fround;

/**
 * The binary cross-entropy, for outputs that each answer a yes-or-no question of their own, as sigmoids do. Averaged over the
 * outputs, as Keras does.
 *
 * C = - 1/n sum over i of (y[i] ln a[i] + (1 - y[i]) ln(1 - a[i]));
 * with sigmoid, the gradient with respect to the weighted sums is (a - y) / n
 *
 * Where sigmoid stands last, the cost comes from the weighted sums, the logits: max(z, 0) - z y + ln(1 + e^-|z|). Elsewhere outputs are
 * clipped to 2^-23 from 0 and 1; where they are, the gradient is 0.
 *
 * It fits outputs from 0 to 1, those of sigmoid and softmax, and training refuses all others. For quantities use
 * {@link meanSquaredError}.
 *
 * Source: D. R. Cox, "The regression analysis of binary sequences" (1958).
 *
 * @example
 * ```ts
 * import { binaryCrossEntropy } from 'glassbox-nn';
 *
 * binaryCrossEntropy([0.5], 1); // => 0.6931471805599453
 * binaryCrossEntropy([0.5, 0.5], [1, 0]); // => 0.6931471805599453
 * ```
 */
export const binaryCrossEntropy: Loss = /* @__PURE__ */ makeLoss(
  {
    name: 'binaryCrossEntropy',
    kernel: 'binaryCrossEntropy',
    outputs: 'fractions',
    targets: 'fractions',
    value(outputs, target) {
      let cost = 0;
      for (let i = 0; i < outputs.length; i++) {
        const output = clip(outputs[i]);
        cost -= target[i] * log(output) + (1 - target[i]) * log(1 - output);
      }
      return cost / outputs.length;
    },
    gradient(outputs, target) {
      const share = f(1 / outputs.length);
      return outputs.map((output, i) => {
        if (isClipped(output)) return 0;
        return f(f(output - target[i]) / f(output * f(1 - output))) * share;
      });
    },
  },
  {
    activation: 'sigmoid',
    value(weightedSums, target) {
      let cost = 0;
      for (let i = 0; i < weightedSums.length; i++) {
        const sum = weightedSums[i];
        cost += (sum > 0 ? sum : 0) - sum * target[i] + log1p(exp(sum > 0 ? -sum : sum));
      }
      return cost / weightedSums.length;
    },
    delta(outputs, target) {
      const share = f(1 / outputs.length);
      return outputs.map((output, i) => f(output - target[i]) * share);
    },
  },
);
