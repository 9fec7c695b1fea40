// Vectors: Float32Arrays of one length, combined number by number. Results go to the first argument, which may be one of the others.
import { checkLength, functionValue, numberValue, sizeOf } from '../support/checks.js';

const f = Math.fround;

/**
 * The dot product: the sum of a[i] x b[i]. This is a neuron's weighted sum.
 *
 * The sum starts at +0 and takes its terms in order, rounded to float32 after every product and every addition.
 *
 * @param a - [n]
 * @param b - [n]
 * @returns A float32.
 * @throws {@link ShapeError} if the lengths differ.
 *
 * @example
 * ```ts
 * import { dot } from 'glassbox-nn';
 *
 * dot(Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6)); // => 32
 * ```
 */
export function dot(a: Float32Array, b: Float32Array): number {
  checkLength('dot: b', b, sizeOf('dot: a', a), 'as many as a');
  let total = 0;
  for (let i = 0; i < a.length; i++) total = f(total + f(a[i] * b[i]));
  return total;
}

/**
 * The sum of all numbers, in order, rounded to float32 after every addition.
 *
 * @param vector - [n]
 * @returns A float32; 0 for an empty vector.
 *
 * @example
 * ```ts
 * import { sum } from 'glassbox-nn';
 *
 * sum(Float32Array.of(1, 2, 3)); // => 6
 * ```
 */
export function sum(vector: Float32Array): number {
  const length = sizeOf('sum: vector', vector);
  let total = 0;
  for (let i = 0; i < length; i++) total = f(total + vector[i]);
  return total;
}

/**
 * out = left + right, number by number.
 *
 * @param out - [n], overwritten; may be `left` or `right`.
 * @param left - [n]
 * @param right - [n]
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths differ.
 *
 * @example
 * ```ts
 * import { add } from 'glassbox-nn';
 *
 * const out = new Float32Array(2);
 * add(out, Float32Array.of(1, 2), Float32Array.of(10, 20)); // => Float32Array(2) [ 11, 22 ]
 * ```
 */
export function add(out: Float32Array, left: Float32Array, right: Float32Array): Float32Array {
  const length = sizeOf('add: out', out);
  checkLength('add: left', left, length, 'as many as out');
  checkLength('add: right', right, length, 'as many as out');
  for (let i = 0; i < out.length; i++) out[i] = left[i] + right[i];
  return out;
}

/**
 * out = factor x vector.
 *
 * @param out - [n], overwritten; may be `vector`.
 * @param vector - [n]
 * @param factor - Rounded to float32 first.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths differ.
 *
 * @example
 * ```ts
 * import { scale } from 'glassbox-nn';
 *
 * scale(new Float32Array(2), Float32Array.of(1, 2), 3); // => Float32Array(2) [ 3, 6 ]
 * ```
 */
export function scale(out: Float32Array, vector: Float32Array, factor: number): Float32Array {
  checkLength('scale: vector', vector, sizeOf('scale: out', out), 'as many as out');
  const rounded = f(numberValue('scale: factor', factor));
  for (let i = 0; i < out.length; i++) out[i] = vector[i] * rounded;
  return out;
}

/**
 * out += factor x vector, known to the field as "axpy": a x plus y. A step downhill is `axpy(weights, -rate, gradient)`.
 *
 * @param out - [n], changed in place.
 * @param factor - Rounded to float32 first.
 * @param vector - [n]
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths differ.
 *
 * @example
 * ```ts
 * import { axpy } from 'glassbox-nn';
 *
 * axpy(Float32Array.of(1, 1), 2, Float32Array.of(10, 20)); // => Float32Array(2) [ 21, 41 ]
 * ```
 */
export function axpy(out: Float32Array, factor: number, vector: Float32Array): Float32Array {
  checkLength('axpy: vector', vector, sizeOf('axpy: out', out), 'as many as out');
  const rounded = f(numberValue('axpy: factor', factor));
  for (let i = 0; i < out.length; i++) out[i] = out[i] + f(rounded * vector[i]);
  return out;
}

/**
 * out[i] = change(vector[i], i): any function, number by number, the result rounded to float32.
 *
 * @param out - [n], overwritten; may be `vector`.
 * @param vector - [n]
 * @param change - Called once for each number, in order.
 * @returns `out`.
 * @throws {@link ShapeError} if the lengths differ.
 *
 * @example
 * ```ts
 * import { map } from 'glassbox-nn';
 *
 * map(new Float32Array(3), Float32Array.of(-1, 0, 2), (x) => Math.max(0, x)); // => Float32Array(3) [ 0, 0, 2 ]
 * ```
 */
export function map(out: Float32Array, vector: Float32Array, change: (value: number, index: number) => number): Float32Array {
  checkLength('map: vector', vector, sizeOf('map: out', out), 'as many as out');
  functionValue('map: change', change);
  for (let i = 0; i < out.length; i++) out[i] = numberValue('map: change', change(vector[i], i));
  return out;
}
