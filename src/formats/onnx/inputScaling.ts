// Joins the steps of a graph before its first layer into one scaling: (input - offset) / size, in float64.
import { ShapeError } from '../../support/errors.js';
import { numbersIn, wording } from '../../support/wording.js';
import type { LinearScaling } from '../linearScaling.js';
import type { ScalingLink } from './onnxLinks.js';

/** The scaling with one step more. A step alone is kept to the bit. */
export function withStep(what: string, before: LinearScaling | undefined, { kind, by }: ScalingLink): LinearScaling {
  const numbers = Float64Array.from(by);
  if (before === undefined) return firstStep(kind, numbers);
  const { offsets, sizes } = before;
  const each = (a: Float64Array, b: Float64Array, step: (a: number, b: number) => number) => together(what, a, b, step);
  // (x - o) / z - n = (x - (o + n z)) / z
  if (kind === 'subtract') return { offsets: each(offsets, each(numbers, sizes, product), (o, n) => o + n), sizes };
  if (kind === 'add') return { offsets: each(offsets, each(numbers, sizes, product), (o, n) => o - n), sizes };
  return { offsets, sizes: each(sizes, kind === 'divide' ? numbers : numbers.map(reciprocal), product) };
}

function firstStep(kind: ScalingLink['kind'], numbers: Float64Array): LinearScaling {
  if (kind === 'subtract') return { offsets: numbers, sizes: Float64Array.of(1) };
  if (kind === 'add') return { offsets: numbers.map((number) => -number), sizes: Float64Array.of(1) };
  return { offsets: Float64Array.of(0), sizes: kind === 'divide' ? numbers : numbers.map(reciprocal) };
}

/** A product in which 0 times infinity is 0. A column that is always 0 has a size of infinity. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** 1 / factor; the whole number k where the factor is 1 / k rounded to float32, as 1 / 255 of pixels is. */
function reciprocal(factor: number): number {
  const size = 1 / factor;
  const whole = Math.round(size);
  return Math.fround(1 / whole) === factor ? whole : size;
}

/** Applies a formula number by number. An array of one number is used for all. */
function together(what: string, a: Float64Array, b: Float64Array, step: (a: number, b: number) => number): Float64Array {
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (shorter !== longer && shorter !== 1) {
    throw new ShapeError(wording(`${what}: scaling`, `${numbersIn(longer)}, one for each input`, `${shorter}`));
  }
  const at = (array: Float64Array, index: number) => array[array.length === 1 ? 0 : index];
  return Float64Array.from({ length: longer }, (_, index) => step(at(a, index), at(b, index)));
}
