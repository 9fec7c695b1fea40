// Numbers in the core's memory that are not finite, in the words of the step in JavaScript.
import { type LayerGradient, namedParameters, zeroGradients } from '../learning/parameters.js';
import { notFiniteIn } from '../learning/parts/clipping.js';
import { overflowIn } from '../learning/parts/overflowGuard.js';
import type { StepPlan } from '../learning/Step.js';
import { coreSlots, readSlot } from './CoreParameters.js';
import type { CorePlan } from './CorePlan.js';

/** The gradient that is not finite, so that there is no norm to clip by; undefined if there is none. */
export function unboundedInCore(core: CorePlan, { network, clipping }: StepPlan): string | undefined {
  if (clipping === undefined || clipping.kind === 'value' || !core.counted().overflowed) return undefined;
  const gradients = zeroGradients(network.layers);
  core.parameters.read('gradients', gradients);
  const arrays = arraysOf(gradients);
  return notFiniteIn(namedParameters(network.layers).map((array, index) => ({ ...array, gradient: arrays[index] })));
}

/** The parameter that an update has carried away, or the optimizer state of one. */
export function overflowInCore(core: CorePlan, plan: StepPlan): string {
  const { network } = plan;
  const updated = zeroGradients(network.layers);
  core.parameters.read('parameters', updated);
  const values = arraysOf(updated);
  const state = coreSlots(plan).map((name) => arraysOf(readSlot(core, name)));
  const parameters = namedParameters(network.layers).map(({ name }, index) => {
    return { name, values: values[index], slots: state.map((slot) => slot[index]) };
  });
  return overflowIn(parameters) ?? 'a number too large';
}

function arraysOf(layers: readonly LayerGradient[]): Float32Array[] {
  return layers.flatMap(({ weights, biases }) => [weights, biases]);
}
