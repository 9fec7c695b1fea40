// Matrices with matrices, plain or with either side transposed. Flat Float32Arrays, row by row; `inner` is the length both share.
//
// Every sum starts at +0, takes its terms in index order and is rounded to float32 after every product and every addition.
import { checkLength, otherSide, sizeOf, wholeNumber } from '../support/checks.js';

const f = Math.fround;

/**
 * out = left x right.
 *
 * out[i][j] = sum over k of left[i][k] x right[k][j]
 *
 * @param out - [rows, columns], overwritten; neither of the others.
 * @param left - [rows, inner]
 * @param right - [inner, columns]
 * @param inner - The columns of `left`, which are the rows of `right`.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths do not fit.
 *
 * @example
 * ```ts
 * import { matrixTimesMatrix } from 'glassbox-nn';
 *
 * const left = Float32Array.of(
 *   1, 2,
 *   3, 4,
 * );
 * const right = Float32Array.of(
 *   10, 20, 30,
 *   40, 50, 60,
 * );
 * matrixTimesMatrix(new Float32Array(6), left, right, 2); // => Float32Array(6) [ 90, 120, 150, 190, 260, 330 ]
 * ```
 */
export function matrixTimesMatrix(out: Float32Array, left: Float32Array, right: Float32Array, inner: number): Float32Array {
  wholeNumber('matrixTimesMatrix: inner', inner, 1);
  const rows = otherSide('matrixTimesMatrix: left', left, inner);
  const columns = otherSide('matrixTimesMatrix: right', right, inner);
  checkLength('matrixTimesMatrix: out', out, rows * columns, `${rows} rows of ${columns}`);
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) addRow(out, i * columns, left[i * inner + k], right, k * columns, columns);
  }
  return out;
}

/**
 * out = left x transposed right. With a batch of inputs, a row each, and a layer's weights, these are the weighted sums of the batch.
 *
 * out[i][j] = sum over k of left[i][k] x right[j][k]
 *
 * @param out - [rows, columns], overwritten; neither of the others.
 * @param left - [rows, inner]
 * @param right - [columns, inner]
 * @param inner - The columns of both.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths do not fit.
 *
 * @example
 * ```ts
 * import { matrixTimesTranspose } from 'glassbox-nn';
 *
 * const inputs = Float32Array.of(
 *   1, 0,
 *   0, 1,
 * );
 * const weights = Float32Array.of(
 *   1, 2,
 *   3, 4,
 *   5, 6,
 * );
 * matrixTimesTranspose(new Float32Array(6), inputs, weights, 2); // => Float32Array(6) [ 1, 3, 5, 2, 4, 6 ]
 * ```
 */
export function matrixTimesTranspose(out: Float32Array, left: Float32Array, right: Float32Array, inner: number): Float32Array {
  wholeNumber('matrixTimesTranspose: inner', inner, 1);
  const rows = otherSide('matrixTimesTranspose: left', left, inner);
  const columns = otherSide('matrixTimesTranspose: right', right, inner);
  checkLength('matrixTimesTranspose: out', out, rows * columns, `${rows} rows of ${columns}`);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let total = 0;
      for (let k = 0; k < inner; k++) total = f(total + f(left[i * inner + k] * right[j * inner + k]));
      out[i * columns + j] = total;
    }
  }
  return out;
}

/**
 * out = transposed left x right. With the deltas of a batch and its inputs, a row each, this is the gradient of a layer's weights.
 *
 * out[i][j] = sum over k of left[k][i] x right[k][j]
 *
 * @param out - [rows, columns], overwritten; neither of the others.
 * @param left - [inner, rows]
 * @param right - [inner, columns]
 * @param inner - The rows of both.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths do not fit.
 *
 * @example
 * ```ts
 * import { transposeTimesMatrix } from 'glassbox-nn';
 *
 * const deltas = Float32Array.of(
 *   1, 2,
 *   3, 4,
 * );
 * const inputs = Float32Array.of(
 *   10, 20,
 *   30, 40,
 * );
 * transposeTimesMatrix(new Float32Array(4), deltas, inputs, 2); // => Float32Array(4) [ 100, 140, 140, 200 ]
 * ```
 */
export function transposeTimesMatrix(out: Float32Array, left: Float32Array, right: Float32Array, inner: number): Float32Array {
  wholeNumber('transposeTimesMatrix: inner', inner, 1);
  const rows = otherSide('transposeTimesMatrix: left', left, inner);
  const columns = otherSide('transposeTimesMatrix: right', right, inner);
  checkLength('transposeTimesMatrix: out', out, rows * columns, `${rows} rows of ${columns}`);
  out.fill(0);
  for (let k = 0; k < inner; k++) {
    for (let i = 0; i < rows; i++) addRow(out, i * columns, left[k * rows + i], right, k * columns, columns);
  }
  return out;
}

/**
 * out = the matrix with its rows and columns exchanged.
 *
 * @param out - [columns, rows], overwritten; not the same array as `matrix`.
 * @param matrix - [rows, columns]
 * @param columns - The columns of `matrix`.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths do not fit.
 *
 * @example
 * ```ts
 * import { transpose } from 'glassbox-nn';
 *
 * const matrix = Float32Array.of(
 *   1, 2, 3,
 *   4, 5, 6,
 * );
 * transpose(new Float32Array(6), matrix, 3); // => Float32Array(6) [ 1, 4, 2, 5, 3, 6 ]
 * ```
 */
export function transpose(out: Float32Array, matrix: Float32Array, columns: number): Float32Array {
  wholeNumber('transpose: columns', columns, 1);
  const rows = otherSide('transpose: matrix', matrix, columns);
  checkLength('transpose: out', out, matrix.length, 'as many as the matrix');
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = matrix[i * columns + j];
  }
  return out;
}

/**
 * out = column x row: every number of one with every number of the other.
 *
 * out[i][j] = column[i] x row[j]
 *
 * @param out - [rows, columns], overwritten.
 * @param column - [rows]
 * @param row - [columns]
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths do not fit.
 *
 * @example
 * ```ts
 * import { outerProduct } from 'glassbox-nn';
 *
 * outerProduct(new Float32Array(4), Float32Array.of(1, 2), Float32Array.of(10, 20)); // => Float32Array(4) [ 10, 20, 20, 40 ]
 * ```
 */
export function outerProduct(out: Float32Array, column: Float32Array, row: Float32Array): Float32Array {
  const rows = sizeOf('outerProduct: column', column);
  const columns = sizeOf('outerProduct: row', row);
  checkLength('outerProduct: out', out, rows * columns, `${rows} rows of ${columns}`);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[i * columns + j] = column[i] * row[j];
  }
  return out;
}

/** Adds factor x (a row of `right`) to a row of `out`. */
function addRow(
  out: Float32Array,
  outStart: number,
  factor: number,
  right: Float32Array,
  rightStart: number,
  columns: number,
): void {
  for (let j = 0; j < columns; j++) out[outStart + j] = out[outStart + j] + f(factor * right[rightStart + j]);
}
