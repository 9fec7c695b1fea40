// A turn: portions of work that threads do one after another among themselves, without asking the host in between.
import { forward } from './forward';
import { judge } from './judge';
import { Plan, Portion } from './records';
import { add, apply, gather, reset } from './step';
import { agreeOnOverflow, barrier, shareOf } from './threads';

const DONE: u32 = 1;
/** A sum was too large, or the cost is not a number: the parameters have not moved. */
const SUMS_OVERFLOWED: u32 = 2;
/** The update overflowed, and waits to be restored. */
const UPDATE_OVERFLOWED: u32 = 3;

/** Does the portions of a turn, up to one in which something overflows. */
export function takeTurn(plan: Plan, thread: u32): void {
  let turned = false;
  for (let index: u32 = 0; index < plan.portions; index++) {
    const portion = portionAt(plan, index);
    const outcome = takePortion(plan, thread, portion, turned);
    if (thread == 0) portion.outcome = outcome;
    if (outcome != DONE) return;
    turned = portion.share == 0;
  }
}

function takePortion(plan: Plan, thread: u32, portion: Portion, turned: bool): u32 {
  add(plan, thread, portion.from, portion.to, turned);
  if (portion.share == 0) return DONE;
  if (thread == 0) {
    plan.constants = portion.constants;
    portion.cost = plan.cost;
    portion.right = plan.right;
    if (!isFinite(plan.cost)) plan.overflow = 1;
  }
  if (agreeOnOverflow(plan)) return SUMS_OVERFLOWED;
  apply(plan, thread, portion.share);
  if (agreeOnOverflow(plan)) return UPDATE_OVERFLOWED;
  if (thread == 0) reset(plan);
  return DONE;
}

/** Costs and answers of the examples of a turn, which is a single portion. */
export function examineTurn(plan: Plan, thread: u32): void {
  const from = portionAt(plan, 0).from;
  const to = portionAt(plan, 0).to;
  for (let position = from; position < to; position += plan.batchCapacity) {
    examineRows(plan, thread, position, min(plan.batchCapacity, to - position));
    barrier(plan);
  }
}

function examineRows(plan: Plan, thread: u32, position: u32, rows: u32): void {
  const scratch = plan.scratch + thread * plan.scratchBytes;
  const from = shareOf(rows, thread, plan.threads);
  const to = shareOf(rows, thread + 1, plan.threads);
  gather(plan, position, rows, from, to);
  if (!forward(plan, thread, plan.threads, scratch, rows, from, to)) plan.overflow = 1;
  judge(plan, scratch + plan.scratchTarget, position, from, to);
  const first = <usize>position + from;
  const count = <usize>(to - from);
  memory.copy(plan.evaluatedCosts + (first << 3), plan.costs + (<usize>from << 3), count << 3);
  memory.copy(plan.evaluatedAnswers + (first << 2), plan.answers + (<usize>from << 2), count << 2);
}

// @ts-ignore: decorator
@inline
function portionAt(plan: Plan, index: u32): Portion {
  return changetype<Portion>(plan.turn + index * offsetof<Portion>());
}
