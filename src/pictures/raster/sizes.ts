// The sizes of numbers, by which their brightness is scaled.

/** The largest size among the numbers that are finite; 1 if there is none above 0. */
export function largestSize(values: Float32Array): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest || 1;
}

/** Bins of the histogram for the usual size, and the share of numbers that may be above it. */
const BINS = 4096;
const BEYOND = 0.01;

/** The size that one in a hundred of the numbers other than 0 exceeds; 1 if there are none. */
export function usualSize(values: Float32Array): number {
  const largest = largestSize(values);
  const counts = new Uint32Array(BINS + 1);
  let total = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]);
    if (!(size > 0 && size <= largest)) continue;
    counts[Math.ceil((size / largest) * BINS)] += 1;
    total += 1;
  }
  let beyond = 0;
  let bin = BINS;
  while (bin > 1 && beyond + counts[bin] <= total * BEYOND) {
    beyond += counts[bin];
    bin -= 1;
  }
  return (largest * bin) / BINS;
}
