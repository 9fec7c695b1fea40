// A turn: portions of work that threads do one after another among themselves, without asking the host in between.
import { evaluateRows } from './evaluate';
import { lastLayer } from './layerAt';
import { Plan, Portion } from './records';
import { addExamples, reset, update } from './step';
import { agreeOnOverflow, barrier, shareOf } from './threads';

const DONE: u32 = 1;
/** A sum was too large, or the cost is not a number: the parameters have not moved. */
const SUMS_OVERFLOWED: u32 = 2;
/** The update overflowed, and waits to be restored. */
const UPDATE_OVERFLOWED: u32 = 3;

/** Does the portions of a turn, up to one in which something overflows. */
export function takeTurn(plan: Plan, thread: u32): void {
  let transposed = false;
  for (let index: u32 = 0; index < plan.portions; index++) {
    const portion = portionAt(plan, index);
    const outcome = takePortion(plan, thread, portion, transposed);
    if (thread == 0) portion.outcome = outcome;
    if (outcome != DONE) return;
    transposed = portion.share == 0;
  }
}

function takePortion(plan: Plan, thread: u32, portion: Portion, transposed: bool): u32 {
  addExamples(plan, thread, portion.from, portion.to, transposed);
  if (portion.share == 0) return DONE;
  if (thread == 0) {
    plan.constants = portion.constants;
    portion.cost = plan.cost;
    portion.right = plan.right;
    if (!isFinite(plan.cost)) plan.overflow = 1;
  }
  if (agreeOnOverflow(plan)) return SUMS_OVERFLOWED;
  update(plan, thread, portion.share);
  if (agreeOnOverflow(plan)) return UPDATE_OVERFLOWED;
  if (thread == 0) reset(plan);
  return DONE;
}

/** Costs and answers of the examples of a turn, which is a single portion. */
export function evaluateTurn(plan: Plan, thread: u32): void {
  const from = portionAt(plan, 0).from;
  const to = portionAt(plan, 0).to;
  for (let position = from; position < to; position += plan.batchCapacity) {
    evaluateRows(plan, thread, position, min(plan.batchCapacity, to - position));
    keepEvaluated(plan, thread);
    barrier(plan);
  }
}

/** Copies the costs, answers and outputs of a thread's rows to their places in the order. */
function keepEvaluated(plan: Plan, thread: u32): void {
  const from = shareOf(plan.rows, thread, plan.threads);
  const first = <usize>plan.position + from;
  const count = <usize>(shareOf(plan.rows, thread + 1, plan.threads) - from);
  memory.copy(plan.evaluatedCosts + (first << 3), plan.costs + ((<usize>from) << 3), count << 3);
  memory.copy(plan.evaluatedAnswers + (first << 2), plan.answers + ((<usize>from) << 2), count << 2);
  const layer = lastLayer(plan);
  const row = (<usize>layer.stride) << 2;
  memory.copy(plan.evaluatedOutputs + first * row, layer.activations + (<usize>from) * row, count * row);
}

// @ts-ignore: decorator
@inline
function portionAt(plan: Plan, index: u32): Portion {
  return changetype<Portion>(plan.turn + index * offsetof<Portion>());
}
