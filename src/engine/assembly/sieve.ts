// Lists of what is not 0 in the rows of a matrix, four numbers at a time: see lists.ts.
//
// Which of four numbers are not 0 is one of 16 cases. A table tells for each of them how to move these numbers to the front, so
// that nothing has to be decided on the way: a jump that cannot be foreseen costs more than the work.
import { offsetsOf, valuesOf } from './lists';

/** Bytes of a case: which bytes of the four numbers to take, and the offsets of their terms. */
const CASE: usize = 32;

/** Writes the table: 16 cases. */
export function writeCases(cases: usize): void {
  for (let mask: u32 = 0; mask < 16; mask++) {
    let to = cases + mask * CASE;
    // No byte is number 255, and 0 stands where nothing is taken.
    v128.store(to, i8x16.splat(-1));
    v128.store(to, i32x4.splat(0), 16);
    for (let lane: u32 = 0; lane < 4; lane++) {
      if (((mask >> lane) & 1) == 0) continue;
      store<u32>(to, 0x03020100 + lane * 0x04040404);
      store<u32>(to, lane << 6, 16);
      to += 4;
    }
  }
}

/**
 * Lists what is not 0 in each row. Returns how many numbers that is; four zeros follow their values. Up to three numbers beyond
 * the last row are read.
 *
 * @param rows - How many; row r starts at a + r aRow.
 * @param cases - The table that {@link writeCases} wrote.
 */
export function sieve(lists: usize, capacity: u32, rows: u32, a: usize, aRow: usize, terms: u32, cases: usize): u32 {
  const offsets = offsetsOf(lists, rows);
  const ahead = valuesOf(lists, rows, capacity) - offsets;
  const whole = (<usize>terms & ~3) << 2;
  const rest = (1 << (terms & 3)) - 1;
  let entry = offsets;
  for (let row: u32 = 0; row < rows; row++) {
    store<u32>(lists + (<usize>row << 2), <u32>((entry - offsets) >> 2));
    let from = a + row * aRow;
    const end = from + whole;
    let first = i32x4.splat(0);
    for (; from < end; from += 16) {
      entry = take(entry, ahead, from, 15, first, cases);
      first = i32x4.add(first, i32x4.splat(256));
    }
    if (rest) entry = take(entry, ahead, from, rest, first, cases);
  }
  v128.store(entry + ahead, f32x4.splat(0));
  const count = <u32>((entry - offsets) >> 2);
  store<u32>(lists + (<usize>rows << 2), count);
  return count;
}

/** Lists those of four numbers that are not 0 and whose bit is set. Returns where the next entry goes. */
// @ts-ignore: decorator
@inline
function take(entry: usize, ahead: usize, from: usize, bits: i32, first: v128, cases: usize): usize {
  const four = v128.load(from);
  const mask = <usize>(i32x4.bitmask(f32x4.ne(four, f32x4.splat(0))) & bits);
  const place = cases + mask * CASE;
  v128.store(entry, i32x4.add(first, v128.load(place, 16)));
  v128.store(entry + ahead, i8x16.swizzle(four, v128.load(place)));
  return entry + (popcnt(mask) << 2);
}
