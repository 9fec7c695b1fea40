// A strength that falls as training comes to its end.
import { numberBetween } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';

/** Options of {@link fallingStrength}. */
export interface FallingStrengthOptions {
  /** The share of the training, from 0 to 1, that has full strength; 0.65 if left out. */
  readonly full?: number | undefined;
  /** The strength at the end, from 0 to 1; 0.35 if left out. */
  readonly end?: number | undefined;
}

/**
 * Full strength for the first part of a training, which then falls along a straight line: at last the network sees images nearly as they
 * are, as it will when it is used.
 *
 * @param options - `full` and `end`.
 * @returns The strength by the share of the training that is done, for the option `strength` of `augment`.
 * @throws {@link OutOfRangeError} for numbers outside of 0 to 1.
 *
 * @example
 * ```ts
 * import { fallingStrength } from 'glassbox-nn/data';
 *
 * const strength = fallingStrength({ full: 0.5, end: 0.25 });
 * [0, 0.5, 0.75, 1].map(strength); // => [ 1, 1, 0.625, 0.25 ]
 * ```
 */
export function fallingStrength(options: FallingStrengthOptions = {}): (progress: number) => number {
  const { full = 0.65, end = 0.35 } = readOptions('fallingStrength', options, ['full', 'end']);
  numberBetween('fallingStrength: full', full, 0, 1, 'a share of the training,');
  numberBetween('fallingStrength: end', end, 0, 1, 'a strength');
  return (progress) => {
    const done = numberBetween('fallingStrength: progress', progress, 0, 1, 'a share of the training,');
    return done <= full ? 1 : 1 - ((1 - end) * (done - full)) / (1 - full);
  };
}
