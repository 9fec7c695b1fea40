// Where in a picture the ink is.
import type { Box } from '../../data/images/resample.js';
import type { Ink } from './ink.js';

/** The longer side of a box. */
export function longerSide({ left, right, top, bottom }: Box): number {
  return Math.max(right - left, bottom - top);
}

/** The smallest box that holds all pixels with at least `fringe` ink, of 1; undefined if there are none. */
export function inkBox({ ink, width, height }: Ink, fringe: number): Box | undefined {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      if (ink[index] < fringe) continue;
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = row + 1;
    }
  }
  return right === 0 ? undefined : { left, right, top, bottom };
}
