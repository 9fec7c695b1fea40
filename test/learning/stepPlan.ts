// What a training step needs, for tests that look at the step itself: plain descent on the quadratic cost, if left out.
import { quadratic, sgd } from 'glassbox-nn';
import type { StepPlan } from '../../src/learning/Step.js';

/** A complete plan for the network and the data. */
export function stepPlan(given: Pick<StepPlan, 'network' | 'data'> & Partial<StepPlan>): StepPlan {
  return {
    loss: quadratic,
    optimizer: sgd(),
    seed: 0,
    l1: 0,
    l2: 0,
    clipping: undefined,
    maxNorm: 0,
    dropout: given.network.layers.map(() => 0),
    augmentation: undefined,
    ...given,
  };
}
