// The update that Adam and AdamW share: they differ in the weight decay alone.
import type { Schedule } from '../schedules/schedule.js';
import { checkEpsilon, checkLearningRate, checkShare } from './checks.js';
import type { Update } from './optimizer.js';
import { power } from './power.js';
import { decayOf, makeUpdate, type Pass } from './update.js';

const f = Math.fround;

/** What the update depends on; complete and checked. */
interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** Throws unless a learning rate and the settings are what they may be. `name` is the optimizer's, for errors. */
export function checkAdam(
  name: string,
  settings: Omit<AdamSettings, 'weightDecay'> & { readonly learningRate: number | Schedule },
): void {
  checkLearningRate(`${name}: learningRate`, settings.learningRate);
  checkShare(`${name}: beta1`, settings.beta1);
  checkShare(`${name}: beta2`, settings.beta2);
  checkEpsilon(`${name}: epsilon`, settings.epsilon);
}

/** m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, w -= rate (m unbias1) / (sqrt(v unbias2) + epsilon). */
export function adamUpdate({ beta1, beta2, epsilon, weightDecay }: AdamSettings): Update {
  return makeUpdate(
    {
      kernel: 'adam',
      constants: ({ step, learningRate }) => [
        decayOf(learningRate, weightDecay),
        f(learningRate),
        f(beta1),
        f(1 - beta1),
        f(beta2),
        f(1 - beta2),
        // Both means start at 0 and are too small at first; these make up for it.
        f(1 / (1 - power(beta1, step))),
        f(1 / (1 - power(beta2, step))),
        f(epsilon),
      ],
      settings: { beta1, beta2, epsilon, weightDecay },
    },
    2,
    byMeans,
  );
}

const byMeans: Pass = (parameters, gradient, [means, squares], constants) => {
  const [, rate, keep1, take1, keep2, take2, unbias1, unbias2, epsilon] = constants;
  for (let i = 0; i < parameters.length; i++) {
    const slope = gradient[i];
    const mean = f(f(keep1 * means[i]) + f(take1 * slope));
    const square = f(f(keep2 * squares[i]) + f(take2 * f(slope * slope)));
    means[i] = mean;
    squares[i] = square;
    const root = f(f(Math.sqrt(f(square * unbias2))) + epsilon);
    parameters[i] = parameters[i] - f(f(rate * f(mean * unbias1)) / root);
  }
};
