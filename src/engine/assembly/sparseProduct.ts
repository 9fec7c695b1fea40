// out = a x matrix, or out += a x matrix, where `a` is a set of lists of what is not 0, and the matrix lies in panels.
// The same sums in the same order as denseProduct.ts, without the products that add nothing.
import { offsetsOf, valuesOf } from './lists';
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';

/**
 * @param out - Row r, column c of panel p lies at out + r outRow + p outPanel + c; narrow panels are a quarter as far apart.
 * @param from - The first row to do, and `to` the row after the last.
 * @param terms - Rows of the matrix.
 * @param onto - Whether to go on from what `out` holds, or from 0.
 * @param first - The row of `out` that row 0 of the lists makes.
 */
export function sparseProduct(
  out: usize,
  outRow: usize,
  outPanel: usize,
  outNarrowRow: usize,
  from: u32,
  to: u32,
  lists: usize,
  capacity: u32,
  rows: u32,
  matrix: usize,
  terms: u32,
  columns: u32,
  onto: bool,
  first: usize = 0,
): void {
  const wide = wideColumns(columns);
  const offsets = offsetsOf(lists, rows);
  const values = valuesOf(lists, rows, capacity);
  let panel = matrix;
  for (let column: u32 = 0; column < wide; column += WIDE) {
    for (let row = from; row < to; row++) {
      const start = (<usize>load<u32>(lists + ((<usize>row) << 2))) << 2;
      const end = (<usize>load<u32>(lists + ((<usize>row) << 2) + 4)) << 2;
      if (onto && start == end) continue;
      rowByWide(out + (first + row) * outRow, offsets + start, offsets + end, values - offsets, panel, onto);
    }
    panel += terms * WIDE_BYTES;
    out += outPanel;
  }
  for (let column = wide; column < columns; column += 4) {
    for (let row = from; row < to; row++) {
      const start = (<usize>load<u32>(lists + ((<usize>row) << 2))) << 2;
      const end = (<usize>load<u32>(lists + ((<usize>row) << 2) + 4)) << 2;
      if (onto && start == end) continue;
      rowByNarrow(out + (first + row) * outNarrowRow, offsets + start, offsets + end, values - offsets, panel, onto);
    }
    panel += terms * NARROW_BYTES;
    out += outPanel >> 2;
  }
}

/** @param ahead - Bytes from an entry's offset to its value. */
function rowByWide(out: usize, entry: usize, end: usize, ahead: usize, panel: usize, onto: bool): void {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  if (onto) {
    sum0 = v128.load(out);
    sum1 = v128.load(out, 16);
    sum2 = v128.load(out, 32);
    sum3 = v128.load(out, 48);
  }
  for (; entry < end; entry += 4) {
    const numbers = panel + load<u32>(entry);
    const factor = v128.load32_splat(entry + ahead);
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

function rowByNarrow(out: usize, entry: usize, end: usize, ahead: usize, panel: usize, onto: bool): void {
  let sum = onto ? v128.load(out) : f32x4.splat(0);
  for (; entry < end; entry += 4) {
    const numbers = panel + (load<u32>(entry) >> 2);
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(entry + ahead), v128.load(numbers)));
  }
  v128.store(out, sum);
}
