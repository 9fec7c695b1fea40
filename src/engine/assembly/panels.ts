// How a matrix lies in memory, so that products read it in one go.
//
// A matrix [rows, columns] is cut into panels of 16 columns, each row by row: a row of a panel is 64 bytes. The columns that are
// left, rounded up to a multiple of 4, follow as narrow panels of 4. Columns that do not exist are 0.

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
      from += <usize>rowStride << 2;
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
      const lowEvens = v128.shuffle<f32>(first, second, 0, 4, 1, 5);
      const lowOdds = v128.shuffle<f32>(third, fourth, 0, 4, 1, 5);
      const highEvens = v128.shuffle<f32>(first, second, 2, 6, 3, 7);
      const highOdds = v128.shuffle<f32>(third, fourth, 2, 6, 3, 7);
      const to = toStart + column * toStep;
      v128.store(to, v128.shuffle<f32>(lowEvens, lowOdds, 0, 1, 4, 5));
      if (column + 1 < columns) v128.store(to + toStep, v128.shuffle<f32>(lowEvens, lowOdds, 2, 3, 6, 7));
      if (column + 2 < columns) v128.store(to + 2 * toStep, v128.shuffle<f32>(highEvens, highOdds, 0, 1, 4, 5));
      if (column + 3 < columns) v128.store(to + 3 * toStep, v128.shuffle<f32>(highEvens, highOdds, 2, 3, 6, 7));
    }
  }
}

/** Panels [inputs, outputs] from a layer's weights as the host keeps them: [outputs, inputs], row by row. */
export function enter(panels: usize, weights: usize, inputs: u32, outputs: u32): void {
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

/** The way back of {@link enter}. */
export function leave(weights: usize, panels: usize, inputs: u32, outputs: u32): void {
  for (let output: u32 = 0; output < outputs; output++) {
    const step = rowBytes(outputs, output);
    let from = columnPlace(panels, inputs, outputs, output & ~3) + ((output & 3) << 2);
    let to = weights + <usize>output * inputs * 4;
    const end = to + ((<usize>inputs) << 2);
    for (; to < end; to += 4) {
      store<f32>(to, load<f32>(from));
      from += step;
    }
  }
}
