// Vectors: every function against the arithmetic contract written out plainly, to the bit.
import fc from 'fast-check';
import { add, argmax, axpy, dot, map, scale, sum } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { contractSum, vectors } from '../support/float32.js';
import { thrownBy } from '../support/thrownBy.js';

const f = Math.fround;
const pairs = fc.integer({ min: 0, max: 17 }).chain((length) => fc.tuple(vectors(length), vectors(length)));
const factors = fc.oneof(fc.constantFrom(0, -0, 1, -1, 0.1), fc.double({ min: -4, max: 4, noNaN: true }));

describe('vectors', () => {
  it('take their products and sums as the contract says, to the bit', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(dot(a, b)).toBe(contractSum([...a].map((value, i) => [value, b[i]])));
        expect(sum(a)).toBe(contractSum([...a].map((value) => [value, 1])));
      }),
    );
  });

  it('round every single result to float32', () => {
    fc.assert(
      fc.property(pairs, factors, ([a, b], factor) => {
        const out = () => new Float32Array(a.length).fill(Number.NaN);
        const rounded = f(factor);
        expect(add(out(), a, b)).toEqual(a.map((value, i) => f(value + b[i])));
        expect(scale(out(), a, factor)).toEqual(a.map((value) => f(value * rounded)));
        expect(axpy(a.slice(), factor, b)).toEqual(a.map((value, i) => f(value + f(rounded * b[i]))));
        expect(map(out(), a, (value, i) => value / 3 + i)).toEqual(a.map((value, i) => f(value / 3 + i)));
      }),
    );
  });

  it('ask a function once for each number, in order', () => {
    const asked: [number, number][] = [];
    map(new Float32Array(3), Float32Array.of(5, 6, 7), (value, i) => asked.push([value, i]));
    expect(asked).toEqual([
      [5, 0],
      [6, 1],
      [7, 2],
    ]);
  });

  it('start their sums at +0, so that a sum of -0 alone is +0', () => {
    expect(dot(Float32Array.of(-0), Float32Array.of(1))).toBe(0);
    expect(sum(Float32Array.of(-0, -0))).toBe(0);
    expect(sum(new Float32Array(0))).toBe(0);
  });

  it('round after every step and not once at the end', () => {
    const large = f(2 ** 24);
    expect(sum(Float32Array.of(large, 1, 1))).toBe(large);
    expect(sum(Float32Array.of(1, 1, large))).toBe(large + 2);
  });

  it('return the array they wrote to, which may be one of their inputs', () => {
    const a = Float32Array.of(1, 2);
    expect(add(a, a, a)).toBe(a);
    expect(scale(a, a, 2)).toBe(a);
    expect(map(a, a, (value) => -value)).toBe(a);
    expect(axpy(a, 1, a)).toBe(a);
    expect(a).toEqual(Float32Array.of(-8, -16));
  });

  it('find the largest number, the first of equals, in arrays of any kind', () => {
    expect(argmax([3])).toBe(0);
    expect(argmax([-2, -1, -1])).toBe(1);
    expect(argmax(Float64Array.of(0, -0, Number.NEGATIVE_INFINITY))).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true }), { minLength: 1 }), (numbers) => {
        const best = argmax(numbers);
        expect(numbers.every((value, i) => (i < best ? value < numbers[best] : value <= numbers[best]))).toBe(true);
      }),
    );
  });

  it('have no largest number if they are empty', () => {
    const error = thrownBy(() => argmax(new Float32Array(0)));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toBe('argmax: expected at least one number, and nothing else, got a Float32Array of 0.');
  });

  it.each([
    ['dot: b', (a: Float32Array, b: Float32Array) => dot(a, b)],
    ['add: left', (a: Float32Array, b: Float32Array) => add(a, b, a)],
    ['add: right', (a: Float32Array, b: Float32Array) => add(a, a, b)],
    ['scale: vector', (a: Float32Array, b: Float32Array) => scale(a, b, 2)],
    ['axpy: vector', (a: Float32Array, b: Float32Array) => axpy(a, 2, b)],
    ['map: vector', (a: Float32Array, b: Float32Array) => map(a, b, (value) => value)],
  ])('of another length are refused by name, and nothing is written: %s', (what, call) => {
    const three = Float32Array.of(1, 2, 3);
    for (const other of [new Float32Array(2), new Float32Array(4), new Float32Array(0)]) {
      const error = thrownBy(() => call(three, other));
      expect(error).toMatchObject({ name: 'ShapeError', code: 'SHAPE' });
      expect(error.message).toMatch(new RegExp(`^${what}: expected 3 numbers \\(as many as \\w+\\), got ${other.length}\\.$`));
      expect(three).toEqual(Float32Array.of(1, 2, 3));
    }
  });
});
