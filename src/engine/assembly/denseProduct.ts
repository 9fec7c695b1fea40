// out = a x matrix, or out += a x matrix, for a dense `a` and a matrix in panels.
//
// Every number of `out` takes its products one after another, in its own lane, rounded after each product and each sum. So it
// does not matter how many rows and columns are done side by side, and the bits are those of the plain loop in JavaScript.
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';

/**
 * @param out - Row r, column c of panel p lies at out + r outRow + p outPanel + c; narrow panels are a quarter as far apart.
 * @param a - Term k of row r lies at a + r aRow + k aTerm.
 * @param matrix - Panels of [terms, columns].
 * @param onto - Whether to go on from what `out` holds, or from 0.
 * @param first - The row of `out` that row 0 of `a` makes.
 */
export function denseProduct(
  out: usize,
  outRow: usize,
  outPanel: usize,
  outNarrowRow: usize,
  rows: u32,
  a: usize,
  aRow: usize,
  aTerm: usize,
  terms: u32,
  matrix: usize,
  columns: u32,
  onto: bool,
  first: usize = 0,
): void {
  const wide = wideColumns(columns);
  let panel = matrix;
  let to = out + first * outRow;
  for (let column: u32 = 0; column < wide; column += WIDE) {
    let row: u32 = 0;
    for (; row + 2 <= rows; row += 2) {
      twoByWide(to + row * outRow, outRow, a + row * aRow, aRow, aTerm, terms, panel, onto);
    }
    if (row < rows) oneByWide(to + row * outRow, a + row * aRow, aTerm, terms, panel, onto);
    panel += terms * WIDE_BYTES;
    to += outPanel;
  }
  to += first * outNarrowRow - first * outRow;
  for (let column = wide; column < columns; column += 4) {
    let row: u32 = 0;
    for (; row + 4 <= rows; row += 4) {
      fourByNarrow(to + row * outNarrowRow, outNarrowRow, a + row * aRow, aRow, aTerm, terms, panel, onto);
    }
    for (; row < rows; row++) oneByNarrow(to + row * outNarrowRow, a + row * aRow, aTerm, terms, panel, onto);
    panel += terms * NARROW_BYTES;
    to += outPanel >> 2;
  }
}

/** Two rows by 16 columns: eight sums side by side. */
function twoByWide(out: usize, outRow: usize, a: usize, aRow: usize, aTerm: usize, terms: u32, panel: usize, onto: bool): void {
  const second = out + outRow;
  let sum00 = f32x4.splat(0);
  let sum01 = f32x4.splat(0);
  let sum02 = f32x4.splat(0);
  let sum03 = f32x4.splat(0);
  let sum10 = f32x4.splat(0);
  let sum11 = f32x4.splat(0);
  let sum12 = f32x4.splat(0);
  let sum13 = f32x4.splat(0);
  if (onto) {
    sum00 = v128.load(out);
    sum01 = v128.load(out, 16);
    sum02 = v128.load(out, 32);
    sum03 = v128.load(out, 48);
    sum10 = v128.load(second);
    sum11 = v128.load(second, 16);
    sum12 = v128.load(second, 32);
    sum13 = v128.load(second, 48);
  }
  const end = panel + terms * WIDE_BYTES;
  while (panel < end) {
    const factor0 = v128.load32_splat(a);
    const factor1 = v128.load32_splat(a + aRow);
    const numbers0 = v128.load(panel);
    const numbers1 = v128.load(panel, 16);
    const numbers2 = v128.load(panel, 32);
    const numbers3 = v128.load(panel, 48);
    sum00 = f32x4.add(sum00, f32x4.mul(factor0, numbers0));
    sum01 = f32x4.add(sum01, f32x4.mul(factor0, numbers1));
    sum02 = f32x4.add(sum02, f32x4.mul(factor0, numbers2));
    sum03 = f32x4.add(sum03, f32x4.mul(factor0, numbers3));
    sum10 = f32x4.add(sum10, f32x4.mul(factor1, numbers0));
    sum11 = f32x4.add(sum11, f32x4.mul(factor1, numbers1));
    sum12 = f32x4.add(sum12, f32x4.mul(factor1, numbers2));
    sum13 = f32x4.add(sum13, f32x4.mul(factor1, numbers3));
    a += aTerm;
    panel += WIDE_BYTES;
  }
  v128.store(out, sum00);
  v128.store(out, sum01, 16);
  v128.store(out, sum02, 32);
  v128.store(out, sum03, 48);
  v128.store(second, sum10);
  v128.store(second, sum11, 16);
  v128.store(second, sum12, 32);
  v128.store(second, sum13, 48);
}

function oneByWide(out: usize, a: usize, aTerm: usize, terms: u32, panel: usize, onto: bool): void {
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
  const end = panel + terms * WIDE_BYTES;
  while (panel < end) {
    const factor = v128.load32_splat(a);
    sum0 = f32x4.add(sum0, f32x4.mul(factor, v128.load(panel)));
    sum1 = f32x4.add(sum1, f32x4.mul(factor, v128.load(panel, 16)));
    sum2 = f32x4.add(sum2, f32x4.mul(factor, v128.load(panel, 32)));
    sum3 = f32x4.add(sum3, f32x4.mul(factor, v128.load(panel, 48)));
    a += aTerm;
    panel += WIDE_BYTES;
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  v128.store(out, sum2, 32);
  v128.store(out, sum3, 48);
}

/** Four rows by 4 columns. */
function fourByNarrow(
  out: usize,
  outRow: usize,
  a: usize,
  aRow: usize,
  aTerm: usize,
  terms: u32,
  panel: usize,
  onto: bool,
): void {
  const out1 = out + outRow;
  const out2 = out1 + outRow;
  const out3 = out2 + outRow;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  if (onto) {
    sum0 = v128.load(out);
    sum1 = v128.load(out1);
    sum2 = v128.load(out2);
    sum3 = v128.load(out3);
  }
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  const end = panel + terms * NARROW_BYTES;
  while (panel < end) {
    const numbers = v128.load(panel);
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load32_splat(a), numbers));
    sum1 = f32x4.add(sum1, f32x4.mul(v128.load32_splat(a1), numbers));
    sum2 = f32x4.add(sum2, f32x4.mul(v128.load32_splat(a2), numbers));
    sum3 = f32x4.add(sum3, f32x4.mul(v128.load32_splat(a3), numbers));
    a += aTerm;
    a1 += aTerm;
    a2 += aTerm;
    a3 += aTerm;
    panel += NARROW_BYTES;
  }
  v128.store(out, sum0);
  v128.store(out1, sum1);
  v128.store(out2, sum2);
  v128.store(out3, sum3);
}

function oneByNarrow(out: usize, a: usize, aTerm: usize, terms: u32, panel: usize, onto: bool): void {
  let sum = onto ? v128.load(out) : f32x4.splat(0);
  const end = panel + terms * NARROW_BYTES;
  while (panel < end) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(a), v128.load(panel)));
    a += aTerm;
    panel += NARROW_BYTES;
  }
  v128.store(out, sum);
}
