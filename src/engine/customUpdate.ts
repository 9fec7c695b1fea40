// An optimizer of the user's own: JavaScript that moves the network's arrays by the gradient that the core has made.
import { zeroGradients } from '../learning/gradients.js';
import { holdNorms } from '../learning/maxNorm.js';
import { divergence, moveParameters } from '../learning/moveParameters.js';
import { type Parameters, trainableParameters } from '../learning/parameters.js';
import type { StepPlan } from '../learning/Step.js';
import { ofTrainable } from '../learning/trainableLayers.js';
import type { CorePlan } from './CorePlan.js';
import { unboundedInCore } from './faults.js';

/** The update of a step, and the knobs that it moves, with what it remembers of them. */
export interface CustomUpdate {
  readonly parameters: readonly Parameters[];
  readonly move: (learningRate: number, step: number, share: number) => void;
}

/** The update of a step, which works on the network's arrays: what the caller has changed in them since the last step is undone first. */
export function customUpdate(core: CorePlan, plan: StepPlan): CustomUpdate {
  const { network, optimizer, maxNorm } = plan;
  const gradients = zeroGradients(network.layers);
  const parameters = trainableParameters(network.layers, gradients, optimizer.slots);
  const learners = ofTrainable(network.layers, network.layers);
  const move: CustomUpdate['move'] = (learningRate, step, share) => {
    core.leave();
    core.core.exports.finishGradient(core.placed.place, 0, share);
    const unbounded = unboundedInCore(core, plan);
    if (unbounded !== undefined) throw divergence(plan, { step, learningRate }, unbounded);
    core.readBeside(gradients, core.distance('gradients'));
    core.clearGradients();
    moveParameters(parameters, plan, { step, learningRate });
    holdNorms(learners, maxNorm);
    core.enter();
  };
  return { parameters, move };
}
