// Evaluation: the cost of each example, and the class that the network gives it.
import { forward } from './forward';
import { gather } from './gather';
import { lastLayer } from './layerAt';
import { cost } from './losses';
import { exampleAt } from './order';
import { Plan } from './records';
import { weightOf } from './sampleWeights';
import { targetRowOf } from './scratch';
import { shareOf } from './threads';

/** Costs and answers of the examples at places `from` to `to` of the order, which must fit into a batch: without threads. */
export function evaluate(plan: Plan, from: u32, to: u32): void {
  const threads = plan.threads;
  plan.threads = 1;
  evaluateRows(plan, 0, from, to - from);
  plan.threads = threads;
}

/** Costs and answers of a thread's share of `rows` examples, from place `position` of the order on. */
export function evaluateRows(plan: Plan, thread: u32, position: u32, rows: u32): void {
  plan.position = position;
  plan.rows = rows;
  const from = shareOf(rows, thread, plan.threads);
  const to = shareOf(rows, thread + 1, plan.threads);
  gather(plan, from, to);
  if (!forward(plan, thread, from, to)) plan.overflow = 1;
  costsAndAnswers(plan, thread, from, to);
}

/** Costs and answers of rows `from` to `to`. */
export function costsAndAnswers(plan: Plan, thread: u32, from: u32, to: u32): void {
  const layer = lastLayer(plan);
  for (let row = from; row < to; row++) {
    const outputs = layer.activations + ((<usize>row * layer.stride) << 2);
    store<f64>(plan.costs + ((<usize>row) << 3), cost(plan, row, targetOf(plan, thread, row)));
    store<u32>(plan.answers + ((<usize>row) << 2), answer(outputs, layer.outputs));
  }
}

/** Adds up what the batch cost, example by example in their order, and which were answered right: each times its weight. */
export function addTotals(plan: Plan): void {
  for (let row: u32 = 0; row < plan.rows; row++) {
    const weight = <f64>weightOf(plan, row);
    if (weight == 0) continue;
    plan.cost += weight * load<f64>(plan.costs + ((<usize>row) << 3));
    if (plan.labels == 0) continue;
    const label = load<u32>(plan.labels + (exampleAt(plan, plan.position + row) << 2));
    if (load<u32>(plan.answers + ((<usize>row) << 2)) == label) plan.right += weight;
  }
}

/** Where the target of the example in a row stands; that of a label is written out first. */
// @ts-ignore: decorator
@inline
export function targetOf(plan: Plan, thread: u32, row: u32): usize {
  const outputs = lastLayer(plan).outputs;
  const example = exampleAt(plan, plan.position + row);
  if (plan.targets) return plan.targets + ((example * outputs) << 2);
  const target = targetRowOf(plan, thread);
  const label = load<u32>(plan.labels + (example << 2));
  if (plan.labelIsTarget) {
    store<f32>(target, <f32>(<i32>label));
  } else {
    memory.fill(target, 0, (<usize>outputs) << 2);
    // The caller may have changed a label into one of no class, which must not be written elsewhere.
    if (label < outputs) store<f32>(target + ((<usize>label) << 2), 1);
  }
  return target;
}

/** The class that an output stands for: the brightest, or of a single output whether it is above 0.5. */
export function answer(outputs: usize, count: u32): u32 {
  if (count == 1) return <u32>(load<f32>(outputs) > 0.5);
  let best: usize = 0;
  for (let i: usize = 1; i < count; i++) {
    if (load<f32>(outputs + (i << 2)) > load<f32>(outputs + (best << 2))) best = i;
  }
  return <u32>best;
}
