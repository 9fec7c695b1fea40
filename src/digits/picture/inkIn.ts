// How much ink there is in each pixel of a part of a picture.
import type { Box } from '../../data/images/resample.js';
import { greatestRound } from './greatest.js';
import { BINS, binOf, quantile } from './histogram.js';
import type { Ink } from './ink.js';
import { longerSide } from './inkBox.js';

/** What is known of a picture's pixels. */
export interface Darkness {
  /** [height x width], how far each is from the brightness of its paper. */
  readonly dark: Float32Array;
  readonly width: number;
  readonly height: number;
  /** The usual one of paper, in bins, and how far above it paper goes. */
  readonly paper: number;
  readonly noise: number;
}

/** The soft edge of ink round its box: so much of the longer side, and a pixel. */
const FRINGE = 0.05;

/**
 * The ink in a box and a little round it. `isDigit` tells which pixels are the digit's: what is not near them is left out. `isOther` tells which are
 * ink of anything else: it is left out.
 */
export function inkIn(
  { dark, width, height, paper, noise }: Darkness,
  box: Box,
  isDigit: (place: number) => boolean,
  isOther: (place: number) => boolean,
): Ink {
  const fringe = Math.floor(FRINGE * longerSide(box)) + 1;
  const [left, top] = [Math.max(0, box.left - fringe), Math.max(0, box.top - fringe)];
  const [right, bottom] = [Math.min(width, box.right + fringe), Math.min(height, box.bottom + fringe)];
  const counts = new Float64Array(BINS);
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const place = row * width + column;
      if (isDigit(place)) counts[binOf(dark[place])]++;
    }
  }
  // What is less than half as dark as the darkest is the soft edge of strokes.
  const half = Math.floor((quantile(counts, 0, BINS - 1, 0.99) + paper) / 2);
  const strongest = quantile(counts, half, BINS - 1, 0.9) - paper;
  const margin = Math.min(noise, strongest / 2);
  const [across, down] = [right - left, bottom - top];
  const own = new Float32Array(across * down);
  for (let index = 0; index < own.length; index++) {
    own[index] = isDigit((top + Math.floor(index / across)) * width + left + (index % across)) ? 1 : 0;
  }
  const near = greatestRound(own, across, down, fringe);
  const ink = new Float32Array(own.length);
  for (let row = top, index = 0; row < bottom; row++) {
    for (let column = left; column < right; column++, index++) {
      const place = row * width + column;
      const amount = dark[place] * (BINS - 1) - paper;
      if (amount <= margin || near[index] === 0) continue;
      if (own[index] === 0 && isOther(place)) continue;
      ink[index] = Math.min(1, amount / strongest);
    }
  }
  return { ink, width: across, height: down };
}
