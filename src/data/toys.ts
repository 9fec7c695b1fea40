// Toy sets of points in the plane.
import { Random } from '../random/Random.js';
import { numberBetween, seedNumber, wholeNumber } from '../support/checks.js';
import type { Dataset } from './Dataset.js';
import { dataset } from './datasetFrom.js';

/** The most points of a toy set. */
const MOST_POINTS = 2 ** 24;

/** Options of any toy set. */
export interface ToyOptions {
  /** The number of points; 200 if left out. Their classes take turns. */
  readonly count?: number | undefined;
  /** Standard deviation of the random shift of each coordinate. */
  readonly noise?: number | undefined;
  /** The seed of the points, a whole number from 0 to 2^53 - 1; 0 if left out. */
  readonly seed?: number | undefined;
}

/** The point [x, y] of a class, before the noise. */
export type PointOf = (random: Random, label: number) => readonly [number, number];

/** A data set of points whose classes take turns, each shifted by noise. */
export function toySet(
  what: string,
  { count = 200, noise = 0, seed = 0 }: ToyOptions,
  classes: number,
  pointOf: PointOf,
): Dataset {
  wholeNumber(`${what}: count`, count, 1, MOST_POINTS);
  numberBetween(`${what}: noise`, noise, 0, 1000);
  const random = Random.stream(seedNumber(`${what}: seed`, seed), what);
  const inputs = new Float32Array(count * 2);
  const labels = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    labels[index] = index % classes;
    const [x, y] = pointOf(random, labels[index]);
    inputs[2 * index] = random.normal(x, noise);
    inputs[2 * index + 1] = random.normal(y, noise);
  }
  return dataset({ inputs, width: 2, labels, classes });
}
