// A matrix with a vector: the three products of which forward, backward and the gradient of a layer are made.
//
// A matrix [rows, columns] is a flat Float32Array, row by row. Every sum starts at +0, takes its terms in index order and is
// rounded to float32 after every product and every addition. Numbers of the vector that are zero add nothing, and are passed over.
import { checkLength, sizeOf } from '../support/checks.js';

const f = Math.fround;

/**
 * out = matrix x vector. With a layer's weights and inputs, these are the weighted sums of its neurons.
 *
 * out[i] = sum over j of matrix[i][j] x vector[j]
 *
 * @param out - [rows], overwritten; not the same array as `vector`.
 * @param matrix - [rows, columns]
 * @param vector - [columns]
 * @returns `out`.
 * @throws {@link ShapeError} if the matrix is not of out.length x vector.length.
 *
 * @example
 * ```ts
 * import { matrixTimesVector } from 'glassbox-nn';
 *
 * const matrix = Float32Array.of(
 *   1, 2,
 *   3, 4,
 *   5, 6,
 * );
 * matrixTimesVector(new Float32Array(3), matrix, Float32Array.of(1, 10)); // => Float32Array(3) [ 21, 43, 65 ]
 * ```
 */
export function matrixTimesVector(out: Float32Array, matrix: Float32Array, vector: Float32Array): Float32Array {
  const rows = sizeOf('matrixTimesVector: out', out);
  const columns = sizeOf('matrixTimesVector: vector', vector);
  checkLength('matrixTimesVector: matrix', matrix, rows * columns, `${rows} rows of ${columns}`);
  const { count, indices, values } = nonZerosOf(vector);
  let row = 0;
  // The last loop is the plain one. This one takes four rows at a time:
  // their sums do not wait for each other, and each listed number is read once for all four.
  for (; row + 4 <= rows; row += 4) {
    const first = row * columns;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let sum4 = 0;
    for (let n = 0; n < count; n++) {
      const column = indices[n];
      const value = values[n];
      sum1 = f(sum1 + f(matrix[first + column] * value));
      sum2 = f(sum2 + f(matrix[second + column] * value));
      sum3 = f(sum3 + f(matrix[third + column] * value));
      sum4 = f(sum4 + f(matrix[fourth + column] * value));
    }
    out[row] = sum1;
    out[row + 1] = sum2;
    out[row + 2] = sum3;
    out[row + 3] = sum4;
  }
  for (; row < rows; row++) {
    const start = row * columns;
    let sum = 0;
    for (let n = 0; n < count; n++) sum = f(sum + f(matrix[start + indices[n]] * values[n]));
    out[row] = sum;
  }
  return out;
}

/**
 * out = transposed matrix x vector. With a layer's weights and deltas, this is the gradient of the cost with respect to the layer's inputs.
 *
 * out[j] = sum over i of matrix[i][j] x vector[i]
 *
 * @param out - [columns], overwritten; not the same array as `vector`.
 * @param matrix - [rows, columns]
 * @param vector - [rows]
 * @returns `out`.
 * @throws {@link ShapeError} if the matrix is not of vector.length x out.length.
 *
 * @example
 * ```ts
 * import { transposeTimesVector } from 'glassbox-nn';
 *
 * const matrix = Float32Array.of(
 *   1, 2,
 *   3, 4,
 *   5, 6,
 * );
 * transposeTimesVector(new Float32Array(2), matrix, Float32Array.of(1, 10, 100)); // => Float32Array(2) [ 531, 642 ]
 * ```
 */
export function transposeTimesVector(out: Float32Array, matrix: Float32Array, vector: Float32Array): Float32Array {
  const rows = sizeOf('transposeTimesVector: vector', vector);
  const columns = sizeOf('transposeTimesVector: out', out);
  checkLength('transposeTimesVector: matrix', matrix, rows * columns, `${rows} rows of ${columns}`);
  out.fill(0);
  for (let row = 0; row < rows; row++) {
    const value = vector[row];
    if (value === 0) continue;
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      out[column] = out[column] + f(matrix[start + column] * value);
    }
  }
  return out;
}

/**
 * matrix += column x row: adds the outer product. Summed over the examples of a batch, this is the gradient of a layer's weights.
 *
 * matrix[i][j] += column[i] x row[j]
 *
 * @param matrix - [rows, columns], changed in place.
 * @param column - [rows]
 * @param row - [columns]
 * @returns `matrix`.
 * @throws {@link ShapeError} if the matrix is not of column.length x row.length.
 *
 * @example
 * ```ts
 * import { addOuterProduct } from 'glassbox-nn';
 *
 * const matrix = new Float32Array(4);
 * addOuterProduct(matrix, Float32Array.of(1, 2), Float32Array.of(10, 20)); // => Float32Array(4) [ 10, 20, 20, 40 ]
 * ```
 */
export function addOuterProduct(matrix: Float32Array, column: Float32Array, row: Float32Array): Float32Array {
  const rows = sizeOf('addOuterProduct: column', column);
  const columns = sizeOf('addOuterProduct: row', row);
  checkLength('addOuterProduct: matrix', matrix, rows * columns, `${rows} rows of ${columns}`);
  const { count, indices, values } = nonZerosOf(row);
  for (let i = 0; i < rows; i++) {
    const factor = column[i];
    if (factor === 0) continue;
    const start = i * columns;
    for (let n = 0; n < count; n++) {
      const place = start + indices[n];
      matrix[place] = matrix[place] + f(factor * values[n]);
    }
  }
  return matrix;
}

/** A vector's non-zero numbers in order: the first `count` places of both arrays hold their indices and values. */
interface NonZeros {
  count: number;
  indices: Int32Array;
  values: Float32Array;
}

let shared: NonZeros | undefined;

/** Lists the non-zeros of a vector. Most pixels of a digit are black, and a zero adds nothing to a sum. The next call overwrites the list. */
function nonZerosOf(vector: Float32Array): NonZeros {
  shared ??= { count: 0, indices: new Int32Array(0), values: new Float32Array(0) };
  if (shared.indices.length < vector.length) {
    shared.indices = new Int32Array(vector.length);
    shared.values = new Float32Array(vector.length);
  }
  const { indices, values } = shared;
  let count = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i];
    if (value !== 0) {
      indices[count] = i;
      values[count] = value;
      count++;
    }
  }
  shared.count = count;
  return shared;
}
