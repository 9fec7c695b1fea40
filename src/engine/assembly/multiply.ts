// Makes a product: with all terms, or without the zeros of its `left` where that is quicker.
import { denseProduct } from './denseProduct';
import { listRows } from './lists';
import { Plan, Product } from './records';
import { listsOf } from './scratch';
import { sparseProduct } from './sparseProduct';

/**
 * Makes the product.
 *
 * @param sparse - Whether many numbers of `left` may be 0.
 */
// @ts-ignore: decorator
@inline
export function multiply(plan: Plan, thread: u32, product: Product, sparse: bool): void {
  if (!sparse || !multiplyListed(plan, thread, product)) denseProduct(product);
}

/**
 * Makes the product with the numbers of `left` that are not 0, which are listed first; or not, and returns false, if they are
 * many.
 */
function multiplyListed(plan: Plan, thread: u32, product: Product): bool {
  const lists = listsOf(plan, thread);
  const listed = listRows(lists, plan.listCapacity, product);
  if (!paysOff(listed, product.to - product.from, product.terms)) return false;
  sparseProduct(product, lists);
  return true;
}

/** Whether passing over zeros is quicker than multiplying with them: measured, below five in eight. */
// @ts-ignore: decorator
@inline
export function paysOff(listed: u32, rows: u32, terms: u32): bool {
  return <u64>listed * 8 < <u64>rows * terms * 5;
}
