// A product whose `left` is given as lists of what is not 0: see product.ts and lists.ts. The same sums in the same order as in
// denseProduct.ts, without the products that add nothing.
import { entriesEnd, entriesStart } from './lists';
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';
import { narrowRowOf } from './product';
import { Lists, Product } from './records';

/** Makes all rows of the product, panel by panel. */
export function sparseProduct(product: Product, lists: Lists): void {
  const wide = wideColumns(product.columns);
  const ahead = lists.values - lists.offsets;
  const adds = product.adds != 0;
  const narrowRow = narrowRowOf(product);
  let panel = product.right;
  let out = product.out;
  for (let column: u32 = 0; column < wide; column += WIDE) {
    for (let row = product.from; row < product.to; row++) {
      const entry = entriesStart(lists, row);
      const end = entriesEnd(lists, row);
      if (adds && entry == end) continue;
      rowByWide(out + row * product.outRow, entry, end, ahead, panel, adds);
    }
    panel += product.terms * WIDE_BYTES;
    out += product.outPanel;
  }
  for (let column = wide; column < product.columns; column += 4) {
    for (let row = product.from; row < product.to; row++) {
      const entry = entriesStart(lists, row);
      const end = entriesEnd(lists, row);
      if (adds && entry == end) continue;
      rowByNarrow(out + row * narrowRow, entry, end, ahead, panel, adds);
    }
    panel += product.terms * NARROW_BYTES;
    out += product.outPanel >> 2;
  }
}

/** @param ahead - Bytes from an entry's offset to its value. */
function rowByWide(out: usize, entry: usize, end: usize, ahead: usize, panel: usize, adds: bool): void {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  if (adds) {
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

function rowByNarrow(out: usize, entry: usize, end: usize, ahead: usize, panel: usize, adds: bool): void {
  let sum = adds ? v128.load(out) : f32x4.splat(0);
  for (; entry < end; entry += 4) {
    const numbers = panel + (load<u32>(entry) >> 2);
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(entry + ahead), v128.load(numbers)));
  }
  v128.store(out, sum);
}
