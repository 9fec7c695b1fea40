// What came of a batch: the cost of each example, and the class it was given.
import { exampleAt } from './gather';
import { arePartners, costOf } from './losses';
import { layerAt } from './layerAt';
import { Plan } from './records';

/** Costs and answers of rows `from` to `to`. */
export function judge(plan: Plan, target: usize, position: u32, from: u32, to: u32): void {
  const layer = layerAt(plan, plan.layerCount - 1);
  const partners = arePartners(plan.loss, layer.activation);
  for (let row = from; row < to; row++) {
    const start = (<usize>row * layer.stride) << 2;
    const outputs = layer.activations + start;
    const wanted = targetOf(plan, target, layer.outputs, exampleAt(plan, position + row));
    const cost = costOf(plan.loss, partners, row, layer.weightedSums + start, outputs, wanted, layer.outputs);
    store<f64>(plan.costs + ((<usize>row) << 3), cost);
    store<u32>(plan.answers + ((<usize>row) << 2), answer(outputs, layer.outputs));
  }
}

/** Adds up what the batch cost, example by example in their order, and how many were answered right. */
export function count(plan: Plan, position: u32, rows: u32): void {
  for (let row: u32 = 0; row < rows; row++) {
    plan.cost += load<f64>(plan.costs + ((<usize>row) << 3));
    if (plan.labels == 0) continue;
    const label = load<u32>(plan.labels + (exampleAt(plan, position + row) << 2));
    if (load<u32>(plan.answers + ((<usize>row) << 2)) == label) plan.right += 1;
  }
}

/** Where the target of an example stands; that of a label is written out first. */
export function targetOf(plan: Plan, target: usize, outputs: u32, example: usize): usize {
  if (plan.targets) return plan.targets + ((example * outputs) << 2);
  const label = load<u32>(plan.labels + (example << 2));
  if (plan.labelIsTarget) {
    store<f32>(target, <f32>(<i32>label));
  } else {
    memory.fill(target, 0, (<usize>outputs) << 2);
    // A label that was changed into one of no class must not be written elsewhere.
    if (label < outputs) store<f32>(target + ((<usize>label) << 2), 1);
  }
  return target;
}

/** The brightest output; of a single one, whether it is above 0.5. */
export function answer(outputs: usize, count: u32): u32 {
  if (count == 1) return <u32>(load<f32>(outputs) > 0.5);
  let best: usize = 0;
  for (let i: usize = 1; i < count; i++) {
    if (load<f32>(outputs + (i << 2)) > load<f32>(outputs + (best << 2))) best = i;
  }
  return <u32>best;
}
