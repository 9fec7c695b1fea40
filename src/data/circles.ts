// A ring inside a ring.
import { cos, sin } from '../linalg/sine.js';
import { readOptions } from '../support/options.js';
import type { Dataset } from './Dataset.js';
import { type ToyOptions, toySet } from './toys.js';

/**
 * Points on two rings round the origin: class 0 on the outer one, of radius 1, and class 1 on the inner one, of radius 1/2.
 *
 * @param options - `count` points (200), `noise` (0.1) and `seed` (0).
 * @returns A data set of width 2 and 2 classes. The same seed gives the same points on every machine.
 * @throws {@link OutOfRangeError} for an option out of range.
 *
 * @example
 * ```ts
 * import { circles } from 'glassbox-nn/data';
 *
 * const rings = circles({ count: 100, noise: 0 });
 * const [x, y] = rings.example(1).input;
 * Math.sqrt(x * x + y * y).toFixed(6); // => '0.500000'
 * ```
 */
export function circles(options?: ToyOptions): Dataset {
  const { count, noise = 0.1, seed } = readOptions('circles', options, ['count', 'noise', 'seed']);
  return toySet('circles', { count, noise, seed }, 2, (random, label) => {
    const radius = label === 0 ? 1 : 0.5;
    const angle = random.uniform(0, 2 * Math.PI);
    return [radius * cos(angle), radius * sin(angle)];
  });
}
