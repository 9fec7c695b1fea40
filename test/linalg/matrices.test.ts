// Matrices with matrices: to the bit, and each transposed form against transpose().
import fc from 'fast-check';
import { matrixTimesMatrix, matrixTimesTranspose, outerProduct, transpose, transposeTimesMatrix } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { contractSum, vectors } from '../support/float32.js';
import { thrownBy } from '../support/thrownBy.js';

const side = fc.integer({ min: 1, max: 7 });
const products = fc.tuple(side, side, side).chain(([rows, inner, columns]) =>
  fc.record({
    rows: fc.constant(rows),
    inner: fc.constant(inner),
    columns: fc.constant(columns),
    left: vectors(rows * inner),
    right: vectors(inner * columns),
  }),
);

describe('matrices', () => {
  it('are multiplied as the contract says, to the bit', () => {
    fc.assert(
      fc.property(products, ({ rows, inner, columns, left, right }) => {
        const expected = new Float32Array(rows * columns);
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            const terms = Array.from({ length: inner }, (_, k) => [left[i * inner + k], right[k * columns + j]] as const);
            expected[i * columns + j] = contractSum(terms);
          }
        }
        expect(matrixTimesMatrix(new Float32Array(expected.length).fill(7), left, right, inner)).toEqual(expected);
      }),
    );
  });

  it('with either side transposed have the bits of transpose() and the plain product', () => {
    fc.assert(
      fc.property(products, ({ rows, inner, columns, left, right }) => {
        const out = () => new Float32Array(rows * columns).fill(7);
        const plain = matrixTimesMatrix(out(), left, right, inner);
        const turnedLeft = transpose(new Float32Array(left.length), left, inner);
        const turnedRight = transpose(new Float32Array(right.length), right, columns);
        expect(matrixTimesTranspose(out(), left, turnedRight, inner)).toEqual(plain);
        expect(transposeTimesMatrix(out(), turnedLeft, right, inner)).toEqual(plain);
      }),
    );
  });

  it('transposed twice are what they were', () => {
    fc.assert(
      fc.property(products, ({ inner, rows, left }) => {
        const turned = transpose(new Float32Array(left.length), left, inner);
        expect(transpose(new Float32Array(left.length), turned, rows)).toEqual(left);
      }),
    );
  });

  it('made of a column and a row hold every product', () => {
    fc.assert(
      fc.property(products, ({ left, right }) => {
        const expected = Float32Array.from([...left].flatMap((value) => [...right].map((other) => value * other)));
        expect(outerProduct(new Float32Array(expected.length), left, right)).toEqual(expected);
      }),
    );
  });

  it.each([
    ['matrixTimesMatrix', matrixTimesMatrix],
    ['matrixTimesTranspose', matrixTimesTranspose],
    ['transposeTimesMatrix', transposeTimesMatrix],
  ])('that do not fit are refused by name: %s', (name, multiply) => {
    const of = (length: number) => new Float32Array(length);
    expect(thrownBy(() => multiply(of(4), of(5), of(4), 2)).message).toBe(
      `${name}: left: expected a multiple of 2 numbers, got 5.`,
    );
    expect(thrownBy(() => multiply(of(4), of(4), of(3), 2)).message).toBe(
      `${name}: right: expected a multiple of 2 numbers, got 3.`,
    );
    const error = thrownBy(() => multiply(of(5), of(4), of(4), 2));
    expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
    expect(error.message).toBe(`${name}: out: expected 4 numbers (2 rows of 2), got 5.`);
    for (const inner of [0, -1, 1.5, Number.NaN]) {
      expect(thrownBy(() => multiply(of(4), of(4), of(4), inner))).toMatchObject({ name: 'OutOfRangeError' });
    }
    expect(thrownBy(() => multiply(of(4), of(4), of(4), 0)).message).toBe(
      `${name}: inner: expected a whole number from 1, got 0.`,
    );
  });

  it('to be transposed, and outer products, are refused by name if they do not fit', () => {
    const of = (length: number) => new Float32Array(length);
    expect(thrownBy(() => transpose(of(5), of(5), 2)).message).toBe(
      'transpose: matrix: expected a multiple of 2 numbers, got 5.',
    );
    expect(thrownBy(() => transpose(of(5), of(4), 2)).message).toBe(
      'transpose: out: expected 4 numbers (as many as the matrix), got 5.',
    );
    expect(thrownBy(() => transpose(of(4), of(4), 0)).message).toBe(
      'transpose: columns: expected a whole number from 1, got 0.',
    );
    expect(thrownBy(() => outerProduct(of(5), of(2), of(3))).message).toBe(
      'outerProduct: out: expected 6 numbers (2 rows of 3), got 5.',
    );
  });
});
