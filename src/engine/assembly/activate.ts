// A layer's activation on rows of the batch: forward from weighted sums, and backward by its derivative. See model/forwardLayer.ts.
import * as kinds from './activations';
import { derivativeOf, valueOf } from './activations';
import * as host from './host';
import { Layer } from './records';
import { softmaxForward } from './softmax';

/**
 * weightedSums += biases, and activations = activation(weightedSums). Returns false if an activation is not finite.
 * Sigmoid and ReLU, the most frequent ones, have a loop each.
 */
export function activate(layer: Layer, index: u32, from: u32, to: u32): bool {
  if (layer.activation == kinds.SIGMOID) return activateRows(layer, kinds.SIGMOID, from, to);
  if (layer.activation == kinds.RELU) return activateRows(layer, kinds.RELU, from, to);
  if (layer.activation > kinds.SOFTMAX) return activateRows(layer, layer.activation, from, to);
  return activateElsewhere(layer, index, from, to);
}

// @ts-ignore: decorator
@inline
function activateRows(layer: Layer, activation: u32, from: u32, to: u32): bool {
  const bytes = (<usize>layer.stride) << 2;
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

/** Softmax, and custom activations, which are the host's. */
function activateElsewhere(layer: Layer, index: u32, from: u32, to: u32): bool {
  activateRows(layer, kinds.IDENTITY, from, to);
  if (layer.activation == kinds.SOFTMAX) {
    const bytes = (<usize>layer.stride) << 2;
    for (let row = from; row < to; row++) {
      softmaxForward(layer.activations + row * bytes, layer.weightedSums + row * bytes, layer.outputs, layer.stride);
    }
  } else {
    host.activate(index, from, to);
  }
  return rowsAreFinite(layer.activations, layer, from, to);
}

/** deltas x= the derivative of the activation. Softmax can only stand last: see outputDelta in backward.ts. */
export function activationDerivative(layer: Layer, index: u32, from: u32, to: u32): void {
  if (layer.activation == kinds.SIGMOID) multiplyRows(layer, kinds.SIGMOID, from, to);
  else if (layer.activation == kinds.RELU) multiplyRows(layer, kinds.RELU, from, to);
  else if (layer.activation == kinds.CUSTOM) host.activationDerivative(index, from, to);
  else if (layer.activation != kinds.IDENTITY) multiplyRows(layer, layer.activation, from, to);
}

// @ts-ignore: decorator
@inline
function multiplyRows(layer: Layer, activation: u32, from: u32, to: u32): void {
  const end = layer.deltas + ((<usize>to * layer.stride) << 2);
  const sumsAhead = layer.weightedSums - layer.deltas;
  const activationsAhead = layer.activations - layer.deltas;
  for (let place = layer.deltas + ((<usize>from * layer.stride) << 2); place < end; place += 16) {
    const derivative = derivativeOf(activation, v128.load(place + sumsAhead), v128.load(place + activationsAhead));
    v128.store(place, f32x4.mul(v128.load(place), derivative));
  }
}

/** Whether rows of a layer, [batch, stride], are finite. */
export function rowsAreFinite(numbers: usize, layer: Layer, from: u32, to: u32): bool {
  return allFinite(numbers + ((<usize>from * layer.stride) << 2), <usize>(to - from) * layer.stride);
}

export function allFinite(numbers: usize, count: usize): bool {
  let faults = f32x4.splat(0);
  for (let i: usize = 0; i < count; i += 4) {
    const four = v128.load(numbers + (i << 2));
    faults = v128.or(faults, f32x4.sub(four, four));
  }
  return !v128.any_true(faults);
}
