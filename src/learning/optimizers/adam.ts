import { power } from '../../linalg/expLog.js';
import { optionHome, readOptions } from '../../support/options.js';
import { checkRate, type Schedule } from '../schedules/schedule.js';
import {
  applyWeightDecay,
  checkLearningRate,
  checkShare,
  makeOptimizer,
  type Optimizer,
  type UpdateRule,
} from './optimizer.js';

/** Options of {@link adam}. */
export interface AdamOptions {
  /** The learning rate, a number or a schedule; 0.001 if left out. Each parameter moves about so far in a step. */
  readonly learningRate?: number | Schedule | undefined;
  /** Decay rate of the running mean of the gradient, from 0 to below 1; 0.9 if left out. */
  readonly beta1?: number | undefined;
  /** Decay rate of the running mean of the squared gradient, from 0 to below 1; 0.999 if left out. */
  readonly beta2?: number | undefined;
  /** Added to the divisor, so that it is never 0; above 0, and 1e-7 if left out. */
  readonly epsilon?: number | undefined;
}

/**
 * Adam: each parameter moves by the running mean of its gradient over the root of the running mean of its squared gradient.
 *
 * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
 * w -= rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1, as PyTorch has it. The defaults are
 * Keras's, whose formula has the paper's other epsilon, "epsilon hat": it is not divided by sqrt(1 - beta2^t), and counts for more.
 *
 * @param options - Learning rate, beta1, beta2, epsilon.
 * @returns An optimizer.
 * @throws {@link OutOfRangeError} for a learning rate or epsilon of 0 or less, or a beta outside of 0 to below 1.
 *
 * @example
 * ```ts
 * import { adam } from 'glassbox-nn';
 *
 * const { name, learningRate, slots } = adam();
 * [name, learningRate, slots]; // => [ 'adam', 0.001, 2 ]
 * ```
 */
export function adam(options: AdamOptions = {}): Optimizer {
  const known = ['learningRate', 'beta1', 'beta2', 'epsilon'] as const;
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = readOptions('adam', options, known, optionHome);
  checkAdam('adam', { learningRate, beta1, beta2, epsilon });
  return makeOptimizer('adam', learningRate, 2, adamRule({ beta1, beta2, epsilon, weightDecay: 0 }));
}

const f = Math.fround;

/** The settings of the update of Adam and AdamW, which differ in weight decay alone. */
interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** Throws if the learning rate or a setting is out of range. `name` is the optimizer's, for errors. */
export function checkAdam(
  name: string,
  settings: Omit<AdamSettings, 'weightDecay'> & { readonly learningRate: number | Schedule },
): void {
  checkLearningRate(`${name}: learningRate`, settings.learningRate);
  checkShare(`${name}: beta1`, settings.beta1);
  checkShare(`${name}: beta2`, settings.beta2);
  checkRate(`${name}: epsilon`, settings.epsilon);
}

/** The rule of Adam, or of AdamW where there is weight decay. */
export function adamRule({ beta1, beta2, epsilon, weightDecay }: AdamSettings): UpdateRule {
  return {
    kernel: 'adam',
    constants: ({ step, learningRate }) => [
      f(f(learningRate) * f(weightDecay)),
      f(learningRate),
      f(beta1),
      f(1 - beta1),
      f(beta2),
      f(1 - beta2),
      // Bias corrections: both means start at 0 and are too small at first.
      f(1 / (1 - power(beta1, step))),
      f(1 / (1 - power(beta2, step))),
      f(epsilon),
    ],
    apply: adamUpdate,
    settings: { beta1, beta2, epsilon, weightDecay },
  };
}

/** m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, w -= rate (m correction1) / (sqrt(v correction2) + epsilon) */
const adamUpdate: UpdateRule['apply'] = (parameters, gradient, [means, squares], constants) => {
  const [decay, rate, beta1, oneMinusBeta1, beta2, oneMinusBeta2, biasCorrection1, biasCorrection2, epsilon] = constants;
  if (decay !== 0) applyWeightDecay(parameters, decay);
  for (let i = 0; i < parameters.length; i++) {
    const derivative = gradient[i];
    const mean = f(f(beta1 * means[i]) + f(oneMinusBeta1 * derivative));
    const square = f(f(beta2 * squares[i]) + f(oneMinusBeta2 * f(derivative * derivative)));
    means[i] = mean;
    squares[i] = square;
    const root = f(f(Math.sqrt(f(square * biasCorrection2))) + epsilon);
    parameters[i] = parameters[i] - f(f(rate * f(mean * biasCorrection1)) / root);
  }
};
