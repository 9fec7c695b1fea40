// How much each example counts. See learning/parts/sampleWeights.ts.
import { exampleAt } from './order';
import { Layer, Plan } from './records';

/** The weight of the example in a row of the batch; 1 where none are given. */
export function weightOf(plan: Plan, row: u32): f32 {
  return plan.sampleWeights ? load<f32>(plan.sampleWeights + (exampleAt(plan, plan.position + row) << 2)) : 1;
}

/** deltas of the last layer x= the weight of the example, for rows `from` to `to`; 0 where it is 0, whatever they were. */
export function weighDeltas(plan: Plan, layer: Layer, from: u32, to: u32): void {
  for (let row = from; row < to; row++) {
    const weight = weightOf(plan, row);
    const start = layer.deltas + ((<usize>row * layer.stride) << 2);
    const end = start + ((<usize>layer.outputs) << 2);
    for (let place = start; place < end; place += 4) store<f32>(place, weight == 0 ? 0 : load<f32>(place) * weight);
  }
}
