// Custom functions: activations and losses, which the core calls in the middle of a batch, and the update of a custom optimizer, which
// moves the network's arrays by the core's gradient.
import { divergence } from '../learning/divergence.js';
import type { Loss } from '../learning/losses/loss.js';
import type { UpdateMoment } from '../learning/optimizers/optimizer.js';
import type { Parameters } from '../learning/parameters.js';
import { customOptimizerPart } from '../learning/parts/customOptimizer.js';
import { overflowGuard } from '../learning/parts/overflowGuard.js';
import { maxNormPart } from '../learning/parts/regularization.js';
import { passFor, withoutFrozen } from '../learning/pass.js';
import type { JoinedStep } from '../learning/StepPart.js';
import { cost, update } from '../learning/TrainingStep.js';
import { activate, activationDerivative } from '../model/forwardLayer.js';
import type { Layer } from '../model/Layer.js';
import { unboundedInCore } from './CoreParameters.js';
import type { CorePlan } from './CorePlan.js';
import type { Host } from './core.js';
import { isCustom, isCustomLoss } from './kernels.js';
import { type PlacedLayer, strideOf } from './layerPlaces.js';

/** The part of a plan that custom functions read and write. */
interface Numbers {
  readonly placed: { readonly layers: readonly PlacedLayer[] };
  floats(place: number, count: number): Float32Array;
}

/** The functions that the core calls, or undefined where it calls none. */
export function customFunctions(plan: Numbers, layers: readonly Layer[], loss: Loss): Host | undefined {
  if (!isCustomLoss(loss) && !layers.some(({ activation }) => isCustom(activation))) return undefined;
  const last = layers.length - 1;
  const rowOf = (index: number, row: number, name: 'weightedSums' | 'activations' | 'deltas') => {
    const { outputs, [name]: place } = plan.placed.layers[index];
    return plan.floats(place + row * strideOf(outputs) * 4, outputs);
  };
  const traceOf = (index: number, row: number) => ({
    weightedSums: rowOf(index, row, 'weightedSums'),
    activations: rowOf(index, row, 'activations'),
  });
  return {
    activate(index, from, to) {
      const { activation } = layers[index];
      for (let row = from; row < to; row++) {
        const { weightedSums, activations } = traceOf(index, row);
        activate(activation, activations, weightedSums);
      }
    },
    activationDerivative(index, from, to) {
      const { activation } = layers[index];
      for (let row = from; row < to; row++) {
        const { weightedSums, activations } = traceOf(index, row);
        activationDerivative(activation, rowOf(index, row, 'deltas'), weightedSums, activations);
      }
    },
    cost(row, target) {
      const layer = layers[last];
      return cost(layer, traceOf(last, row), plan.floats(target, layer.outputs), loss);
    },
    lossGradient(row, target) {
      const { activations } = traceOf(last, row);
      rowOf(last, row, 'deltas').set((loss.formulas ?? loss).gradient(activations, plan.floats(target, activations.length)));
    },
  };
}

/** The update of a step, and the parameters that it moves, with their optimizer state. */
export interface CustomUpdate {
  readonly parameters: readonly Parameters[];
  readonly move: (core: CorePlan, moment: UpdateMoment, share: number) => void;
}

/** The update of a step. It works on the network's arrays, and first undoes what the caller has changed in them. */
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
