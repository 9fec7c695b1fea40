// The gradient: a weight's slope is its neuron's delta times the activation it weighs, added up over the batch in its order.
import { denseProduct } from './denseProduct';
import { spreadDirectly } from './directProduct';
import { paysOff } from './forward';
import { isDirect, isListed, markTouched } from './gather';
import { listRows, turnLists } from './lists';
import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { columnPlace, pack, WIDE } from './panels';
import { sparseProduct } from './sparseProduct';
import { inputsFrom, inputsTo, neuronsFrom, neuronsTo, shareOf } from './threads';

/** Adds a batch of `rows` examples to the gradients. Each thread has a part of each matrix: see threads.ts. */
export function addGradients(plan: Plan, thread: u32, scratch: usize, rows: u32, position: u32): void {
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (layer.frozen) continue;
    addWeightGradient(plan, thread, scratch, layer, index, rows);
    const fours = layer.stride >> 2;
    addBiasGradient(layer, rows, shareOf(fours, thread, plan.threads), shareOf(fours, thread + 1, plan.threads));
  }
  if (thread == 0 && plan.touched) markTouched(plan, position, position + rows);
}

function addWeightGradient(plan: Plan, thread: u32, scratch: usize, layer: Layer, index: u32, rows: u32): void {
  if (index == 0 && isDirect(plan)) {
    spreadDirectly(plan, layer, rows);
    return;
  }
  const inputs = layer.inputs;
  const capacity = plan.listCapacity;
  const panel = (<usize>inputs) << 6;
  const first = neuronsFrom(layer, thread, plan.threads);
  const neurons = neuronsTo(layer, thread, plan.threads) - first;
  const from = inputsFrom(layer, thread, plan.threads);
  const to = inputsTo(layer, thread, plan.threads);
  const gradient = columnPlace(layer.weightGradient, inputs, layer.outputs, first);
  const deltas = inPanels(plan, scratch, layer, rows, first, neurons);
  if (index == 0 && isListed(plan)) {
    turnLists(scratch, plan.inputLists, capacity, rows, inputs);
    sparseProduct(gradient, 64, panel, 16, from, to, scratch, capacity, inputs, deltas, rows, neurons, true);
    return;
  }
  const before = index == 0 ? plan.batchInputs : layerAt(plan, index - 1).nextInputs;
  const beforeRow = (<usize>(index == 0 ? plan.width : layerAt(plan, index - 1).stride)) << 2;
  const a = before + ((<usize>from) << 2);
  if (index > 0 && layerAt(plan, index - 1).sparse) {
    const listed = listRows(scratch, capacity, to - from, a, 4, beforeRow, rows);
    if (paysOff(listed, to - from, rows)) {
      const count = to - from;
      sparseProduct(gradient, 64, panel, 16, 0, count, scratch, capacity, count, deltas, rows, neurons, true, from);
      return;
    }
  }
  denseProduct(gradient, 64, panel, 16, to - from, a, 4, beforeRow, rows, deltas, neurons, true, from);
}

/** Deltas as panels of [rows, neurons], from neuron `first` on. Where there is one panel, the rows already lie so. */
function inPanels(plan: Plan, scratch: usize, layer: Layer, rows: u32, first: u32, neurons: u32): usize {
  if (layer.outputs == WIDE || layer.stride == 4) return layer.deltas;
  const panels = scratch + plan.scratchPacked;
  pack(panels, layer.deltas + (first << 2), rows, neurons, layer.stride);
  return panels;
}

/** The slopes by the biases `from` to `to`, counted in fours. */
function addBiasGradient(layer: Layer, rows: u32, from: u32, to: u32): void {
  const bytes = (<usize>layer.stride) << 2;
  for (let at = (<usize>from) << 4; at < (<usize>to) << 4; at += 16) {
    let sum = v128.load(layer.biasGradient + at);
    let place = layer.deltas + at;
    for (let row: u32 = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(place));
      place += bytes;
    }
    v128.store(layer.biasGradient + at, sum);
  }
}
