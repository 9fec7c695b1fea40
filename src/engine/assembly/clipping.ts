// Clipping of the mean gradient before the update: the steps of learning/parts/clipping.ts.
import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { squareFour } from './squares';
import { barrier, shareOf, startOfShare } from './threads';

/** How gradients are clipped; not at all if 0. */
const BY_VALUE: u32 = 1;
const BY_NORM: u32 = 2;
const BY_GLOBAL_NORM: u32 = 3;

/** Clips the gradients. Returns false if they are too large to measure. */
export function clipGradients(plan: Plan, thread: u32): bool {
  if (plan.clipping == BY_VALUE) {
    clipValues(plan, thread);
    return true;
  }
  squareAll(plan, thread);
  barrier(plan);
  return shrinkAll(plan, thread);
}

function clipValues(plan: Plan, thread: u32): void {
  const high = f32x4.splat(<f32>plan.clipLimit);
  const low = f32x4.splat(-(<f32>plan.clipLimit));
  const end = startOfShare(plan, plan.gradients, plan.gradients + plan.parameterBytes, thread + 1);
  let place = startOfShare(plan, plan.gradients, plan.gradients + plan.parameterBytes, thread);
  for (; place < end; place += 16) v128.store(place, f32x4.pmin(f32x4.pmax(v128.load(place), low), high));
}

/** Each neuron's sum of the squares of its weights' gradients, for a thread's neurons, and each layer's sum for its biases. */
function squareAll(plan: Plan, thread: u32): void {
  let squares = plan.squares;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const fours = layer.stride >> 2;
    const from = shareOf(fours, thread, plan.threads);
    const to = shareOf(fours, thread + 1, plan.threads);
    for (let four = from; four < to; four++) squareFour(layer, layer.weightGradient, four << 2, squares + ((<usize>four) << 5));
    squares += (<usize>layer.stride) << 3;
    if (thread == 0) store<f64>(squares, squaresOfBiases(layer));
    squares += 8;
  }
}

function squaresOfBiases(layer: Layer): f64 {
  let total: f64 = 0;
  for (let output: usize = 0; output < layer.outputs; output++) {
    const gradient = <f64>load<f32>(layer.biasGradient + (output << 2));
    total += gradient * gradient;
  }
  return total;
}

/** Adds the squares up, neuron after neuron, and shrinks what is above the limit. Every thread adds, and shrinks its share. */
function shrinkAll(plan: Plan, thread: u32): bool {
  let squares = plan.squares;
  let all: f64 = 0;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    let weights: f64 = 0;
    for (let output: usize = 0; output < layer.outputs; output++) weights += load<f64>(squares + (output << 3));
    squares += (<usize>layer.stride) << 3;
    const biases = load<f64>(squares);
    squares += 8;
    all = all + weights + biases;
    if (plan.clipping == BY_NORM) {
      shrink(plan, thread, layer.weightGradient, layer.biasGradient, weights);
      shrink(plan, thread, layer.biasGradient, layer.biasGradient + ((<usize>layer.stride) << 2), biases);
    }
  }
  if (plan.clipping == BY_GLOBAL_NORM) shrink(plan, thread, plan.gradients, plan.gradients + plan.parameterBytes, all);
  return isFinite(all);
}

/** g x= limit / norm, if the norm is above the limit: a thread's share of the gradients from `start` to `end`. */
function shrink(plan: Plan, thread: u32, start: usize, end: usize, squares: f64): void {
  const norm = sqrt(squares);
  if (!isFinite(squares) || norm <= plan.clipLimit) return;
  const factor = f32x4.splat(<f32>(plan.clipLimit / norm));
  const last = startOfShare(plan, start, end, thread + 1);
  for (let place = startOfShare(plan, start, end, thread); place < last; place += 16) {
    v128.store(place, f32x4.mul(v128.load(place), factor));
  }
}
