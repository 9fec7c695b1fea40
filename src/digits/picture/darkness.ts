// How much darker than its paper each pixel of a picture is, or how much brighter where the ink is bright.
import { background } from './background.js';
import { BINS, binOf, histogram, otsu, quantile } from './histogram.js';
import { inkIsBright } from './inkIsBright.js';

/** Paper whose brightness differs from itself by no more than this, of 255, is as even as a program makes it. */
const EVEN = 1;
/** The edge of such a picture is paper, with some of a digit that touches it. */
const EDGE = { paper: 0.6, between: 0.15 };

/**
 * How far each pixel is from the brightness of its paper on the side of the ink, from 0 to 1.
 *
 * In an even picture, as programs draw it, the paper has one brightness: that which most of the picture and of its edge has. In all others
 * it is found at each pixel by itself.
 */
export function darkness(brightness: Float32Array, width: number, height: number) {
  const even = evenDarkness(brightness, width, height);
  return { dark: even ?? unevenDarkness(brightness, width, height), isEven: even !== undefined };
}

function unevenDarkness(given: Float32Array, width: number, height: number): Float32Array {
  const brightness = inkIsBright(given, width, height) ? given.map((one) => 1 - one) : given;
  const paper = background(brightness, width, height);
  for (let index = 0; index < paper.length; index++) paper[index] -= brightness[index];
  return paper;
}

/** Undefined if the paper is not even. */
function evenDarkness(brightness: Float32Array, width: number, height: number): Float32Array | undefined {
  const counts = histogram(brightness);
  const cut = otsu(counts);
  const edge = new Float64Array(BINS);
  for (let row = 0, index = 0; row < height; row++) {
    const step = row === 0 || row === height - 1 ? 1 : Math.max(1, width - 1);
    for (let column = 0; column < width; column += step) edge[binOf(brightness[index + column])]++;
    index += width;
  }
  const dark = 2 * share(counts, 0, cut) + share(edge, 0, cut) > 1.5;
  const [first, last] = dark ? [0, cut] : [cut + 1, BINS - 1];
  const paper = quantile(counts, first, last, 0.5);
  if (usualDistance(counts, first, last, paper) > EVEN) return undefined;
  const ink = dark ? quantile(counts, cut + 1, BINS - 1, 0.9) : quantile(counts, 0, cut, 0.1);
  const [near, far] = [paper + (ink - paper) / 8, ink + (paper - ink) / 4].map((one) => Math.floor(one));
  const between = share(edge, Math.min(near, far) + 1, Math.max(near, far) - 1);
  if (share(edge, first, last) < EDGE.paper || between > EDGE.between) return undefined;
  const sign = dark ? 1 : -1;
  return brightness.map((one) => Math.max(0, sign * (one - paper / (BINS - 1))));
}

/** The share of the counts from one bin to another. */
function share(counts: Float64Array, first: number, last: number): number {
  let all = 0;
  let within = 0;
  for (let bin = 0; bin < BINS; bin++) {
    all += counts[bin];
    if (bin >= first && bin <= last) within += counts[bin];
  }
  return within / all;
}

/** The median of the distances from `middle`, in bins. */
export function usualDistance(counts: Float64Array, first: number, last: number, middle: number): number {
  const distances = new Float64Array(BINS);
  for (let bin = first; bin <= last; bin++) distances[Math.abs(bin - middle)] += counts[bin];
  return quantile(distances, 0, BINS - 1, 0.5);
}
