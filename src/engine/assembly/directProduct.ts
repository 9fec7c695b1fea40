// Products of a first layer straight from the lists that the data set keeps, without a copy of them for the batch.
// The same sums in the same order as sparseProduct.ts.
import { SPARSE_BYTES } from './gather';
import { inputAt } from './order';
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';
import { Layer, Plan } from './records';

/** weightedSums = W inputs, still without the biases, for rows `from` to `to` of the batch. */
export function directSums(plan: Plan, layer: Layer, from: u32, to: u32): void {
  if (plan.inputKind == SPARSE_BYTES) sumRows(plan, layer, from, to, true);
  else sumRows(plan, layer, from, to, false);
}

/**
 * weightGradient += delta x inputs: each input that is not 0 adds its value times the example's deltas, to the row of its
 * column.
 */
export function directGradient(plan: Plan, layer: Layer): void {
  if (plan.inputKind == SPARSE_BYTES) addRows(plan, layer, true);
  else addRows(plan, layer, false);
}

// @ts-ignore: decorator
@inline
function sumRows(plan: Plan, layer: Layer, from: u32, to: u32, bytes: bool): void {
  const wide = wideColumns(layer.outputs);
  const stride = (<usize>layer.stride) << 2;
  let panel = layer.weights;
  for (let neuron: u32 = 0; neuron < layer.outputs; neuron += neuron < wide ? WIDE : 4) {
    for (let row = from; row < to; row++) {
      const starts = plan.starts + (inputAt(plan, plan.position + row) << 2);
      const out = layer.weightedSums + row * stride + ((<usize>neuron) << 2);
      if (neuron < wide) sumWide(plan, out, load<u32>(starts), load<u32>(starts, 4), panel, bytes);
      else sumNarrow(plan, out, load<u32>(starts), load<u32>(starts, 4), panel, bytes);
    }
    panel += layer.inputs * (neuron < wide ? WIDE_BYTES : NARROW_BYTES);
  }
}

// @ts-ignore: decorator
@inline
function addRows(plan: Plan, layer: Layer, bytes: bool): void {
  const wide = wideColumns(layer.outputs);
  let panel = layer.weightGradient;
  for (let neuron: u32 = 0; neuron < layer.outputs; neuron += neuron < wide ? WIDE : 4) {
    for (let row: u32 = 0; row < plan.rows; row++) {
      const starts = plan.starts + (inputAt(plan, plan.position + row) << 2);
      const deltas = layer.deltas + ((<usize>row * layer.stride + neuron) << 2);
      if (neuron < wide) addWide(plan, panel, load<u32>(starts), load<u32>(starts, 4), deltas, bytes);
      else addNarrow(plan, panel, load<u32>(starts), load<u32>(starts, 4), deltas, bytes);
    }
    panel += layer.inputs * (neuron < wide ? WIDE_BYTES : NARROW_BYTES);
  }
}

/** The value of an entry, four times. */
// @ts-ignore: decorator
@inline
function factorOf(values: usize, levels: usize, entry: usize, bytes: bool): v128 {
  if (bytes) return v128.load32_splat(levels + ((<usize>load<u8>(values + entry)) << 2));
  return v128.load32_splat(values + (entry << 2));
}

// @ts-ignore: decorator
@inline
function sumWide(plan: Plan, out: usize, start: usize, end: usize, panel: usize, bytes: bool): void {
  const columns = plan.columns;
  const values = plan.inputs;
  const levels = plan.levels;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  for (let entry = start; entry < end; entry++) {
    const numbers = panel + ((<usize>load<u16>(columns + (entry << 1))) << 6);
    const factor = factorOf(values, levels, entry, bytes);
    sum0 = f32x4.add(sum0, f32x4.mul(factor, v128.load(numbers)));
    sum1 = f32x4.add(sum1, f32x4.mul(factor, v128.load(numbers, 16)));
    sum2 = f32x4.add(sum2, f32x4.mul(factor, v128.load(numbers, 32)));
    sum3 = f32x4.add(sum3, f32x4.mul(factor, v128.load(numbers, 48)));
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  v128.store(out, sum2, 32);
  v128.store(out, sum3, 48);
}

// @ts-ignore: decorator
@inline
function sumNarrow(plan: Plan, out: usize, start: usize, end: usize, panel: usize, bytes: bool): void {
  let sum = f32x4.splat(0);
  for (let entry = start; entry < end; entry++) {
    const numbers = panel + ((<usize>load<u16>(plan.columns + (entry << 1))) << 4);
    sum = f32x4.add(sum, f32x4.mul(factorOf(plan.inputs, plan.levels, entry, bytes), v128.load(numbers)));
  }
  v128.store(out, sum);
}

// @ts-ignore: decorator
@inline
function addWide(plan: Plan, panel: usize, start: usize, end: usize, deltas: usize, bytes: bool): void {
  const columns = plan.columns;
  const values = plan.inputs;
  const levels = plan.levels;
  const deltas0 = v128.load(deltas);
  const deltas1 = v128.load(deltas, 16);
  const deltas2 = v128.load(deltas, 32);
  const deltas3 = v128.load(deltas, 48);
  for (let entry = start; entry < end; entry++) {
    const to = panel + ((<usize>load<u16>(columns + (entry << 1))) << 6);
    const factor = factorOf(values, levels, entry, bytes);
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(factor, deltas0)));
    v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(factor, deltas1)), 16);
    v128.store(to, f32x4.add(v128.load(to, 32), f32x4.mul(factor, deltas2)), 32);
    v128.store(to, f32x4.add(v128.load(to, 48), f32x4.mul(factor, deltas3)), 48);
  }
}

// @ts-ignore: decorator
@inline
function addNarrow(plan: Plan, panel: usize, start: usize, end: usize, deltas: usize, bytes: bool): void {
  const four = v128.load(deltas);
  for (let entry = start; entry < end; entry++) {
    const to = panel + ((<usize>load<u16>(plan.columns + (entry << 1))) << 4);
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(factorOf(plan.inputs, plan.levels, entry, bytes), four)));
  }
}
