// Which parameters an update visits. Most optimizers leave a weight alone whose gradient is 0 and has always been, as is that
// of a pixel which is 0 in every image.
import { layerAt } from './layerAt';
import { columnPlace, WIDE, wideColumns } from './panels';
import { Plan } from './records';
import { inputsFrom, inputsTo, neuronsFrom, neuronsTo } from './threads';
import { pass } from './update';

/** All rows of the first layer. Otherwise those of inputs that are not 0 in some example of the batch: for plain sgd. */
const ALL: u32 = 0;
/** The rows of inputs that are not 0 in some example of the data set: for optimizers with a state, and without weight decay. */
const IN_DATA: u32 = 1;

/** Runs a pass over a thread's part of the parameters. Returns whether all numbers it left are finite. */
export function visitParameters(plan: Plan, thread: u32, update: u32, share: f32): bool {
  let faults = f32x4.splat(0);
  let start = plan.parameters;
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    // Without threads, layers lie in a row and are one stretch, up to what is not visited.
    if (plan.threads == 1 && plan.frozen == 0 && (index > 0 || plan.visits == ALL)) break;
    const layer = layerAt(plan, index);
    const end = layer.biases + ((<usize>layer.stride) << 2);
    start = end;
    if (layer.frozen) continue;
    faults = v128.or(faults, visitPart(plan, thread, index, update, share));
    if (thread == 0) faults = v128.or(faults, pass(plan, update, layer.biases, end, share));
  }
  const end = plan.parameters + plan.parameterBytes;
  if (start < end) faults = v128.or(faults, pass(plan, update, start, end, share));
  return !v128.any_true(faults);
}

/** A thread's inputs of its neurons: rows of panels, for each panel in a row. */
function visitPart(plan: Plan, thread: u32, index: u32, update: u32, share: f32): v128 {
  const layer = layerAt(plan, index);
  const from = inputsFrom(plan, layer, thread);
  const to = inputsTo(plan, layer, thread);
  const first = neuronsFrom(plan, layer, thread);
  const end = neuronsTo(plan, layer, thread);
  const wide = wideColumns(layer.outputs);
  let faults = f32x4.splat(0);
  let panel = columnPlace(layer.weights, layer.inputs, layer.outputs, first);
  for (let column = first; column < end; column += column < wide ? WIDE : 4) {
    const bytes: usize = column < wide ? 64 : 16;
    if (index > 0 || plan.visits == ALL) {
      faults = v128.or(faults, pass(plan, update, panel + from * bytes, panel + to * bytes, share));
    } else {
      faults = v128.or(faults, visitMarked(plan, panel, bytes, from, to, update, share));
    }
    panel += layer.inputs * bytes;
  }
  return faults;
}

/** Rows of a panel, as far as they are marked: runs of marked rows are one pass. */
function visitMarked(plan: Plan, panel: usize, bytes: usize, from: u32, to: u32, update: u32, share: f32): v128 {
  const marks = plan.visits == IN_DATA ? plan.dataMask : plan.batchMask;
  let faults = f32x4.splat(0);
  let row = from;
  while (row < to) {
    const start = nextMark(marks, row, to, false);
    const end = nextMark(marks, start, to, true);
    if (start < end) faults = v128.or(faults, pass(plan, update, panel + start * bytes, panel + end * bytes, share));
    row = end;
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
