// What is done to the mean gradient before the update: penalties of the weights, and clipping.
// The steps of learning/penalty.ts and learning/clipping.ts.

import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { columnPlace, rowBytes } from './panels';
import { barrier, shareOf } from './threads';

/** How gradients are clipped. */
export const NONE: u32 = 0;
export const BY_VALUE: u32 = 1;
export const BY_NORM: u32 = 2;
export const BY_GLOBAL_NORM: u32 = 3;

/** g += 2 l2 w, and g += l1 sign(w), for the weights of all layers and not for their biases. */
export function penalize(plan: Plan, thread: u32): void {
  const gradient = plan.gradients - plan.parameters;
  const twiceL2 = f32x4.splat(plan.twiceL2);
  const l1 = f32x4.splat(plan.l1);
  const zero = f32x4.splat(0);
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (layer.frozen) continue;
    const end = startOfShare(plan, layer.weights, layer.biases, thread + 1);
    for (let place = startOfShare(plan, layer.weights, layer.biases, thread); place < end; place += 16) {
      const weights = v128.load(place);
      let slopes = v128.load(place + gradient);
      if (plan.twiceL2 != 0) slopes = f32x4.add(slopes, f32x4.mul(twiceL2, weights));
      if (plan.l1 != 0) {
        const above = v128.bitselect(f32x4.add(slopes, l1), slopes, f32x4.gt(weights, zero));
        slopes = v128.bitselect(f32x4.sub(slopes, l1), above, f32x4.lt(weights, zero));
      }
      v128.store(place + gradient, slopes);
    }
  }
}

/** Where a thread's part of the numbers from `start` to `end` begins, four at a time. */
// @ts-ignore: decorator
@inline
function startOfShare(plan: Plan, start: usize, end: usize, thread: u32): usize {
  return start + (<usize>shareOf(<u32>((end - start) >> 4), thread, plan.threads) << 4);
}

/** Clips the gradients. Returns false if they are too large to measure. */
export function clip(plan: Plan, thread: u32): bool {
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

/** Each neuron's sum of the squares of its weights' slopes, a thread's share of them, and each layer's sum for its biases. */
function squareAll(plan: Plan, thread: u32): void {
  let squares = plan.squares;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const fours = layer.stride >> 2;
    const from = shareOf(fours, thread, plan.threads);
    const to = shareOf(fours, thread + 1, plan.threads);
    for (let four = from; four < to; four++) squareFour(layer, layer.weightGradient, four << 2, squares + (<usize>four << 5));
    squares += <usize>layer.stride << 3;
    if (thread == 0) store<f64>(squares, squaresOfBiases(layer));
    squares += 8;
  }
}

/** The sums of four neurons of a layer's matrix side by side, each in double precision and in the order of its inputs. */
export function squareFour(layer: Layer, matrix: usize, neuron: u32, sums: usize): void {
  const step = rowBytes(layer.outputs, neuron);
  let place = columnPlace(matrix, layer.inputs, layer.outputs, neuron);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let input: u32 = 0; input < layer.inputs; input++) {
    const numbers = v128.load(place);
    const first = f64x2.promote_low_f32x4(numbers);
    const second = f64x2.promote_low_f32x4(v128.shuffle<i64>(numbers, numbers, 1, 1));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
    place += step;
  }
  v128.store(sums, low);
  v128.store(sums, high, 16);
}

function squaresOfBiases(layer: Layer): f64 {
  let total: f64 = 0;
  for (let output: usize = 0; output < layer.outputs; output++) {
    const slope = <f64>load<f32>(layer.biasGradient + (output << 2));
    total += slope * slope;
  }
  return total;
}

/** Adds the squares up, neuron after neuron, and shortens what is too long. Every thread adds, and shortens its share. */
function shrinkAll(plan: Plan, thread: u32): bool {
  let squares = plan.squares;
  let all: f64 = 0;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    let weights: f64 = 0;
    for (let output: usize = 0; output < layer.outputs; output++) weights += load<f64>(squares + (output << 3));
    squares += <usize>layer.stride << 3;
    const biases = load<f64>(squares);
    squares += 8;
    all = all + weights + biases;
    if (plan.clipping == BY_NORM) {
      shrink(plan, thread, layer.weightGradient, layer.biasGradient, weights);
      shrink(plan, thread, layer.biasGradient, layer.biasGradient + (<usize>layer.stride << 2), biases);
    }
  }
  if (plan.clipping == BY_GLOBAL_NORM) shrink(plan, thread, plan.gradients, plan.gradients + plan.parameterBytes, all);
  return isFinite(all);
}

/** g x= limit / norm, if the norm is above the limit: a thread's share of the slopes from `start` to `end`. */
function shrink(plan: Plan, thread: u32, start: usize, end: usize, squares: f64): void {
  const norm = sqrt(squares);
  if (!isFinite(squares) || norm <= plan.clipLimit) return;
  const factor = f32x4.splat(<f32>(plan.clipLimit / norm));
  const last = startOfShare(plan, start, end, thread + 1);
  for (let place = startOfShare(plan, start, end, thread); place < last; place += 16) {
    v128.store(place, f32x4.mul(v128.load(place), factor));
  }
}
