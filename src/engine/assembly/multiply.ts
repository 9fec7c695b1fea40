// Makes a product: with all terms, or without the zeros of its `left` where that is quicker.
import { denseProduct } from './denseProduct';
import { listRows } from './lists';
import { Plan, Product } from './records';
import { listsOf } from './scratch';
import { sparseProduct } from './sparseProduct';

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
