// Lists of the numbers that are not 0 in the rows of a matrix. A product with 0 adds nothing to any sum, so it is left out.
//
// After their head come u32 starts [rows + 1] and one place more, which transposing needs; then for every entry a u32, its term
// times 64, the bytes of a wide panel's row; and then for every entry its value.
import { Lists, Product } from './records';

/** Where the u32 stands that says which entry is the first of a row; after it stands that of the next row. */
// @ts-ignore: decorator
@inline
export function startPlace(lists: Lists, row: u32): usize {
  return changetype<usize>(lists) + offsetof<Lists>() + ((<usize>row) << 2);
}

/** Where the offsets of a row's entries begin. */
// @ts-ignore: decorator
@inline
export function entriesStart(lists: Lists, row: u32): usize {
  return lists.offsets + ((<usize>load<u32>(startPlace(lists, row))) << 2);
}

/** Where the offsets of a row's entries end. */
// @ts-ignore: decorator
@inline
export function entriesEnd(lists: Lists, row: u32): usize {
  return lists.offsets + ((<usize>load<u32>(startPlace(lists, row), 4)) << 2);
}

/** Finds places for the entries of `rows` rows. */
// @ts-ignore: decorator
@inline
export function beginLists(lists: Lists, rows: u32, capacity: u32): void {
  lists.offsets = (startPlace(lists, rows + 2) + 15) & ~15;
  lists.values = lists.offsets + ((<usize>capacity) << 2);
}

/** Lists what is not 0 in the rows that a product reads of its `left`. Returns how many numbers that is. */
export function listRows(lists: Lists, capacity: u32, product: Product): u32 {
  beginLists(lists, product.to, capacity);
  const offsets = lists.offsets;
  const values = lists.values;
  const leftTerm = product.leftTerm;
  const end = product.terms << 6;
  let count: usize = 0;
  for (let row = product.from; row < product.to; row++) {
    store<u32>(startPlace(lists, row), <u32>count);
    let left = product.left + row * product.leftRow;
    for (let offset: u32 = 0; offset < end; offset += 64) {
      const value = load<f32>(left);
      // Written in any case, and kept only if it counts: a jump that cannot be foreseen costs more.
      store<u32>(offsets + (count << 2), offset);
      store<f32>(values + (count << 2), value);
      count += value != 0 ? 1 : 0;
      left += leftTerm;
    }
  }
  store<u32>(startPlace(lists, product.to), <u32>count);
  return <u32>count;
}

/** From lists of the columns of each row to lists of the rows of each column, in the order of rows: the transposed matrix. */
export function transposeLists(transposed: Lists, lists: Lists, capacity: u32, rows: u32, columns: u32): void {
  beginLists(transposed, columns, capacity);
  const offsets = lists.offsets;
  const values = lists.values;
  const starts = startPlace(transposed, 0);
  const total = load<u32>(startPlace(lists, rows));
  // How many entries each column has, two places on; then where they start, one place on; which is where they are put.
  memory.fill(starts, 0, (<usize>columns + 2) << 2);
  for (let entry: usize = 0; entry < total; entry++) {
    const place = starts + (load<u32>(offsets + (entry << 2)) >> 4) + 8;
    store<u32>(place, load<u32>(place) + 1);
  }
  let start: u32 = 0;
  for (let column: usize = 0; column <= columns; column++) {
    const place = starts + (column << 2);
    start += load<u32>(place);
    store<u32>(place, start);
  }
  for (let row: u32 = 0; row < rows; row++) {
    const end = load<u32>(startPlace(lists, row), 4);
    for (let entry = <usize>load<u32>(startPlace(lists, row)); entry < end; entry++) {
      const place = starts + (load<u32>(offsets + (entry << 2)) >> 4) + 4;
      const to = <usize>load<u32>(place);
      store<u32>(place, <u32>to + 1);
      store<u32>(transposed.offsets + (to << 2), row << 6);
      store<f32>(transposed.values + (to << 2), load<f32>(values + (entry << 2)));
    }
  }
}
