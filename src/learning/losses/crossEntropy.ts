import { exp, log } from '../../linalg/expLog.js';
import { type Loss, makeLoss } from './loss.js';

/**
 * The cross-entropy, for outputs that are shares of a whole, as softmax makes them.
 *
 * C = - sum over i of y[i] ln a[i]; with softmax, the gradient with respect to the weighted sums is a - y
 *
 * Where softmax stands last, the cost comes from the weighted sums, the logits: ln(sum over j of e^z[j]) - z[i]. So it is right even where a
 * share is too small for a float32. Elsewhere shares are clipped to 2^-23 from 0 and 1; where they are, the gradient is 0.
 *
 * It fits outputs that are shares, and training refuses all others: where nothing holds their sum at 1, the cost falls to 0 as all of
 * them rise to 1, and nothing is learnt. For a single output, or for questions with answers of their own, use
 * {@link binaryCrossEntropy}; for quantities {@link meanSquaredError}.
 *
 * Source: J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990).
 *
 * @example
 * ```ts
 * import { crossEntropy } from 'glassbox-nn';
 *
 * crossEntropy([0.5, 0.25, 0.25], 0); // => 0.6931471805599453
 * crossEntropy([0.5, 0.25, 0.25], [1, 0, 0]); // => 0.6931471805599453
 * ```
 */
export const crossEntropy: Loss = /* @__PURE__ */ makeLoss(
  {
    name: 'crossEntropy',
    kernel: 'crossEntropy',
    outputs: 'shares',
    targets: 'shares',
    value(outputs, target) {
      let cost = 0;
      for (let i = 0; i < outputs.length; i++) if (target[i] !== 0) cost -= target[i] * log(clip(outputs[i]));
      return cost;
    },
    gradient: (outputs, target) => outputs.map((output, i) => (isClipped(output) ? 0 : -target[i] / output)),
  },
  {
    activation: 'softmax',
    value(weightedSums, target) {
      let max = weightedSums[0];
      for (let i = 1; i < weightedSums.length; i++) if (weightedSums[i] > max) max = weightedSums[i];
      let total = 0;
      for (let i = 0; i < weightedSums.length; i++) total += exp(weightedSums[i] - max);
      const logTotal = log(total);
      let cost = 0;
      for (let i = 0; i < target.length; i++) if (target[i] !== 0) cost += target[i] * (logTotal - (weightedSums[i] - max));
      return cost;
    },
    delta: (outputs, target) => outputs.map((output, i) => output - target[i]),
  },
);

/** 2^-23: the smallest output that is not clipped. Outputs are clipped where the loss follows another activation than softmax. */
const LEAST = 1.1920928955078125e-7;

/** An output from 0 to 1, clipped at both ends, so that no logarithm of 0 is taken. */
export function clip(output: number): number {
  return output < LEAST ? LEAST : output > 1 - LEAST ? 1 - LEAST : output;
}

/** Whether an output is clipped, so that its gradient is 0. NaN is not. */
export function isClipped(output: number): boolean {
  return output < LEAST || output > 1 - LEAST;
}
