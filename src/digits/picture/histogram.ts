// A histogram of 256 brightnesses.

/** Bins of the histogram. */
export const BINS = 256;

/** The bin of a brightness from 0 to 1. */
export function binOf(brightness: number): number {
  return Math.floor(brightness * (BINS - 1) + 0.5);
}

/** [256], how many of the numbers fall into each bin. */
export function histogram(brightness: Float32Array): Float64Array {
  const counts = new Float64Array(BINS);
  for (let index = 0; index < brightness.length; index++) counts[binOf(brightness[index])]++;
  return counts;
}

/**
 * The last bin of the darker of two groups: the cut that leaves the groups' means furthest apart, weighted by their sizes (Otsu,
 * "A threshold selection method from gray-level histograms", 1979).
 */
export function otsu(counts: Float64Array): number {
  let count = 0;
  let total = 0;
  for (let bin = 0; bin < BINS; bin++) {
    count += counts[bin];
    total += bin * counts[bin];
  }
  let best = -1;
  let cut = 0;
  let below = 0;
  let belowTotal = 0;
  for (let bin = 0; bin < BINS - 1; bin++) {
    below += counts[bin];
    belowTotal += bin * counts[bin];
    const above = count - below;
    if (below === 0 || above === 0) continue;
    const distance = belowTotal / below - (total - belowTotal) / above;
    const spread = below * above * distance * distance;
    if (spread > best) {
      best = spread;
      cut = bin;
    }
  }
  return cut;
}

/** The bin at which a share of the counts from `first` to `last` is reached. */
export function quantile(counts: Float64Array, first: number, last: number, share: number): number {
  let count = 0;
  for (let bin = first; bin <= last; bin++) count += counts[bin];
  let reached = 0;
  for (let bin = first; bin < last; bin++) {
    reached += counts[bin];
    if (reached > 0 && reached >= share * count) return bin;
  }
  return last;
}
