// The order of an epoch: which example stands at each of its places, and where the inputs of that example are.
import { Plan } from './records';

/** The number of the example at a place of the epoch's order. */
// @ts-ignore: decorator
@inline
export function exampleAt(plan: Plan, position: u32): usize {
  return <usize>load<u32>(plan.order + ((<usize>position) << 2));
}

/** Where the inputs of the example at a place of the order are found: its number, unless its image was changed. */
// @ts-ignore: decorator
@inline
export function inputAt(plan: Plan, position: u32): usize {
  return <usize>load<u32>(plan.inputOrder + ((<usize>position) << 2));
}
