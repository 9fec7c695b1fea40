// The numbers of dense rows that are not 0, found 16 at a time, and products with a matrix that pass over all others. The same
// sums in the same order as denseProduct.ts.
//
// A sieve: u32 starts [rows + 1], where each row's entries start, and then for each entry a u16, its term.
//
// Which of eight numbers are not 0 is one of 256 cases, and a table has the terms of each. So nothing has to be decided on the
// way: a jump that cannot be foreseen costs more than the work.
import { NARROW_BYTES, WIDE, WIDE_BYTES, wideColumns } from './panels';
import { Product } from './records';

/** Bytes of a case: eight terms, of which the first few count. */
const CASE: usize = 16;

/** More terms than a u16 can tell apart are not sieved. */
export const MOST_TERMS: u32 = 65536;

/** Writes the table: 256 cases. */
export function writeCases(cases: usize): void {
  for (let mask: u32 = 0; mask < 256; mask++) {
    let to = cases + mask * CASE;
    for (let term: u32 = 0; term < 8; term++) {
      if (((mask >> term) & 1) == 0) continue;
      store<u16>(to, <u16>term);
      to += 2;
    }
  }
}

/** Where the entries of a sieve start. */
// @ts-ignore: decorator
@inline
function entriesOf(sieve: usize, rows: u32): usize {
  return sieve + ((<usize>rows + 1) << 2);
}

/** Where the entries of a row start; those of the next row start where they end. */
// @ts-ignore: decorator
@inline
function startOf(sieve: usize, entries: usize, row: u32): usize {
  return entries + ((<usize>load<u32>(sieve + ((<usize>row) << 2))) << 1);
}

/**
 * Sieves rows. Returns how many numbers are not 0. Up to 15 numbers beyond the last row are read, and up to 16 entries beyond
 * the last are written.
 *
 * @param cases - The table that {@link writeCases} wrote.
 * @param product - Its `left` is sieved, rows from 0 on, whose terms lie one after another.
 */
export function sieveRows(sieve: usize, cases: usize, product: Product): u32 {
  const rows = product.to;
  const leftRow = product.leftRow;
  const entries = entriesOf(sieve, rows);
  const whole = (<usize>product.terms & ~15) << 2;
  const rest = (1 << (product.terms & 15)) - 1;
  let entry = entries;
  for (let row: u32 = 0; row < rows; row++) {
    store<u32>(sieve + ((<usize>row) << 2), <u32>((entry - entries) >> 1));
    let from = product.left + row * leftRow;
    const end = from + whole;
    let first = i16x8.splat(0);
    for (; from < end; from += 64) {
      entry = take(entry, from, 0xffff, first, cases);
      first = i16x8.add(first, i16x8.splat(16));
    }
    if (rest) entry = take(entry, from, rest, first, cases);
  }
  const count = <u32>((entry - entries) >> 1);
  store<u32>(sieve + ((<usize>rows) << 2), count);
  return count;
}

/**
 * Enters those of 16 numbers that are not 0 and whose bit is set; `first` is the term of the first. Returns where the next
 * goes.
 */
// @ts-ignore: decorator
@inline
function take(entry: usize, from: usize, bits: i32, first: v128, cases: usize): usize {
  const zero = f32x4.splat(0);
  const low = i16x8.narrow_i32x4_s(f32x4.ne(v128.load(from), zero), f32x4.ne(v128.load(from, 16), zero));
  const high = i16x8.narrow_i32x4_s(f32x4.ne(v128.load(from, 32), zero), f32x4.ne(v128.load(from, 48), zero));
  const mask = <usize>(i8x16.bitmask(i8x16.narrow_i16x8_s(low, high)) & bits);
  return enter(enter(entry, mask & 255, first, cases), mask >> 8, i16x8.add(first, i16x8.splat(8)), cases);
}

// @ts-ignore: decorator
@inline
function enter(entry: usize, mask: usize, first: v128, cases: usize): usize {
  // All eight are written, and what does not count is written over.
  v128.store(entry, i16x8.add(first, v128.load(cases + mask * CASE)));
  return entry + (popcnt(mask) << 1);
}

/** Makes a product, into rows, whose `left` was sieved. */
export function sievedProduct(product: Product, sieve: usize): void {
  const rows = product.to;
  const columns = product.columns;
  const outRow = product.outRow;
  const leftRow = product.leftRow;
  const wide = wideColumns(columns);
  const entries = entriesOf(sieve, rows);
  let panel = product.right;
  for (let column: u32 = 0; column < columns; column += column < wide ? WIDE : 4) {
    let out = product.out + ((<usize>column) << 2);
    let left = product.left;
    for (let row: u32 = 0; row < rows; row++) {
      const start = startOf(sieve, entries, row);
      const end = startOf(sieve, entries, row + 1);
      if (column < wide) rowByWide(out, start, end, left, panel);
      else rowByNarrow(out, start, end, left, panel);
      out += outRow;
      left += leftRow;
    }
    panel += product.terms * (column < wide ? WIDE_BYTES : NARROW_BYTES);
  }
}

function rowByWide(out: usize, entry: usize, end: usize, left: usize, panel: usize): void {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  for (; entry < end; entry += 2) {
    const term = <usize>load<u16>(entry);
    const numbers = panel + term * WIDE_BYTES;
    const factor = v128.load32_splat(left + (term << 2));
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

function rowByNarrow(out: usize, entry: usize, end: usize, left: usize, panel: usize): void {
  let sum = f32x4.splat(0);
  for (; entry < end; entry += 2) {
    const term = <usize>load<u16>(entry);
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(left + (term << 2)), v128.load(panel + term * NARROW_BYTES)));
  }
  v128.store(out, sum);
}
