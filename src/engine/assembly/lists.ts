// Lists of the numbers that are not 0. A product with 0 adds nothing to any sum, so it need not be made.
//
// A set of lists: u32 starts [rows + 1] and one place more, which turning needs; then for every entry a u32, its term times 64, the
// bytes of a wide panel's row; and then for every entry its value.

/** Where in memory a set of lists keeps what. */
// @ts-ignore: decorator
@inline
export function offsetsOf(lists: usize, rows: u32): usize {
  return lists + (((<usize>rows + 5) & ~3) << 2);
}

// @ts-ignore: decorator
@inline
export function valuesOf(lists: usize, rows: u32, capacity: u32): usize {
  return offsetsOf(lists, rows) + (<usize>capacity << 2);
}

/**
 * Lists what is not 0 in each row of a dense matrix. Returns how many numbers that is.
 *
 * @param a - Term k of row r lies at a + r aRow + k aTerm.
 */
export function listRows(lists: usize, capacity: u32, rows: u32, a: usize, aRow: usize, aTerm: usize, terms: u32): u32 {
  const offsets = offsetsOf(lists, rows);
  const values = valuesOf(lists, rows, capacity);
  let count: usize = 0;
  for (let row: u32 = 0; row < rows; row++) {
    store<u32>(lists + (<usize>row << 2), <u32>count);
    let from = a + row * aRow;
    const end = terms << 6;
    for (let offset: u32 = 0; offset < end; offset += 64) {
      const value = load<f32>(from);
      // Written in any case, and kept only if it counts: a jump that cannot be foreseen costs more.
      store<u32>(offsets + (count << 2), offset);
      store<f32>(values + (count << 2), value);
      count += value != 0 ? 1 : 0;
      from += aTerm;
    }
  }
  store<u32>(lists + (<usize>rows << 2), <u32>count);
  return <u32>count;
}

/** From lists of the columns of each row to lists of the rows of each column, in the order of rows: the transposed matrix. */
export function turnLists(turned: usize, lists: usize, capacity: u32, rows: u32, columns: u32): void {
  const offsets = offsetsOf(lists, rows);
  const values = valuesOf(lists, rows, capacity);
  const turnedOffsets = offsetsOf(turned, columns);
  const turnedValues = valuesOf(turned, columns, capacity);
  const total = load<u32>(lists + (<usize>rows << 2));
  // How many entries each column has, two places on; then where they start, one place on; which is where they are put.
  memory.fill(turned, 0, ((<usize>columns + 2) << 2));
  for (let entry: usize = 0; entry < total; entry++) {
    const place = turned + (load<u32>(offsets + (entry << 2)) >> 4) + 8;
    store<u32>(place, load<u32>(place) + 1);
  }
  let start: u32 = 0;
  for (let column: usize = 0; column <= columns; column++) {
    const place = turned + (column << 2);
    start += load<u32>(place);
    store<u32>(place, start);
  }
  for (let row: u32 = 0; row < rows; row++) {
    const end = load<u32>(lists + (<usize>row << 2) + 4);
    for (let entry = <usize>load<u32>(lists + (<usize>row << 2)); entry < end; entry++) {
      const place = turned + (load<u32>(offsets + (entry << 2)) >> 4) + 4;
      const to = <usize>load<u32>(place);
      store<u32>(place, <u32>to + 1);
      store<u32>(turnedOffsets + (to << 2), row << 6);
      store<f32>(turnedValues + (to << 2), load<f32>(values + (entry << 2)));
    }
  }
}
