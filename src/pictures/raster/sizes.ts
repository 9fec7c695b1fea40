// How large numbers are: what decides how bright they are shown.

/** The largest size among the numbers that are finite; 1 if there is none above 0. */
export function largestSize(values: Float32Array): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index]);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  return largest || 1;
}

/** Bins of the histogram that a usual size is read from, and the share of numbers that it may leave out. */
const BINS = 4096;
const BEYOND = 0.01;

/** The size that all but one in a hundred of the numbers other than 0 stay within; 1 if there are none. */
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
