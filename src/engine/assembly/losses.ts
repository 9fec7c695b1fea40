// The losses of one example: the steps of learning/losses. Costs are in double precision, gradients in single.
import { SIGMOID, SOFTMAX } from './activations';
import { exp, log, log1p } from './double';
import * as host from './host';
import { lastLayer } from './layerAt';
import { Plan } from './records';

export const QUADRATIC: u32 = 0;
export const MEAN_SQUARED_ERROR: u32 = 1;
export const CROSS_ENTROPY: u32 = 2;
export const BINARY_CROSS_ENTROPY: u32 = 3;
/** A JavaScript function of the user. */
export const CUSTOM_LOSS: u32 = 4;

/** 2^-23: the smallest output that is not clipped, where a loss follows another activation than its partner. */
const LEAST: f32 = 1.1920928955078125e-7;

// @ts-ignore: decorator
@inline
function at(row: usize, i: usize): f32 {
  return load<f32>(row + (i << 2));
}

// @ts-ignore: decorator
@inline
function clip(output: f32): f32 {
  return output < LEAST ? LEAST : output > 1 - LEAST ? 1 - LEAST : output;
}

// @ts-ignore: decorator
@inline
function isClipped(output: f32): bool {
  return output < LEAST || output > 1 - LEAST;
}

/** Whether the loss and the last activation were made for each other, so that cost and delta come from the weighted sums. */
export function arePartners(loss: u32, activation: u32): bool {
  return (loss == CROSS_ENTROPY && activation == SOFTMAX) || (loss == BINARY_CROSS_ENTROPY && activation == SIGMOID);
}

/** The cost of the example in a row of the batch, whose target stands at `target`. */
export function cost(plan: Plan, row: u32, target: usize): f64 {
  const layer = lastLayer(plan);
  const start = (<usize>row * layer.stride) << 2;
  const sums = layer.weightedSums + start;
  const outputs = layer.activations + start;
  const count = layer.outputs;
  const partners = arePartners(plan.loss, layer.activation);
  switch (plan.loss) {
    case QUADRATIC:
      return sumOfSquares(outputs, target, count) / 2;
    case MEAN_SQUARED_ERROR:
      return sumOfSquares(outputs, target, count) / <f64>count;
    case CROSS_ENTROPY:
      return partners ? crossEntropyOfSums(sums, target, count) : crossEntropy(outputs, target, count);
    case BINARY_CROSS_ENTROPY:
      return (
        (partners ? binaryCrossEntropyOfSums(sums, target, count) : binaryCrossEntropy(outputs, target, count)) / <f64>count
      );
    default:
      return host.cost(row, target);
  }
}

function sumOfSquares(outputs: usize, target: usize, count: u32): f64 {
  let total: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    const difference = <f64>at(outputs, i) - <f64>at(target, i);
    total += difference * difference;
  }
  return total;
}

function crossEntropy(outputs: usize, target: usize, count: u32): f64 {
  let cost: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    if (at(target, i) != 0) cost -= <f64>at(target, i) * log(<f64>clip(at(outputs, i)));
  }
  return cost;
}

/** ln(sum over j of e^z[j]) - z[i], the largest z taken away first. */
function crossEntropyOfSums(sums: usize, target: usize, count: u32): f64 {
  let max = <f64>at(sums, 0);
  for (let i: usize = 1; i < count; i++) if (<f64>at(sums, i) > max) max = <f64>at(sums, i);
  let total: f64 = 0;
  for (let i: usize = 0; i < count; i++) total += exp(<f64>at(sums, i) - max);
  const logTotal = log(total);
  let cost: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    if (at(target, i) != 0) cost += <f64>at(target, i) * (logTotal - (<f64>at(sums, i) - max));
  }
  return cost;
}

function binaryCrossEntropy(outputs: usize, target: usize, count: u32): f64 {
  let cost: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    const output = <f64>clip(at(outputs, i));
    const wanted = <f64>at(target, i);
    cost -= wanted * log(output) + (1 - wanted) * log(1 - output);
  }
  return cost;
}

/** max(z, 0) - z y + ln(1 + e^-|z|) */
function binaryCrossEntropyOfSums(sums: usize, target: usize, count: u32): f64 {
  let cost: f64 = 0;
  for (let i: usize = 0; i < count; i++) {
    const sum = <f64>at(sums, i);
    cost += (sum > 0 ? sum : 0) - sum * <f64>at(target, i) + log1p(exp(sum > 0 ? -sum : sum));
  }
  return cost;
}

/** deltas of a row of the last layer = the gradient of its cost by each output; of partners, by each weighted sum. */
export function lossGradient(plan: Plan, row: u32, target: usize): void {
  const layer = lastLayer(plan);
  const loss = plan.loss;
  const partners = arePartners(loss, layer.activation);
  if (loss == CUSTOM_LOSS) return host.lossGradient(row, target);
  const start = (<usize>row * layer.stride) << 2;
  const outputs = layer.activations + start;
  const deltas = layer.deltas + start;
  const count = layer.outputs;
  const n = <f32>count;
  const scale: f32 = loss == MEAN_SQUARED_ERROR ? 2 / n : loss == BINARY_CROSS_ENTROPY ? 1 / n : 1;
  for (let i: usize = 0; i < count; i++) {
    const output = at(outputs, i);
    const wanted = at(target, i);
    let gradient: f32;
    if (partners || loss == QUADRATIC || loss == MEAN_SQUARED_ERROR) {
      gradient = (output - wanted) * scale;
    } else if (isClipped(output)) {
      // The cost is flat there.
      gradient = 0;
    } else if (loss == CROSS_ENTROPY) {
      gradient = -wanted / output;
    } else {
      gradient = ((output - wanted) / (output * (1 - output))) * scale;
    }
    store<f32>(deltas + (i << 2), gradient);
  }
}
