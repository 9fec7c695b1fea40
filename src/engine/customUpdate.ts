// The update of a custom optimizer: JavaScript that moves the network's arrays by the gradient that the core has made.
import { divergence } from '../learning/divergence.js';
import type { UpdateMoment } from '../learning/optimizers/optimizer.js';
import type { Parameters } from '../learning/parameters.js';
import { customOptimizerPart } from '../learning/parts/customOptimizer.js';
import { maxNormPart } from '../learning/parts/maxNorm.js';
import { overflowGuard } from '../learning/parts/overflowGuard.js';
import { passFor, withoutFrozen } from '../learning/pass.js';
import type { JoinedStep } from '../learning/StepPart.js';
import { update } from '../learning/TrainingStep.js';
import type { CorePlan } from './CorePlan.js';
import { unboundedInCore } from './faults.js';

/** The update of a step, and the parameters that it moves, with their optimizer state. */
export interface CustomUpdate {
  readonly parameters: readonly Parameters[];
  readonly move: (core: CorePlan, moment: UpdateMoment, share: number) => void;
}

/** The update of a step, which works on the network's arrays: what the caller has changed in them since the last step is undone first. */
export function customUpdate(step: Pick<JoinedStep, 'plan'>): CustomUpdate {
  const { network, optimizer } = step.plan;
  const pass = withoutFrozen(passFor(network.layers, optimizer.slots));
  const gradients = pass.layers.map(({ weights, biases }) => ({ weights: weights.gradient, biases: biases.gradient }));
  const joined: JoinedStep = {
    pass,
    get plan() {
      return step.plan;
    },
  };
  const parts = [overflowGuard, customOptimizerPart, maxNormPart].flatMap((part) => part(joined) ?? []);
  const move: CustomUpdate['move'] = (core, moment, share) => {
    const { plan } = step;
    core.parameters.leave(network.layers);
    core.core.exports.finishGradient(core.placed.place, 0, share);
    const unbounded = unboundedInCore(core, plan);
    if (unbounded !== undefined) throw divergence(plan, moment, unbounded);
    core.parameters.read('gradients', gradients);
    core.parameters.clearGradients();
    try {
      for (const part of parts) part.beforeUpdate?.(moment, { cost: 0, right: 0 });
      update(pass, optimizer, moment);
      for (const part of parts) part.afterUpdate?.(moment);
    } catch (error) {
      for (const part of parts) part.undoUpdate?.();
      throw error;
    }
    core.parameters.enter(network.layers);
  };
  return { parameters: pass.parameters, move };
}
