// A product with a dense `left`: see product.ts.
//
// Every number of `out` takes its products one after another, in its own lane, rounded after each product and each sum. So it
// does not matter how many rows and columns are done side by side, and the bits are those of the plain loop in JavaScript.
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';
import { narrowRowOf } from './product';
import { Product } from './records';

/** Makes all rows of the product, panel by panel. */
export function denseProduct(product: Product): void {
  const from = product.from;
  const to = product.to;
  const outRow = product.outRow;
  const leftRow = product.leftRow;
  const narrowRow = narrowRowOf(product);
  const wide = wideColumns(product.columns);
  let panel = product.right;
  let out = product.out;
  for (let column: u32 = 0; column < wide; column += WIDE) {
    let row = from;
    for (; row + 2 <= to; row += 2) twoByWide(product, out + row * outRow, product.left + row * leftRow, panel);
    if (row < to) oneByWide(product, out + row * outRow, product.left + row * leftRow, panel);
    panel += product.terms * WIDE_BYTES;
    out += product.outPanel;
  }
  for (let column = wide; column < product.columns; column += 4) {
    let row = from;
    for (; row + 4 <= to; row += 4)
      fourByNarrow(product, narrowRow, out + row * narrowRow, product.left + row * leftRow, panel);
    for (; row < to; row++) oneByNarrow(product, out + row * narrowRow, product.left + row * leftRow, panel);
    panel += product.terms * NARROW_BYTES;
    out += product.outPanel >> 2;
  }
}

/** Two rows by 16 columns: eight sums side by side. */
function twoByWide(product: Product, first: usize, left: usize, panel: usize): void {
  const second = first + product.outRow;
  const leftRow = product.leftRow;
  const leftTerm = product.leftTerm;
  let sum00 = f32x4.splat(0);
  let sum01 = f32x4.splat(0);
  let sum02 = f32x4.splat(0);
  let sum03 = f32x4.splat(0);
  let sum10 = f32x4.splat(0);
  let sum11 = f32x4.splat(0);
  let sum12 = f32x4.splat(0);
  let sum13 = f32x4.splat(0);
  if (product.adds) {
    sum00 = v128.load(first);
    sum01 = v128.load(first, 16);
    sum02 = v128.load(first, 32);
    sum03 = v128.load(first, 48);
    sum10 = v128.load(second);
    sum11 = v128.load(second, 16);
    sum12 = v128.load(second, 32);
    sum13 = v128.load(second, 48);
  }
  const end = panel + product.terms * WIDE_BYTES;
  while (panel < end) {
    const factor0 = v128.load32_splat(left);
    const factor1 = v128.load32_splat(left + leftRow);
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
    left += leftTerm;
    panel += WIDE_BYTES;
  }
  v128.store(first, sum00);
  v128.store(first, sum01, 16);
  v128.store(first, sum02, 32);
  v128.store(first, sum03, 48);
  v128.store(second, sum10);
  v128.store(second, sum11, 16);
  v128.store(second, sum12, 32);
  v128.store(second, sum13, 48);
}

function oneByWide(product: Product, out: usize, left: usize, panel: usize): void {
  const leftTerm = product.leftTerm;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  if (product.adds) {
    sum0 = v128.load(out);
    sum1 = v128.load(out, 16);
    sum2 = v128.load(out, 32);
    sum3 = v128.load(out, 48);
  }
  const end = panel + product.terms * WIDE_BYTES;
  while (panel < end) {
    const factor = v128.load32_splat(left);
    sum0 = f32x4.add(sum0, f32x4.mul(factor, v128.load(panel)));
    sum1 = f32x4.add(sum1, f32x4.mul(factor, v128.load(panel, 16)));
    sum2 = f32x4.add(sum2, f32x4.mul(factor, v128.load(panel, 32)));
    sum3 = f32x4.add(sum3, f32x4.mul(factor, v128.load(panel, 48)));
    left += leftTerm;
    panel += WIDE_BYTES;
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  v128.store(out, sum2, 32);
  v128.store(out, sum3, 48);
}

/** Four rows by 4 columns. */
function fourByNarrow(product: Product, outRow: u32, out0: usize, left0: usize, panel: usize): void {
  const leftRow = product.leftRow;
  const leftTerm = product.leftTerm;
  const out1 = out0 + outRow;
  const out2 = out1 + outRow;
  const out3 = out2 + outRow;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  if (product.adds) {
    sum0 = v128.load(out0);
    sum1 = v128.load(out1);
    sum2 = v128.load(out2);
    sum3 = v128.load(out3);
  }
  let left1 = left0 + leftRow;
  let left2 = left1 + leftRow;
  let left3 = left2 + leftRow;
  const end = panel + product.terms * NARROW_BYTES;
  while (panel < end) {
    const numbers = v128.load(panel);
    sum0 = f32x4.add(sum0, f32x4.mul(v128.load32_splat(left0), numbers));
    sum1 = f32x4.add(sum1, f32x4.mul(v128.load32_splat(left1), numbers));
    sum2 = f32x4.add(sum2, f32x4.mul(v128.load32_splat(left2), numbers));
    sum3 = f32x4.add(sum3, f32x4.mul(v128.load32_splat(left3), numbers));
    left0 += leftTerm;
    left1 += leftTerm;
    left2 += leftTerm;
    left3 += leftTerm;
    panel += NARROW_BYTES;
  }
  v128.store(out0, sum0);
  v128.store(out1, sum1);
  v128.store(out2, sum2);
  v128.store(out3, sum3);
}

function oneByNarrow(product: Product, out: usize, left: usize, panel: usize): void {
  const leftTerm = product.leftTerm;
  let sum = product.adds ? v128.load(out) : f32x4.splat(0);
  const end = panel + product.terms * NARROW_BYTES;
  while (panel < end) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(left), v128.load(panel)));
    left += leftTerm;
    panel += NARROW_BYTES;
  }
  v128.store(out, sum);
}
