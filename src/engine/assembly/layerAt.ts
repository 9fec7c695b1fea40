import { Layer, Plan } from './records';

/** The layer at an index. */
// @ts-ignore: decorator
@inline
export function layerAt(plan: Plan, index: u32): Layer {
  return changetype<Layer>(plan.layers + index * offsetof<Layer>());
}
