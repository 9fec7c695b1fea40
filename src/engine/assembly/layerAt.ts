// The layers of a plan, and what they read.
import { Layer, Plan } from './records';

/** The layer at an index. */
// @ts-ignore: decorator
@inline
export function layerAt(plan: Plan, index: u32): Layer {
  return changetype<Layer>(plan.layers + index * offsetof<Layer>());
}

// @ts-ignore: decorator
@inline
export function lastLayer(plan: Plan): Layer {
  return layerAt(plan, plan.layerCount - 1);
}

/** The inputs of the layer at an index: rows of the batch, as many bytes apart as `layerInputsRow` says. */
// @ts-ignore: decorator
@inline
export function layerInputs(plan: Plan, index: u32): usize {
  return index == 0 ? plan.batchInputs : layerAt(plan, index - 1).nextInputs;
}

// @ts-ignore: decorator
@inline
export function layerInputsRow(plan: Plan, index: u32): u32 {
  return (index == 0 ? plan.width : layerAt(plan, index - 1).stride) << 2;
}

/** Whether many inputs of the layer at an index are exactly 0. */
// @ts-ignore: decorator
@inline
export function hasSparseInputs(plan: Plan, index: u32): bool {
  return index > 0 && layerAt(plan, index - 1).sparse != 0;
}
