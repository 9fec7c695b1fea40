// Finds the digits in a picture: what of it is ink, and which ink belongs together.
import type { Box } from '../../data/images/resample.js';
import { components } from './components.js';
import { darkness, usualDistance } from './darkness.js';
import { eraseLines } from './eraseLines.js';
import { groupsOf } from './groups.js';
import { BINS, histogram, quantile } from './histogram.js';
import type { Ink } from './ink.js';
import { inkIn } from './inkIn.js';

/** Ink that differs less than this from the paper, of 255, is paper. */
const LEAST_CONTRAST = 20;
/** How many of its usual distances from the paper's brightness a pixel must be to count as ink. */
const NOISE = 4;
/** Pixels with more than this share of the darkest ink are sure to be ink. */
const SURE = 0.3;

/** A digit of a picture. */
export interface FoundDigit extends Ink {
  /** Where it is in the picture. */
  readonly box: Box;
}

/** The digits from left to right; none where there is no ink, or only what cannot be a digit. */
export function digitsIn(brightness: Float32Array, width: number, height: number): FoundDigit[] {
  const { dark, isEven } = darkness(brightness, width, height);
  const counts = histogram(dark);
  const paper = quantile(counts, 0, BINS - 1, 0.5);
  const noise = NOISE * usualDistance(counts, 0, BINS - 1, paper);
  const rare = Math.max(4, dark.length / 10_000);
  const contrast = quantile(counts, 0, BINS - 1, 1 - rare / dark.length) - paper;
  if (contrast < LEAST_CONTRAST || contrast < noise) return [];
  const sure = (paper + Math.max(noise, SURE * contrast)) / (BINS - 1);
  const mask = Uint8Array.from(dark, (one) => (one > sure ? 1 : 0));
  const inked = mask.slice();
  eraseLines(mask, width, height);
  const { labels, boxes } = components(mask, width, height);
  const known = { dark, width, height, paper, noise };
  return groupsOf({ labels, boxes }, { width, height, isEven }).map(({ box, members }) => {
    const isOwn = (place: number) => members.has(labels[place]);
    return { ...inkIn(known, box, isOwn, (place) => inked[place] !== 0 && !isOwn(place)), box };
  });
}
