// The lists of a data set: what is not 0 in each of its rows. Made once, from rows that the host hands over some at a time.
//
// Sixteen numbers are looked at together; where all of them are 0, as in most of an image, that is all that has to be done.

/** How many numbers of each row are not 0: u32 [rows]. Up to 15 numbers beyond the last row are read. */
export function countRows(counts: usize, numbers: usize, rows: u32, width: u32, bytes: bool): void {
  for (let row: u32 = 0; row < rows; row++) {
    let count: u32 = 0;
    for (let column: u32 = 0; column < width; column += 16) count += popcnt(nonZerosIn(numbers, row, column, width, bytes));
    store<u32>(counts + ((<usize>row) << 2), count);
  }
}

/**
 * Lists rows: columns as u16, values as they are kept, bytes or f32 times the scale, and for each row a mask with a bit for
 * every column that is listed.
 *
 * @param masks - A mask for each row, where all is 0.
 */
export function listNumbers(
  columns: usize,
  values: usize,
  masks: usize,
  numbers: usize,
  rows: u32,
  width: u32,
  bytes: bool,
  scale: f64,
): void {
  // A mask has whole 128-bit words.
  const maskBytes = ((<usize>width + 127) & ~127) >> 3;
  for (let row: u32 = 0; row < rows; row++) {
    for (let column: u32 = 0; column < width; column += 16) {
      let bits = nonZerosIn(numbers, row, column, width, bytes);
      if (bits == 0) continue;
      store<u16>(masks + row * maskBytes + (column >> 3), <u16>bits);
      while (bits != 0) {
        const at = column + ctz(bits);
        const place = <usize>row * width + at;
        store<u16>(columns, <u16>at);
        columns += 2;
        if (bytes) store<u8>(values, load<u8>(numbers + place));
        else store<f32>(values, <f32>(<f64>load<f32>(numbers + (place << 2)) * scale));
        values += bytes ? 1 : 4;
        bits &= bits - 1;
      }
    }
  }
}

/** A bit for each of 16 numbers from `column` on that is not 0; none beyond the row. */
// @ts-ignore: decorator
@inline
function nonZerosIn(numbers: usize, row: u32, column: u32, width: u32, bytes: bool): u32 {
  const place = <usize>row * width + column;
  const within: u32 = width - column < 16 ? (1 << (width - column)) - 1 : 0xffff;
  if (bytes) return i8x16.bitmask(i8x16.ne(v128.load(numbers + place), i8x16.splat(0))) & within;
  const from = numbers + (place << 2);
  const zero = f32x4.splat(0);
  const low = i16x8.narrow_i32x4_s(f32x4.ne(v128.load(from), zero), f32x4.ne(v128.load(from, 16), zero));
  const high = i16x8.narrow_i32x4_s(f32x4.ne(v128.load(from, 32), zero), f32x4.ne(v128.load(from, 48), zero));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high)) & within;
}
