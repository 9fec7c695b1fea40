// Dropout: each example has a stream of random numbers of its own, and draws one for each neuron that may be dropped.
import { allFinite, rowsAreFinite } from './activate';
import { layerAt } from './layerAt';
import { exampleAt } from './order';
import { next, startStream } from './random';
import { Layer, Plan } from './records';

/** Draws the masks of rows `from` to `to`, of the inputs and of each layer: 0 or 1 / (1 - rate). */
export function drawMasks(plan: Plan, from: u32, to: u32): void {
  const position = plan.position;
  for (let row = from; row < to; row++) {
    startStream(plan.dropHash, plan.firstExample + <u32>exampleAt(plan, position + row));
    if (plan.inputMask) drawRow(plan.inputMask, row, plan.width, plan.width, plan.dropThreshold, plan.dropScale);
    for (let index: u32 = 0; index < plan.layerCount; index++) {
      const layer = layerAt(plan, index);
      if (layer.mask) drawRow(layer.mask, row, layer.outputs, layer.stride, layer.dropThreshold, layer.dropScale);
    }
  }
}

function drawRow(mask: usize, row: u32, columns: u32, stride: u32, threshold: u32, scale: f32): void {
  const place = mask + ((<usize>row * stride) << 2);
  for (let column: usize = 0; column < columns; column++) {
    store<f32>(place + (column << 2), next() >= threshold ? scale : 0);
  }
}

/** out = numbers x mask. A dropped number becomes +0, whatever it was. */
function applyMask(out: usize, numbers: usize, mask: usize, count: usize): void {
  const fours = (count & ~3) << 2;
  for (let at: usize = 0; at < fours; at += 16) {
    const factors = v128.load(mask + at);
    const products = f32x4.mul(v128.load(numbers + at), factors);
    v128.store(out + at, v128.and(products, f32x4.ne(factors, f32x4.splat(0))));
  }
  for (let at = fours; at < count << 2; at += 4) {
    const factor = load<f32>(mask + at);
    store<f32>(out + at, factor == 0 ? 0 : load<f32>(numbers + at) * factor);
  }
}

/** Drops inputs of rows `from` to `to`. Returns false if one is not finite, once it is scaled. */
export function maskInputs(plan: Plan, from: u32, to: u32): bool {
  const start = (<usize>from * plan.width) << 2;
  const count = <usize>(to - from) * plan.width;
  applyMask(plan.batchInputs + start, plan.batchInputs + start, plan.inputMask + start, count);
  return allFinite(plan.batchInputs + start, count);
}

/** nextInputs = activations x mask. Returns false if one is not finite. */
export function maskActivations(layer: Layer, from: u32, to: u32): bool {
  const start = (<usize>from * layer.stride) << 2;
  applyMask(layer.nextInputs + start, layer.activations + start, layer.mask + start, <usize>(to - from) * layer.stride);
  return rowsAreFinite(layer.nextInputs, layer, from, to);
}

/** deltas x= mask */
export function maskDeltas(layer: Layer, from: u32, to: u32): void {
  const start = (<usize>from * layer.stride) << 2;
  applyMask(layer.deltas + start, layer.deltas + start, layer.mask + start, <usize>(to - from) * layer.stride);
}
