// From the data set to the batch: the inputs of its examples, scaled, as rows or as lists of what is not 0.
import { drawMasks, maskInputs } from './dropout';
import { layerAt } from './layerAt';
import { beginLists, startPlace } from './lists';
import { exampleAt, inputAt } from './order';
import { Lists, Plan } from './records';

/** How a data set keeps its inputs. */
export const DENSE_FLOATS: u32 = 0;
export const DENSE_BYTES: u32 = 1;
export const SPARSE_FLOATS: u32 = 2;
export const SPARSE_BYTES: u32 = 3;

/** Bytes of a cache line, on nearly every processor. */
const LINE: usize = 64;

// @ts-ignore: decorator
@inline
function isSparse(plan: Plan): bool {
  return plan.inputKind >= SPARSE_FLOATS;
}

/** Whether inputs are read as the data set lists them, or as they stand in rows of the batch. */
// @ts-ignore: decorator
@inline
export function isListed(plan: Plan): bool {
  return isSparse(plan) && plan.inputMask == 0;
}

/** The most neurons for which a list is read where it lies in the data set: a copy costs more than it saves. Measured. */
const FEW: u32 = 64;

/** Whether the first layer works with the data set's own lists: see directProduct.ts. */
// @ts-ignore: decorator
@inline
export function isDirect(plan: Plan): bool {
  return isListed(plan) && plan.threads == 1 && layerAt(plan, 0).stride <= FEW;
}

/** Gathers the inputs of rows `from` to `to`: as lists of what is not 0, unless the data set is dense or inputs are dropped. */
export function gather(plan: Plan, from: u32, to: u32): void {
  if (plan.dropping) drawMasks(plan, from, to);
  if (isListed(plan)) {
    prefetchLists(plan, from, to);
    if (!isDirect(plan)) gatherLists(plan, from, to);
    return;
  }
  gatherRows(plan, from, to);
  if (plan.inputMask && !maskInputs(plan, from, to)) plan.overflow = 1;
}

/** Rows `from` to `to` of `batchInputs`. */
function gatherRows(plan: Plan, from: u32, to: u32): void {
  const width = <usize>plan.width;
  let out = plan.batchInputs + ((<usize>from * width) << 2);
  for (let row = from; row < to; row++) {
    const example = inputAt(plan, plan.position + row);
    if (isSparse(plan)) gatherSparseRow(plan, out, example);
    else if (plan.inputKind == DENSE_FLOATS) memory.copy(out, plan.inputs + ((example * width) << 2), width << 2);
    else scaleBytes(plan, out, plan.inputs + example * width, width);
    out += width << 2;
  }
}

function gatherSparseRow(plan: Plan, out: usize, example: usize): void {
  memory.fill(out, 0, (<usize>plan.width) << 2);
  const starts = plan.starts + (example << 2);
  const end = <usize>load<u32>(starts, 4);
  for (let entry = <usize>load<u32>(starts); entry < end; entry++) {
    const column = <usize>load<u16>(plan.columns + (entry << 1));
    store<f32>(out + (column << 2), valueAt(plan, entry));
  }
}

/**
 * Lists of the batch's inputs, for rows `from` to `to`. Where each row starts follows from the data set, so that threads can
 * write their rows without waiting for each other.
 */
