// Forward: rows of a batch on their way through the layers. In one line, a' = squish(W a + b), the bias last.
import * as kinds from './activations';
import { valueOf } from './activations';
import { denseProduct } from './denseProduct';
import { weighDirectly } from './directProduct';
import { keep } from './dropping';
import { isDirect, isListed } from './gather';
import * as host from './host';
import { listRows } from './lists';
import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { columnPlace } from './panels';
import { softmaxForward } from './softmax';
import { sparseProduct } from './sparseProduct';
import { barrier, neuronsFrom, neuronsTo, sharesNeurons } from './threads';

/**
 * Takes rows `from` to `to` of a batch of `rows` through all layers. Returns false if an activation is not finite.
 *
 * @param threads - How many do so at the same time, each with rows of its own, and this one's number among them.
 */
export function forward(plan: Plan, thread: u32, threads: u32, scratch: usize, rows: u32, from: u32, to: u32): bool {
  let finite = true;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (sharesNeurons(layer, threads)) weighTogether(plan, thread, scratch, index, rows);
    else weigh(plan, scratch, index, rows, from, to, 0, layer.outputs);
    if (!squish(layer, index, from, to)) finite = false;
    if (layer.mask) {
      const start = (<usize>from * layer.stride) << 2;
      keep(layer.nextInputs + start, layer.activations + start, layer.mask + start, <usize>(to - from) * layer.stride);
      if (!allFinite(layer.nextInputs + start, <usize>(to - from) * layer.stride)) finite = false;
    }
  }
  return finite;
}

/** The weighted sums of a thread's neurons, for all rows: the others' before, and for the others after. */
function weighTogether(plan: Plan, thread: u32, scratch: usize, index: u32, rows: u32): void {
  const layer = layerAt(plan, index);
  const first = neuronsFrom(layer, thread, plan.threads);
  const end = neuronsTo(layer, thread, plan.threads);
  barrier(plan);
  weigh(plan, scratch, index, rows, 0, rows, first, end);
  barrier(plan);
}

/** weightedSums = W a, still without the biases: rows `from` to `to`, and neurons `first`, where a panel begins, to `end`. */
export function weigh(
  plan: Plan,
  scratch: usize,
  index: u32,
  rows: u32,
  from: u32,
  to: u32,
  first: u32,
  end: u32,
): void {
  const layer = layerAt(plan, index);
  if (index == 0 && isDirect(plan)) {
    weighDirectly(plan, layer, from, to);
    return;
  }
  const row = <usize>layer.stride << 2;
  const sums = layer.weightedSums + (first << 2);
  const terms = layer.inputs;
  const weights = columnPlace(layer.weights, terms, layer.outputs, first);
  const neurons = end - first;
  if (index == 0 && isListed(plan)) {
    const capacity = plan.listCapacity;
    sparseProduct(sums, row, 64, row, from, to, plan.inputLists, capacity, rows, weights, terms, neurons, false);
    return;
  }
  const before = index == 0 ? plan.batchInputs : layerAt(plan, index - 1).nextInputs;
  const beforeRow = <usize>(index == 0 ? plan.width : layerAt(plan, index - 1).stride) << 2;
  const a = before + from * beforeRow;
  const out = sums + from * row;
  const count = to - from;
  if (index > 0 && layerAt(plan, index - 1).sparse) {
    const capacity = plan.listCapacity;
    const listed = listRows(scratch, capacity, count, a, beforeRow, 4, terms);
    if (paysOff(listed, count, terms)) {
      sparseProduct(out, row, 64, row, 0, count, scratch, capacity, count, weights, terms, neurons, false);
      return;
    }
  }
  denseProduct(out, row, 64, row, count, a, beforeRow, 4, terms, weights, neurons, false);
}

/** Whether passing over zeros is quicker than multiplying with them: measured, below five in eight. */
// @ts-ignore: decorator
@inline
export function paysOff(listed: u32, rows: u32, terms: u32): bool {
  return <u64>listed * 8 < <u64>rows * terms * 5;
}

/**
 * weightedSums += biases, and activations = squish(weightedSums). Returns false if an activation is not finite.
 * The two that networks are made of most have loops of their own.
 */
export function squish(layer: Layer, index: u32, from: u32, to: u32): bool {
  if (layer.activation == kinds.SIGMOID) return squishAll(layer, kinds.SIGMOID, from, to);
  if (layer.activation == kinds.RELU) return squishAll(layer, kinds.RELU, from, to);
  if (layer.activation > kinds.SOFTMAX) return squishAll(layer, layer.activation, from, to);
  return squishElsewhere(layer, index, from, to);
}

// @ts-ignore: decorator
@inline
function squishAll(layer: Layer, activation: u32, from: u32, to: u32): bool {
  const bytes = <usize>layer.stride << 2;
  const biases = layer.biases;
  const ahead = layer.activations - layer.weightedSums;
  let sums = layer.weightedSums + from * bytes;
  let faults = f32x4.splat(0);
  for (let row = from; row < to; row++) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const sum = f32x4.add(v128.load(sums + at), v128.load(biases + at));
      const activated = valueOf(activation, sum);
      v128.store(sums + at, sum);
      v128.store(sums + at + ahead, activated);
      // x - x is 0 for every finite x, and NaN for the others.
      faults = v128.or(faults, f32x4.sub(activated, activated));
    }
    sums += bytes;
  }
  return !v128.any_true(faults);
}

/** Softmax, and activations that are the host's. */
function squishElsewhere(layer: Layer, index: u32, from: u32, to: u32): bool {
  squishAll(layer, kinds.IDENTITY, from, to);
  if (layer.activation == kinds.SOFTMAX) {
    const bytes = <usize>layer.stride << 2;
    for (let row = from; row < to; row++) {
      softmaxForward(layer.activations + row * bytes, layer.weightedSums + row * bytes, layer.outputs, layer.stride);
    }
  } else {
    host.activate(index, from, to);
  }
  return allFinite(layer.activations + ((<usize>from * layer.stride) << 2), <usize>(to - from) * layer.stride);
}

export function allFinite(numbers: usize, count: usize): bool {
  let faults = f32x4.splat(0);
  for (let i: usize = 0; i < count; i += 4) {
    const four = v128.load(numbers + (i << 2));
    faults = v128.or(faults, f32x4.sub(four, four));
  }
  return !v128.any_true(faults);
}
