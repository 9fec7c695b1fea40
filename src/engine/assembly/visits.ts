// Which parameters a pass has to visit. Pixels that no image lights have slopes of 0, and most updates leave a weight alone whose
// slope is 0, and has always been.

import { Layer, layerAt, Plan } from './Plan';
import { WIDE, wideColumns } from './panels';
import { shareOf } from './threads';
import { pass } from './update';

/** Every row of the first layer. */
export const ALL: u32 = 0;
/** The rows of inputs that some example of the data set lights: for updates with a memory, and without decay. */
export const LIT: u32 = 1;
/** The rows of inputs that some example of this batch lights: for plain descent. */
export const TOUCHED: u32 = 2;

/** Runs a pass over a thread's share of the parameters. Returns whether all numbers it left are finite. */
export function visitAll(plan: Plan, thread: u32, threads: u32, update: u32, share: f32): bool {
  let faults = f32x4.splat(0);
  let first: u32 = 0;
  if (plan.visits != ALL) {
    faults = visitMarked(plan, thread, threads, layerAt(plan, 0), update, share);
    if (thread == 0) faults = v128.or(faults, visitBiases(plan, layerAt(plan, 0), update, share));
    first = 1;
  }
  if (threads == 1) {
    // Without threads, layers lie in a row and are one stretch.
    const start = first == 0 ? plan.parameters : layerAt(plan, 0).biases + (layerAt(plan, 0).stride << 2);
    const end = plan.parameters + plan.parameterBytes;
    if (start < end) faults = v128.or(faults, pass(plan, update, start, end, share));
    return !v128.any_true(faults);
  }
  for (let index = first; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    faults = v128.or(faults, visitShare(plan, thread, threads, layer, update, share));
    if (thread == 0) faults = v128.or(faults, visitBiases(plan, layer, update, share));
  }
  return !v128.any_true(faults);
}

function visitBiases(plan: Plan, layer: Layer, update: u32, share: f32): v128 {
  return pass(plan, update, layer.biases, layer.biases + ((<usize>layer.stride) << 2), share);
}

/** A thread's rows of every panel. */
function visitShare(plan: Plan, thread: u32, threads: u32, layer: Layer, update: u32, share: f32): v128 {
  const from = <usize>shareOf(layer.inputs, thread, threads);
  const to = <usize>shareOf(layer.inputs, thread + 1, threads);
  const wide = wideColumns(layer.outputs);
  let faults = f32x4.splat(0);
  let panel = layer.weights;
  for (let column: u32 = 0; column < layer.outputs; column += column < wide ? WIDE : 4) {
    const row: usize = column < wide ? 64 : 16;
    faults = v128.or(faults, pass(plan, update, panel + from * row, panel + to * row, share));
    panel += layer.inputs * row;
  }
  return faults;
}

/** A thread's rows of every panel, as far as they are marked: runs of marked rows are one pass. */
function visitMarked(plan: Plan, thread: u32, threads: u32, layer: Layer, update: u32, share: f32): v128 {
  const from = shareOf(layer.inputs, thread, threads);
  const to = shareOf(layer.inputs, thread + 1, threads);
  const marks = plan.visits == LIT ? plan.lit : plan.touched;
  const wide = wideColumns(layer.outputs);
  let faults = f32x4.splat(0);
  let panel = layer.weights;
  for (let column: u32 = 0; column < layer.outputs; column += column < wide ? WIDE : 4) {
    const bytes: usize = column < wide ? 64 : 16;
    let row = from;
    while (row < to) {
      const start = nextMark(marks, row, to, false);
      const end = nextMark(marks, start, to, true);
      if (start < end) faults = v128.or(faults, pass(plan, update, panel + start * bytes, panel + end * bytes, share));
      row = end;
    }
    panel += layer.inputs * bytes;
  }
  return faults;
}

/** The first row from `row` on that is marked, or with `inverted` that is not; `to` if there is none. */
function nextMark(marks: usize, row: u32, to: u32, inverted: bool): u32 {
  const flip: u64 = inverted ? ~0 : 0;
  while (row < to) {
    const word = (load<u64>(marks + ((<usize>(row >> 6)) << 3)) ^ flip) >> (row & 63);
    if (word != 0) return min(row + <u32>ctz(word), to);
    row = (row | 63) + 1;
  }
  return to;
}
