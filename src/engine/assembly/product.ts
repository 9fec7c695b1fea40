// A product of matrices, as its caller describes it: out = left x right, or out += left x right, where `right` lies in panels.
import { Product } from './records';

/** The product overwrites `out`: rows of `stride` numbers. */
// @ts-ignore: decorator
@inline
export function intoRows(product: Product, out: usize, stride: u32): void {
  product.out = out;
  product.outRow = stride << 2;
  product.outPanel = 64;
  product.adds = 0;
}

/** The product is added to `out`: panels of `rows` rows. */
// @ts-ignore: decorator
@inline
export function ontoPanels(product: Product, out: usize, rows: u32): void {
  product.out = out;
  product.outRow = 64;
  product.outPanel = rows << 6;
  product.adds = 1;
}

/** Bytes from a row of `out` to the next in narrow panels. */
// @ts-ignore: decorator
@inline
export function narrowRowOf(product: Product): u32 {
  return product.adds ? 16 : product.outRow;
}

/** `right` are panels of [terms, columns]. */
// @ts-ignore: decorator
@inline
export function byPanels(product: Product, right: usize, terms: u32, columns: u32): void {
  product.right = right;
  product.terms = terms;
  product.columns = columns;
}
