// A matrix with a vector: the three products of a layer, to the bit, with and without zeros passed over.
import fc from 'fast-check';
import { addOuterProduct, matrixTimesMatrix, matrixTimesVector, transpose, transposeTimesVector } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { contractSum, vectors } from '../support/float32.js';
import { thrownBy } from '../support/thrownBy.js';

const f = Math.fround;

/** Sizes around the four rows that are taken at a time. */
const layers = fc
  .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 11 }))
  .chain(([rows, columns]) => fc.tuple(vectors(rows * columns), vectors(columns), vectors(rows)));

describe('a matrix', () => {
  it('times a vector has the bits of the plain sums', () => {
    fc.assert(
      fc.property(layers, ([matrix, row, column]) => {
        const expected = column.map((_, i) => contractSum([...row].map((value, j) => [matrix[i * row.length + j], value])));
        expect(matrixTimesVector(new Float32Array(column.length).fill(7), matrix, row)).toEqual(expected);
      }),
    );
  });

  it('transposed, times a vector, has the bits of the plain sums, and of transpose() and a product', () => {
    fc.assert(
      fc.property(layers, ([matrix, row, column]) => {
        const expected = row.map((_, j) => contractSum([...column].map((value, i) => [matrix[i * row.length + j], value])));
        const turned = transpose(new Float32Array(matrix.length), matrix, row.length);
        expect(transposeTimesVector(new Float32Array(row.length).fill(7), matrix, column)).toEqual(expected);
        expect(matrixTimesVector(new Float32Array(row.length), turned, column)).toEqual(expected);
      }),
    );
  });

  it('takes a vector as it takes a matrix of one column, which passes over nothing', () => {
    fc.assert(
      fc.property(layers, ([matrix, row, column]) => {
        const dense = matrixTimesMatrix(new Float32Array(column.length), matrix, row, row.length);
        expect(matrixTimesVector(new Float32Array(column.length), matrix, row)).toEqual(dense);
      }),
    );
  });

  it('of sums takes an outer product to the bit', () => {
    fc.assert(
      fc.property(layers, ([matrix, row, column]) => {
        // + 0 makes a +0 of every -0: a sum that starts at +0 never becomes -0, and such sums are what is added to.
        const sums = matrix.map((value) => value + 0);
        const expected = sums.map((value, place) => {
          const i = Math.floor(place / row.length);
          return f(value + f(column[i] * row[place % row.length]));
        });
        expect(addOuterProduct(sums, column, row)).toBe(sums);
        expect(sums).toEqual(expected);
      }),
    );
  });

  it('keeps the same bits however many zeros are put between the numbers of the vector', () => {
    fc.assert(
      fc.property(layers, fc.constantFrom(0, -0), ([matrix, row, column], zero) => {
        const spread = <A extends Float32Array>(numbers: A, between: number) =>
          Float32Array.from([...numbers].flatMap((value) => [between, value, between]));
        const expected = matrixTimesVector(new Float32Array(column.length), matrix, row);
        expect(matrixTimesVector(new Float32Array(column.length), spread(matrix, 3), spread(row, zero))).toEqual(expected);
      }),
    );
  });

  it('of many sizes in turn is never mixed up with the one before', () => {
    const large = matrixTimesVector(new Float32Array(1), new Float32Array(100).fill(1), new Float32Array(100).fill(1));
    expect(large).toEqual(Float32Array.of(100));
    expect(matrixTimesVector(new Float32Array(1), Float32Array.of(2, 3), Float32Array.of(0, 1))).toEqual(Float32Array.of(3));
    expect(matrixTimesVector(new Float32Array(2), new Float32Array(0), new Float32Array(0))).toEqual(Float32Array.of(0, 0));
  });

  it('lets NaN through', () => {
    expect(matrixTimesVector(new Float32Array(1), Float32Array.of(1, 1), Float32Array.of(Number.NaN, 0))[0]).toBeNaN();
    expect(transposeTimesVector(new Float32Array(1), Float32Array.of(1, 1), Float32Array.of(0, Number.NaN))[0]).toBeNaN();
  });

  it.each([
    ['matrixTimesVector: matrix', '2 rows of 3', (m: Float32Array) => matrixTimesVector(two(), m, three())],
    ['transposeTimesVector: matrix', '3 rows of 2', (m: Float32Array) => transposeTimesVector(two(), m, three())],
    ['addOuterProduct: matrix', '2 rows of 3', (m: Float32Array) => addOuterProduct(m, two(), three())],
  ])('of another shape is refused by name: %s', (what, shape, call) => {
    for (const length of [0, 5, 7]) {
      const error = thrownBy(() => call(new Float32Array(length)));
      expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
      expect(error.message).toBe(`${what}: expected 6 numbers (${shape}), got ${length}.`);
    }
  });
});

function two(): Float32Array {
  return new Float32Array(2).fill(1);
}

function three(): Float32Array {
  return new Float32Array(3).fill(1);
}
