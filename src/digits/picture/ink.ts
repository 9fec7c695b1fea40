// Finds out which of light and dark is the ink, and how much ink there is in each pixel.
import { BINS, binOf, histogram, otsu, quantile } from './histogram.js';

/** How much ink there is in each pixel of a picture. */
export interface Ink {
  /** [height x width], from 0 (paper) to 1. */
  readonly ink: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Brightnesses closer than this, of 255, are one: the picture is blank. */
const LEAST_CONTRAST = 20;
/** How many of its usual distances from the paper's brightness a pixel must be to count as ink. */
const NOISE = 4;

/**
 * The ink of each pixel. Paper is what most of the picture and of its edge is. What hardly differs from the paper is paper too, and by
 * how much paper differs from itself is measured.
 *
 * @param brightness - [height x width], from 0 to 1.
 * @returns A new array; all 0 for a picture of one brightness.
 */
export function inkOf(brightness: Float32Array, width: number, height: number): Ink {
  const ink = new Float32Array(width * height);
  const counts = histogram(brightness);
  const cut = otsu(counts);
  const dark = paperIsDark(brightness, width, height, cut);
  const [firstPaper, lastPaper] = dark ? [0, cut] : [cut + 1, BINS - 1];
  const paper = quantile(counts, firstPaper, lastPaper, 0.5);
  const strongest = dark ? quantile(counts, cut + 1, BINS - 1, 0.9) : quantile(counts, 0, cut, 0.1);
  const contrast = Math.abs(strongest - paper);
  if (contrast < LEAST_CONTRAST) return { ink, width, height };
  const margin = Math.min(NOISE * usualDistance(counts, firstPaper, lastPaper, paper), contrast / 2);
  const sign = dark ? 1 : -1;
  for (let index = 0; index < ink.length; index++) {
    const distance = sign * (brightness[index] * (BINS - 1) - paper);
    if (distance > margin) ink[index] = Math.min(1, distance / contrast);
  }
  return { ink, width, height };
}

/** Whether more of the picture, and of its edge, is dark than bright. */
function paperIsDark(brightness: Float32Array, width: number, height: number, cut: number): boolean {
  let dark = 0;
  let darkEdge = 0;
  let edge = 0;
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      const one = binOf(brightness[index]) <= cut ? 1 : 0;
      dark += one;
      if (row > 0 && row < height - 1 && column > 0 && column < width - 1) continue;
      edge++;
      darkEdge += one;
    }
  }
  return dark / brightness.length + darkEdge / edge > 1;
}

/** The median of the distances from `middle`, in bins. */
function usualDistance(counts: Float64Array, first: number, last: number, middle: number): number {
  const distances = new Float64Array(BINS);
  for (let bin = first; bin <= last; bin++) distances[Math.abs(bin - middle)] += counts[bin];
  return quantile(distances, 0, BINS - 1, 0.5);
}
