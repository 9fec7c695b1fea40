// Arms wound round each other.
import { cos, sin } from '../linalg/sine.js';
import { numberWhere, wholeNumber } from '../support/checks.js';
import { readOptions } from '../support/options.js';
import type { Dataset } from './Dataset.js';
import { type ToyOptions, toySet } from './toys.js';

/** Options of {@link spirals}. */
export interface SpiralOptions extends ToyOptions {
  /** Turns of each arm; 1.5 if left out. More turns are harder. */
  readonly turns?: number | undefined;
  /** Arms, each a class; 2 if left out. */
  readonly classes?: number | undefined;
}

/**
 * Points on spiral arms that start at the origin and end at radius 1, one arm for each class.
 *
 * Source: after the two spirals of K. Lang and M. Witbrock, "Learning to tell two spirals apart" (1988).
 *
 * @param options - `count` points (200), `turns` (1.5), `classes` (2), `noise` (0.02) and `seed` (0).
 * @returns A data set of width 2. The same seed gives the same points on every machine.
 * @throws {@link OutOfRangeError} for an option out of range.
 *
 * @example
 * ```ts
 * import { spirals } from 'glassbox-nn/data';
 *
 * const arms = spirals({ count: 300, classes: 3 });
 * arms.classes; // => 3
 * arms.take(4).labels; // => Int32Array(4) [ 0, 1, 2, 0 ]
 * ```
 */
export function spirals(options?: SpiralOptions): Dataset {
  const given = readOptions('spirals', options, ['count', 'turns', 'noise', 'classes', 'seed']);
  const { turns = 1.5, classes = 2, count, noise = 0.02, seed } = given;
  numberWhere('spirals: turns', turns, 'a number above 0, up to 1000', (value) => value > 0 && value <= 1000);
  wholeNumber('spirals: classes', classes, 1, 1000);
  return toySet('spirals', { count, noise, seed }, classes, (random, label) => {
    const along = random.uniform();
    const angle = 2 * Math.PI * (along * turns + label / classes);
    return [along * cos(angle), along * sin(angle)];
  });
}
