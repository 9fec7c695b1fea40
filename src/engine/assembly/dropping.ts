// Dropout: each example has a stream of random numbers of its own, and draws one for each neuron that may be dropped.
import { exampleAt } from './gather';
import { layerAt } from './layerAt';
import { Plan } from './records';
import { next, startStream } from './random';

/** Draws what to keep for rows `from` to `to`: into `batchKept` and each layer's `kept`, 0 or 1 / (1 - rate). */
export function drawKept(plan: Plan, position: u32, from: u32, to: u32): void {
  for (let row = from; row < to; row++) {
    startStream(plan.dropHash, plan.firstExample + <u32>exampleAt(plan, position + row));
    if (plan.inputMask) drawRow(plan.inputMask, row, plan.width, plan.width, plan.dropThreshold, plan.dropScale);
    for (let index: u32 = 0; index < plan.layerCount; index++) {
      const layer = layerAt(plan, index);
      if (layer.mask) drawRow(layer.mask, row, layer.outputs, layer.stride, layer.dropThreshold, layer.dropScale);
    }
  }
}

function drawRow(kept: usize, row: u32, columns: u32, stride: u32, threshold: u32, scale: f32): void {
  const place = kept + ((<usize>row * stride) << 2);
  for (let column: usize = 0; column < columns; column++) {
    store<f32>(place + (column << 2), next() >= threshold ? scale : 0);
  }
}

/** out = numbers x kept. A dropped number becomes +0, whatever it was. */
export function keep(out: usize, numbers: usize, kept: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const factor = load<f32>(kept + (i << 2));
    store<f32>(out + (i << 2), factor == 0 ? 0 : load<f32>(numbers + (i << 2)) * factor);
  }
}
