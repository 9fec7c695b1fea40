// A product of matrices, as its caller describes it: out = left x right, or out += left x right, where `right` lies in panels.
import { denseProduct } from './denseProduct';
import { listRows } from './lists';
import { Plan, Product } from './records';
import { listsOf } from './scratch';
import { sparseProduct } from './sparseProduct';

/** `out` are rows of so many numbers, which the product overwrites. */
// @ts-ignore: decorator
@inline
export function intoRows(product: Product, out: usize, stride: u32): void {
  product.out = out;
  product.outRow = stride << 2;
  product.outPanel = 64;
  product.adds = 0;
}

/** `out` are panels of so many rows, to which the product is added. */
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

/**
 * Makes the product.
 *
 * @param sparse - Whether many numbers of `left` may be 0. If there are enough of them, the others are listed first.
 */
export function multiply(plan: Plan, thread: u32, product: Product, sparse: bool): void {
  if (sparse) {
    const lists = listsOf(plan, thread);
    const listed = listRows(lists, plan.listCapacity, product);
    if (paysOff(listed, product.to - product.from, product.terms)) {
      sparseProduct(product, lists);
      return;
    }
  }
  denseProduct(product);
}

/** Whether passing over zeros is quicker than multiplying with them: measured, below five in eight. */
// @ts-ignore: decorator
@inline
export function paysOff(listed: u32, rows: u32, terms: u32): bool {
  return <u64>listed * 8 < <u64>rows * terms * 5;
}
