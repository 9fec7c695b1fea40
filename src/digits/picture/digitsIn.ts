// Finds the digits in a picture: what of it is ink, and which ink belongs together.
import { type Box, resample } from '../../data/images/resample.js';
import { components } from './components.js';
import { darkness, usualDistance } from './darkness.js';
import { eraseFrames } from './eraseFrames.js';
import { eraseLines } from './eraseLines.js';
import { groupsOf } from './groups.js';
import { BINS, histogram, quantile } from './histogram.js';
import type { Ink } from './ink.js';
import { inkIn } from './inkIn.js';

/** Pixels along the longer side in which digits are looked for: larger pictures are made smaller by a whole number. */
const LONGEST = 480;
/** Ink that differs less than this from the paper, of 255, is paper: on even paper, and on paper in uneven light. */
const LEAST_CONTRAST = { even: 20, uneven: 30 };
/** How many of its usual distances from the paper's brightness a pixel must be to count as ink. */
const NOISE = 4;
/** Ink is surer than its paper's noise by this factor. */
const CLEAR = 1.3;
/** Pixels with more than this share of the darkest ink are sure to be ink. */
const SURE = 0.3;
/** The lines of frames are often fainter. */
const FAINT = 0.15;

/** A digit of a picture. */
export interface FoundDigit extends Ink {
  /** Where it is in the picture. */
  readonly box: Box;
}

/** The digits from left to right; none where there is no ink, or only what cannot be a digit. */
export function digitsIn(brightness: Float32Array, width: number, height: number): FoundDigit[] {
  const times = Math.ceil(Math.max(width, height) / LONGEST);
  if (times === 1) return findDigits(brightness, width, height);
  const whole = { left: 0, right: width, top: 0, bottom: height };
  const [across, down] = [Math.ceil(width / times), Math.ceil(height / times)];
  const small = resample({ pixels: brightness, width, channels: 1 }, whole, [across, down]);
  return findDigits(small, across, down).map((found) => {
    const { left, right, top, bottom } = found.box;
    const x = (column: number) => Math.floor((column * width) / across + 0.5);
    const y = (row: number) => Math.floor((row * height) / down + 0.5);
    return { ...found, box: { left: x(left), right: x(right), top: y(top), bottom: y(bottom) } };
  });
}

function findDigits(brightness: Float32Array, width: number, height: number): FoundDigit[] {
  const { dark, isEven } = darkness(brightness, width, height);
  const counts = histogram(dark);
  const paper = quantile(counts, 0, BINS - 1, 0.5);
  const noise = NOISE * usualDistance(counts, 0, BINS - 1, paper);
  const rare = Math.max(4, dark.length / 10_000);
  const contrast = quantile(counts, 0, BINS - 1, 1 - rare / dark.length) - paper;
  if (contrast < (isEven ? LEAST_CONTRAST.even : LEAST_CONTRAST.uneven) || contrast < CLEAR * noise) return [];
  const above = (share: number) => (paper + Math.max(noise, share * contrast)) / (BINS - 1);
  const [faint, sure] = [above(FAINT), above(SURE)];
  const mask = new Uint8Array(dark.length);
  const inked = new Uint8Array(dark.length);
  for (let place = 0; place < mask.length; place++) {
    mask[place] = dark[place] > faint ? 1 : 0;
    inked[place] = dark[place] > sure ? 1 : 0;
  }
  eraseFrames(mask, width, height);
  for (let place = 0; place < mask.length; place++) mask[place] &= inked[place];
  eraseLines(mask, width, height);
  const { labels, boxes } = components(mask, width, height);
  const known = { dark, width, height, paper, noise };
  return groupsOf({ labels, boxes }, { width, height, isEven }).map(({ box, members }) => {
    const isDigit = (place: number) => members.has(labels[place]);
    return { ...inkIn(known, box, isDigit, (place) => inked[place] !== 0 && !isDigit(place)), box };
  });
}
