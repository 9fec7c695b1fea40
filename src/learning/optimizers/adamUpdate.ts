// The update of Adam and AdamW, which differ in weight decay alone.
import type { Schedule } from '../schedules/schedule.js';
import { checkEpsilon, checkLearningRate, checkShare } from './checks.js';
import type { Update, UpdateRule } from './optimizer.js';
import { power } from './power.js';
import { makeUpdate } from './update.js';
import { applyWeightDecay } from './weightDecay.js';

const f = Math.fround;

/** The settings of the update, complete and checked. */
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
  checkEpsilon(`${name}: epsilon`, settings.epsilon);
}

/** The update of Adam, or of AdamW where there is weight decay. */
export function makeAdamUpdate({ beta1, beta2, epsilon, weightDecay }: AdamSettings): Update {
  return makeUpdate(
    {
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
    },
    2,
  );
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
