// Backward: how much each neuron is to blame, from the last layer to the first. See learning/backward.ts.
import * as kinds from './activations';
import { slopeOf } from './activations';
import { denseProduct } from './denseProduct';
import { keep } from './dropping';
import { allFinite, paysOff } from './forward';
import { exampleAt } from './gather';
import * as host from './host';
import { targetOf } from './judge';
import { listRows } from './lists';
import { arePartners, slopesOf } from './losses';
import { layerAt } from './layerAt';
import { Layer, Plan } from './records';
import { softmaxBackward } from './softmax';
import { sparseProduct } from './sparseProduct';

/** Deltas of rows `from` to `to`, of the first layer that learns and those above. Returns false if one is not finite: products with a zero must not hide it. */
export function backward(plan: Plan, scratch: usize, target: usize, position: u32, from: u32, to: u32): bool {
  blame(plan, target, position, from, to);
  let finite = areFinite(layerAt(plan, plan.layerCount - 1), from, to);
  for (let index = <i32>plan.layerCount - 2; index >= <i32>plan.firstTrainable; index--) {
    const layer = layerAt(plan, index);
    carryBack(plan, scratch, layer, layerAt(plan, index + 1), from, to);
    const bytes = <usize>layer.stride << 2;
    const start = from * bytes;
    if (layer.mask) keep(layer.deltas + start, layer.deltas + start, layer.mask + start, <usize>(to - from) * layer.stride);
    steepen(layer, index, from, to);
    if (!areFinite(layer, from, to)) finite = false;
  }
  return finite;
}

function areFinite(layer: Layer, from: u32, to: u32): bool {
  return allFinite(layer.deltas + ((<usize>from * layer.stride) << 2), <usize>(to - from) * layer.stride);
}

/** The deltas of the last layer. */
function blame(plan: Plan, target: usize, position: u32, from: u32, to: u32): void {
  const index = plan.layerCount - 1;
  const layer = layerAt(plan, index);
  const partners = arePartners(plan.loss, layer.activation);
  for (let row = from; row < to; row++) {
    const start = (<usize>row * layer.stride) << 2;
    const outputs = layer.activations + start;
    const wanted = targetOf(plan, target, layer.outputs, exampleAt(plan, position + row));
    slopesOf(plan.loss, partners, row, layer.deltas + start, outputs, wanted, layer.outputs);
    if (!partners && layer.activation == kinds.SOFTMAX) softmaxBackward(layer.deltas + start, outputs, layer.outputs);
  }
  if (!partners && layer.activation != kinds.SOFTMAX) steepen(layer, index, from, to);
}

/** deltas = transposed W of the next layer x its deltas. */
function carryBack(plan: Plan, scratch: usize, layer: Layer, next: Layer, from: u32, to: u32): void {
  const row = <usize>layer.stride << 2;
  const nextRow = <usize>next.stride << 2;
  const a = next.deltas + from * nextRow;
  const out = layer.deltas + from * row;
  const rows = to - from;
  if (next.sparse) {
    const capacity = plan.listCapacity;
    const listed = listRows(scratch, capacity, rows, a, nextRow, 4, next.outputs);
    if (paysOff(listed, rows, next.outputs)) {
      sparseProduct(out, row, 64, row, 0, rows, scratch, capacity, rows, next.transposed, next.outputs, layer.outputs, false);
      return;
    }
  }
  denseProduct(out, row, 64, row, rows, a, nextRow, 4, next.outputs, next.transposed, layer.outputs, false);
}

/** deltas x= the slope of the activation. */
function steepen(layer: Layer, index: u32, from: u32, to: u32): void {
  if (layer.activation == kinds.SIGMOID) steepenAll(layer, kinds.SIGMOID, from, to);
  else if (layer.activation == kinds.RELU) steepenAll(layer, kinds.RELU, from, to);
  else if (layer.activation == kinds.CUSTOM) host.activateBackward(index, from, to);
  else if (layer.activation != kinds.IDENTITY) steepenAll(layer, layer.activation, from, to);
}

// @ts-ignore: decorator
@inline
function steepenAll(layer: Layer, activation: u32, from: u32, to: u32): void {
  const end = layer.deltas + ((<usize>to * layer.stride) << 2);
  const sumsAhead = layer.weightedSums - layer.deltas;
  const activationsAhead = layer.activations - layer.deltas;
  for (let place = layer.deltas + ((<usize>from * layer.stride) << 2); place < end; place += 16) {
    const slope = slopeOf(activation, v128.load(place + sumsAhead), v128.load(place + activationsAhead));
    v128.store(place, f32x4.mul(v128.load(place), slope));
  }
}
