// The update of a custom optimizer: JavaScript that moves the network's arrays by the gradient that the core has made.

import { divergence } from '../learning/divergence.js';
import type { Parameters } from '../learning/parameters.js';
import { customOptimizerPart } from '../learning/parts/customOptimizer.js';
import { maxNormPart } from '../learning/parts/maxNorm.js';
import { overflowGuard } from '../learning/parts/overflowGuard.js';
import { passFor } from '../learning/pass.js';
import type { StepPlan } from '../learning/Step.js';
import { update } from '../learning/TrainingStep.js';
import { withoutFrozen } from '../learning/trainableLayers.js';
import type { CorePlan } from './CorePlan.js';
import { unboundedInCore } from './faults.js';

/** The update of a step, and the parameters that it moves, with their optimizer state. */
export interface CustomUpdate {
  readonly parameters: readonly Parameters[];
  readonly move: (learningRate: number, step: number, share: number) => void;
}

/** The update of a step, which works on the network's arrays: what the caller has changed in them since the last step is undone first. */
export function customUpdate(core: CorePlan, plan: StepPlan): CustomUpdate {
  const pass = withoutFrozen(passFor(plan.network.layers, plan.optimizer.slots));
  const gradients = pass.layers.map(({ weights, biases }) => ({ weights: weights.gradient, biases: biases.gradient }));
  const parts = [overflowGuard, customOptimizerPart, maxNormPart].flatMap((part) => part({ plan, pass }) ?? []);
  const move: CustomUpdate['move'] = (learningRate, step, share) => {
    const moment = { step, learningRate };
    core.leave();
    core.core.exports.finishGradient(core.placed.place, 0, share);
    const unbounded = unboundedInCore(core, plan);
    if (unbounded !== undefined) throw divergence(plan, moment, unbounded);
    core.readBeside(gradients, core.distance('gradients'));
    core.clearGradients();
    try {
      for (const part of parts) part.beforeUpdate?.(moment, { cost: 0, right: 0 });
      update(pass, plan.optimizer, moment);
      for (const part of parts) part.afterUpdate?.(moment);
    } catch (error) {
      for (const part of parts) part.undoUpdate?.();
      throw error;
    }
    core.enter();
  };
  return { parameters: pass.parameters, move };
}
