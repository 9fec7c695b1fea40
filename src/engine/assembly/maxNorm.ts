// The weights of each neuron are held to a largest norm, after the update: the steps of learning/parts/maxNorm.ts.
import { layerAt } from './layerAt';
import { columnPlace, rowBytes } from './panels';
import { Layer, Plan } from './records';
import { squareFour } from './squares';
import { shareOf } from './threads';

/**
 * Scales down the weights of neurons whose norm is above the limit. A thread has its own neurons; all threads have moved them
 * before.
 */
export function holdNorms(plan: Plan, thread: u32): void {
  let squares = plan.squares;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const fours = layer.stride >> 2;
    const to: u32 = layer.frozen ? 0 : shareOf(fours, thread + 1, plan.threads);
    for (let four = shareOf(fours, thread, plan.threads); four < to; four++) {
      const sums = squares + ((<usize>four) << 5);
      squareFour(layer, layer.weights, four << 2, sums);
      holdFour(plan.maxNorm, layer, four << 2, sums);
    }
    squares += (<usize>(layer.stride + 1)) << 3;
  }
}

/** w x= limit / norm for those of four neurons whose norm is above the limit. */
function holdFour(limit: f64, layer: Layer, neuron: u32, sums: usize): void {
  const limits = f64x2.splat(limit);
  const low = f64x2.sqrt(v128.load(sums));
  const high = f64x2.sqrt(v128.load(sums, 16));
  const lowLonger = f64x2.gt(low, limits);
  const highLonger = f64x2.gt(high, limits);
  if (!v128.any_true(v128.or(lowLonger, highLonger))) return;
  const one = f64x2.splat(1);
  const first = f32x4.demote_f64x2_zero(v128.bitselect(f64x2.div(limits, low), one, lowLonger));
  const second = f32x4.demote_f64x2_zero(v128.bitselect(f64x2.div(limits, high), one, highLonger));
  const factors = v128.shuffle<i64>(first, second, 0, 2);
  const step = rowBytes(layer.outputs, neuron);
  let place = columnPlace(layer.weights, layer.inputs, layer.outputs, neuron);
  for (let input: u32 = 0; input < layer.inputs; input++) {
    v128.store(place, f32x4.mul(v128.load(place), factors));
    place += step;
  }
}