function gatherLists(plan: Plan, from: u32, to: u32): void {
  const lists = changetype<Lists>(plan.inputLists);
  const rows = plan.rows;
  beginLists(lists, rows, plan.listCapacity);
  const offsets = lists.offsets;
  const values = lists.values;
  let count: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    store<u32>(startPlace(lists, row), count);
    count += lengthOf(plan, plan.position + row);
  }
  store<u32>(startPlace(lists, rows), count);
  // The rows after the thread's last belong to other threads, so nothing may be written beyond.
  const end = to < rows ? load<u32>(startPlace(lists, to)) : count + 7;
  for (let row = from; row < to; row++) {
    const first = <usize>load<u32>(startPlace(lists, row));
    const start = <usize>load<u32>(plan.starts + (inputAt(plan, plan.position + row) << 2));
    const length = <usize>lengthOf(plan, plan.position + row);
    const whole = first + length + 7 > end ? length & ~7 : length;
    widenColumns(offsets + (first << 2), plan.columns + (start << 1), whole);
    if (plan.inputKind == SPARSE_FLOATS) memory.copy(values + (first << 2), plan.inputs + (start << 2), length << 2);
    else scaleBytes(plan, values + (first << 2), plan.inputs + start, length);
    for (let entry = whole; entry < length; entry++) {
      store<u32>(offsets + ((first + entry) << 2), (<u32>load<u16>(plan.columns + ((start + entry) << 1))) << 6);
    }
  }
}

/**
 * Reads a byte of every cache line that the work on rows `from` to `to` will need, and drops it. Examples are drawn from all
 * over memory: read so, their lines are on their way together, where the work would wait for one after the other. No compiler
 * leaves these loads out, since a load may trap.
 */
function prefetchLists(plan: Plan, from: u32, to: u32): void {
  const bytes: usize = plan.inputKind == SPARSE_FLOATS ? 4 : 1;
  for (let row = from; row < to; row++) {
    const example = exampleAt(plan, plan.position + row);
    const start = <usize>load<u32>(plan.starts + (inputAt(plan, plan.position + row) << 2));
    const length = <usize>lengthOf(plan, plan.position + row);
    if (plan.labels) load<u32>(plan.labels + (example << 2));
    if (plan.batchMask) prefetch(plan.masks + example * ((<usize>plan.maskWords) << 3), (<usize>plan.maskWords) << 3);
    prefetch(plan.columns + (start << 1), length << 1);
    prefetch(plan.inputs + start * bytes, length * bytes);
  }
}

/** Reads a byte of every cache line from `place` on. */
// @ts-ignore: decorator
@inline
export function prefetch(place: usize, bytes: usize): void {
  for (const end = place + bytes; place < end; place += LINE) load<u8>(place);
}

/** How many numbers of the example at a place of the order are listed. */
// @ts-ignore: decorator
@inline
function lengthOf(plan: Plan, position: u32): u32 {
  const starts = plan.starts + (inputAt(plan, position) << 2);
  return load<u32>(starts, 4) - load<u32>(starts);
}

/** Marks the columns that are not 0 in some example of the batch. */
export function markColumns(plan: Plan): void {
  const bytes = (<usize>plan.maskWords) << 3;
  for (let row: u32 = 0; row < plan.rows; row++) {
    const mask = plan.masks + exampleAt(plan, plan.position + row) * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const marks = plan.batchMask + at;
      v128.store(marks, v128.or(v128.load(marks), v128.load(mask + at)));
    }
  }
}

/** Columns as the offsets of lists: times 64. May write up to 7 places beyond the last. */
function widenColumns(out: usize, columns: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 8) {
    const eight = v128.load(columns + (at << 1));
    v128.store(out + (at << 2), i32x4.shl(i32x4.extend_low_i16x8_u(eight), 6));
    v128.store(out + (at << 2), i32x4.shl(i32x4.extend_high_i16x8_u(eight), 6), 16);
  }
}

/** Bytes as the numbers that they stand for. */
function scaleBytes(plan: Plan, out: usize, bytes: usize, length: usize): void {
  for (let at: usize = 0; at < length; at++) store<f32>(out + (at << 2), levelOf(plan, bytes + at));
}

/** One value of a sparse data set, as the network sees it. */
// @ts-ignore: decorator
@inline
function valueAt(plan: Plan, entry: usize): f32 {
  if (plan.inputKind == SPARSE_FLOATS) return load<f32>(plan.inputs + (entry << 2));
  return levelOf(plan, plan.inputs + entry);
}

// @ts-ignore: decorator
@inline
function levelOf(plan: Plan, byte: usize): f32 {
  return load<f32>(plan.levels + ((<usize>load<u8>(byte)) << 2));
}
