// The scratch of a thread: the product at hand, lists, deltas in panels, and a row of targets. What one act leaves there is
// lost to the next.
import { Lists, Plan, Product } from './records';

// @ts-ignore: decorator
@inline
function scratchOf(plan: Plan, thread: u32): usize {
  return plan.scratch + <usize>thread * plan.scratchBytes;
}

/** The product that a thread makes next; all of its fields are to be set. */
// @ts-ignore: decorator
@inline
export function productOf(plan: Plan, thread: u32): Product {
  return changetype<Product>(scratchOf(plan, thread));
}

// @ts-ignore: decorator
@inline
export function listsOf(plan: Plan, thread: u32): Lists {
  return changetype<Lists>(scratchOf(plan, thread) + plan.scratchLists);
}

/** Room for [rows, neurons] in panels. */
// @ts-ignore: decorator
@inline
export function panelsOf(plan: Plan, thread: u32): usize {
  return scratchOf(plan, thread) + plan.scratchPanels;
}

/** Room for [outputs] of the last layer. */
// @ts-ignore: decorator
@inline
export function targetRowOf(plan: Plan, thread: u32): usize {
  return scratchOf(plan, thread) + plan.scratchTarget;
}
