// What is not finite in the core's memory, in the words of the step in JavaScript.
import { notFiniteIn } from '../learning/clipping.js';
import { type LayerGradient, zeroGradients } from '../learning/gradients.js';
import { overflowIn, parametersOf } from '../learning/parameters.js';
import type { StepPlan } from '../learning/Step.js';
import type { CorePlan } from './CorePlan.js';
import { coreSlots, readSlot } from './coreOptimizerState.js';

/** The slope that keeps a norm from being told, if gradients are clipped by one. */
export function unboundedInCore(core: CorePlan, { network, clipping }: StepPlan): string | undefined {
  if (clipping === undefined || clipping.kind === 'value' || !core.counted().overflowed) return undefined;
  const gradients = zeroGradients(network.layers);
  core.readBeside(gradients, core.distance('gradients'));
  return notFiniteIn(parametersOf(network.layers, gradients, 0));
}

/** The parameter, or the memory of one, that an update has carried away. */
export function overflowInCore(core: CorePlan, plan: StepPlan): string {
  const { network } = plan;
  const moved = zeroGradients(network.layers);
  core.readBeside(moved, 0);
  const memories = coreSlots(plan).map((name) => readSlot(core, name));
  const arrays = (layers: readonly LayerGradient[]) => layers.flatMap(({ weights, biases }) => [weights, biases]);
  const values = arrays(moved);
  const slots = memories.map(arrays);
  const parameters = parametersOf(network.layers, moved, 0).map((array, index) => ({
    ...array,
    values: values[index] as Float32Array,
    slots: slots.map((slot) => slot[index] as Float32Array),
  }));
  return overflowIn(parameters) ?? 'a number too large';
}
