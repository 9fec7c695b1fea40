// What a built-in optimizer remembers, read from the core's memory and written there.
import { isTrainable, type LayerGradient, ofTrainable, zeroGradients } from '../learning/parameters.js';
import type { StepPlan } from '../learning/Step.js';
import type { CorePlan } from './CorePlan.js';

/** The slots that the plan's optimizer has in the core. */
export function coreSlots({ optimizer }: StepPlan): ('firstSlot' | 'secondSlot')[] {
  return (['firstSlot', 'secondSlot'] as const).slice(0, optimizer.slots);
}

/** A slot of all layers. */
export function readSlot(core: CorePlan, name: 'firstSlot' | 'secondSlot'): LayerGradient[] {
  const slot = zeroGradients(core.work.network.layers);
  core.parameters.read(name, slot);
  return slot;
}

/** The optimizer state, in the order of `optimizerStateOf`. */
export function readOptimizerState(core: CorePlan, plan: StepPlan): Float32Array[] {
  const { layers } = plan.network;
  return coreSlots(plan).flatMap((name) =>
    ofTrainable(layers, readSlot(core, name)).flatMap(({ weights, biases }) => [weights, biases]),
  );
}

/** Writes such a memory. */
export function writeOptimizerState(core: CorePlan, plan: StepPlan, memory: readonly Float32Array[]): void {
  const { layers } = plan.network;
  let next = 0;
  for (const name of coreSlots(plan)) {
    const slot = zeroGradients(layers).map((zeros, index) => {
      if (!isTrainable(layers[index])) return zeros;
      next += 2;
      return { weights: memory[next - 2], biases: memory[next - 1] };
    });
    core.parameters.write(name, slot);
  }
}
