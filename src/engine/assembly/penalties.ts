// What is done to the mean gradient before the update: penalties of the weights, and clipping.
// The steps of learning/penalty.ts and learning/clipping.ts.
import { columnPlace, rowBytes } from './panels';
import { Layer, layerAt, Plan } from './Plan';

/** How gradients are clipped. */
export const NONE: u32 = 0;
export const BY_VALUE: u32 = 1;
export const BY_NORM: u32 = 2;
export const BY_GLOBAL_NORM: u32 = 3;

/** g += 2 l2 w, and g += l1 sign(w), for the weights of all layers and not for their biases. */
export function penalize(plan: Plan): void {
  const gradient = plan.gradients - plan.parameters;
  const twiceL2 = f32x4.splat(plan.twiceL2);
  const l1 = f32x4.splat(plan.l1);
  const zero = f32x4.splat(0);
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    for (let place = layer.weights; place < layer.biases; place += 16) {
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

/** Clips the gradients. Returns false if they are too large to measure. */
export function clip(plan: Plan): bool {
  if (plan.clipping == BY_VALUE) {
    clipValues(plan.gradients, plan.parameterBytes, <f32>plan.clipLimit);
    return true;
  }
  let all: f64 = 0;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    const weights = squaresOfWeights(layer);
    const biases = squaresOfBiases(layer);
    all = all + weights + biases;
    if (plan.clipping == BY_NORM) {
      shrink(plan, layer.weightGradient, layer.biasGradient, weights);
      shrink(plan, layer.biasGradient, layer.biasGradient + (<usize>layer.stride << 2), biases);
    }
  }
  if (plan.clipping == BY_GLOBAL_NORM) shrink(plan, plan.gradients, plan.gradients + plan.parameterBytes, all);
  return isFinite(all);
}

function clipValues(gradients: usize, bytes: usize, limit: f32): void {
  const high = f32x4.splat(limit);
  const low = f32x4.splat(-limit);
  for (let place = gradients; place < gradients + bytes; place += 16) {
    v128.store(place, f32x4.pmin(f32x4.pmax(v128.load(place), low), high));
  }
}

/** g x= limit / norm, if the norm is above the limit. */
function shrink(plan: Plan, start: usize, end: usize, squares: f64): void {
  const norm = sqrt(squares);
  if (!isFinite(squares) || norm <= plan.clipLimit) return;
  const factor = f32x4.splat(<f32>(plan.clipLimit / norm));
  for (let place = start; place < end; place += 16) v128.store(place, f32x4.mul(v128.load(place), factor));
}

/** The sum of the squares in double precision: each neuron's own in the order of its inputs, then neuron after neuron. */
function squaresOfWeights(layer: Layer): f64 {
  let total: f64 = 0;
  for (let output: u32 = 0; output < layer.outputs; output++) {
    const step = rowBytes(layer.outputs, output);
    let place = columnPlace(layer.weightGradient, layer.inputs, layer.outputs, output & ~3) + ((output & 3) << 2);
    let sum: f64 = 0;
    for (let input: u32 = 0; input < layer.inputs; input++) {
      const slope = <f64>load<f32>(place);
      sum += slope * slope;
      place += step;
    }
    total += sum;
  }
  return total;
}

function squaresOfBiases(layer: Layer): f64 {
  let total: f64 = 0;
  for (let output: usize = 0; output < layer.outputs; output++) {
    const slope = <f64>load<f32>(layer.biasGradient + (output << 2));
    total += slope * slope;
  }
  return total;
}
