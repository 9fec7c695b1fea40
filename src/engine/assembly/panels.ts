// How a matrix lies in memory, so that products read it in one go.
//
// A matrix [rows, columns] is cut into panels of 16 columns, each row by row: a row of a panel is 64 bytes. The columns that
// are left, rounded up to a multiple of 4, follow as narrow panels of 4. Columns that do not exist are 0.

/** Columns of a wide panel, and bytes of one row of it. */
export const WIDE: u32 = 16;
export const WIDE_BYTES: usize = 64;
/** Bytes of one row of a narrow panel. */
export const NARROW_BYTES: usize = 16;

/** How many columns lie in wide panels. */
// @ts-ignore: decorator
@inline
export function wideColumns(columns: u32): u32 {
  return columns & ~15;
}

/** Where the panel of `column`, a multiple of 4, has that column in its first row. */
// @ts-ignore: decorator
@inline
export function columnPlace(matrix: usize, rows: u32, columns: u32, column: u32): usize {
  const wide = wideColumns(columns);
  if (column < wide) return matrix + <usize>(column >> 4) * rows * WIDE_BYTES + ((column & 15) << 2);
  return matrix + <usize>wide * rows * 4 + <usize>((column - wide) >> 2) * rows * NARROW_BYTES;
}

/** Bytes from a row to the next, in the panel of `column`. */
// @ts-ignore: decorator
@inline
export function rowBytes(columns: u32, column: u32): usize {
  return column < wideColumns(columns) ? WIDE_BYTES : NARROW_BYTES;
}

/** Packs a matrix that lies row by row, `rowStride` floats apart, columns rounded up to 4. */
export function pack(panels: usize, matrix: usize, rows: u32, columns: u32, rowStride: u32): void {
  for (let column: u32 = 0; column < columns; column += 4) {
    const step = rowBytes(columns, column);
    let to = columnPlace(panels, rows, columns, column);
    let from = matrix + (column << 2);
    for (let row: u32 = 0; row < rows; row++) {
      v128.store(to, v128.load(from));
      to += step;
      from += (<usize>rowStride) << 2;
    }
  }
}

/**
 * Panels of the transposed matrix: [columns, rows] from [rows, columns]. Four by four numbers at a time.
 *
 * @param from - The first row to do, a multiple of 4, and `to` the row after the last.
 */
export function transpose(transposed: usize, matrix: usize, rows: u32, columns: u32, from: u32, to: u32): void {
  for (let row = from; row < to; row += 4) {
    const toStep = rowBytes(rows, row);
    const toStart = columnPlace(transposed, columns, rows, row);
    for (let column: u32 = 0; column < columns; column += 4) {
      const step = rowBytes(columns, column);
      const from = columnPlace(matrix, rows, columns, column) + row * step;
      // Beyond the last row there is nothing; a row of zeros stands for it.
      const zero = f32x4.splat(0);
      const first = v128.load(from);
      const second = row + 1 < rows ? v128.load(from + step) : zero;
      const third = row + 2 < rows ? v128.load(from + 2 * step) : zero;
      const fourth = row + 3 < rows ? v128.load(from + 3 * step) : zero;
      storeTransposed(toStart + column * toStep, toStep, columns - column, first, second, third, fourth);
    }
  }
}

/** Four rows of four numbers as columns: as the first numbers of `count` rows, or of four, `step` bytes apart. */
// @ts-ignore: decorator
@inline
function storeTransposed(to: usize, step: usize, count: u32, first: v128, second: v128, third: v128, fourth: v128): void {
  const lowEvens = v128.shuffle<f32>(first, second, 0, 4, 1, 5);
  const lowOdds = v128.shuffle<f32>(third, fourth, 0, 4, 1, 5);
  const highEvens = v128.shuffle<f32>(first, second, 2, 6, 3, 7);
  const highOdds = v128.shuffle<f32>(third, fourth, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(lowEvens, lowOdds, 0, 1, 4, 5));
  if (count > 1) v128.store(to + step, v128.shuffle<f32>(lowEvens, lowOdds, 2, 3, 6, 7));
  if (count > 2) v128.store(to + 2 * step, v128.shuffle<f32>(highEvens, highOdds, 0, 1, 4, 5));
  if (count > 3) v128.store(to + 3 * step, v128.shuffle<f32>(highEvens, highOdds, 2, 3, 6, 7));
}

/** Panels [inputs, outputs] from a layer's weights as the host keeps them: [outputs, inputs], row by row. */
export function packWeights(panels: usize, weights: usize, inputs: u32, outputs: u32): void {
  for (let output: u32 = 0; output < outputs; output++) {
    const step = rowBytes(outputs, output);
    let to = columnPlace(panels, inputs, outputs, output & ~3) + ((output & 3) << 2);
    let from = weights + <usize>output * inputs * 4;
    const end = from + ((<usize>inputs) << 2);
    for (; from < end; from += 4) {
      store<f32>(to, load<f32>(from));
      to += step;
    }
  }
}

/** The way back of {@link packWeights}. Four by four numbers at a time, panel by panel, so that a panel is read once. */
export function unpackWeights(weights: usize, panels: usize, inputs: u32, outputs: u32): void {
  const row = (<usize>inputs) << 2;
  for (let output: u32 = 0; output < outputs; ) {
    const step = rowBytes(outputs, output);
    const columns = min(<u32>step >> 2, outputs - output);
    let from = columnPlace(panels, inputs, outputs, output);
    let to = weights + output * row;
    let input: u32 = 0;
    for (; input + 4 <= inputs; input += 4) {
      for (let column: u32 = 0; column < columns; column += 4) {
        const block = from + (column << 2);
        const first = v128.load(block);
        const second = v128.load(block + step);
        const third = v128.load(block + 2 * step);
        const fourth = v128.load(block + 3 * step);
        storeTransposed(to + column * row, row, columns - column, first, second, third, fourth);
      }
      from += 4 * step;
      to += 16;
    }
    for (; input < inputs; input++) {
      for (let column: u32 = 0; column < columns; column++) store<f32>(to + column * row, load<f32>(from + (column << 2)));
      from += step;
      to += 4;
    }
    output += columns;
  }
}

/** Whether numbers are the same to the bit. */
export function areSame(one: usize, other: usize, count: u32): bool {
  const end = one + ((<usize>count) << 2);
  let differing = i32x4.splat(0);
  for (; one + 64 <= end; one += 64) {
    const first = v128.xor(v128.load(one), v128.load(other));
    const second = v128.xor(v128.load(one, 16), v128.load(other, 16));
    const third = v128.xor(v128.load(one, 32), v128.load(other, 32));
    const fourth = v128.xor(v128.load(one, 48), v128.load(other, 48));
    differing = v128.or(differing, v128.or(v128.or(first, second), v128.or(third, fourth)));
    other += 64;
  }
  let left: u32 = 0;
  for (; one < end; one += 4) {
    left |= load<u32>(one) ^ load<u32>(other);
    other += 4;
  }
  return left == 0 && !v128.any_true(differing);
}
