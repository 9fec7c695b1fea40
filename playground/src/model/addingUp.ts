// Numbers rounded so that what is shown adds up to what is shown.

/**
 * Rounds parts so that they add up, digit by digit, to the rounded total: each is off by less than one in its last place. Those whose cut-off
 * rest is largest are rounded up, as seats are shared out by largest remainder (Hamilton's method).
 *
 * @returns Whole numbers of units of the last place.
 */
export function roundedParts(parts: readonly number[], total: number, places: number): number[] {
  const unit = 10 ** places;
  const scaled = parts.map((part) => part * unit);
  const rounded = scaled.map(Math.floor);
  let missing = Math.round(total * unit) - rounded.reduce((sum, part) => sum + part, 0);
  const byRest = scaled
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((one, other) => other.rest - one.rest);
  // float32 and float64 sums differ a little: in the worst case more is missing than there are parts.
  for (let at = 0; missing !== 0 && parts.length > 0; at = (at + 1) % parts.length) {
    const { index } = byRest[missing > 0 ? at : parts.length - 1 - at] as { index: number };
    rounded[index] = (rounded[index] as number) + Math.sign(missing);
    missing -= Math.sign(missing);
  }
  return rounded;
}

/** How many decimals numbers of a size are shown with: fewer where they are large, so that they stay within float32's seven digits. */
export function placesFor(most: number): number {
  if (!(most >= 100)) return 3;
  return most < 1000 ? 2 : most < 10_000 ? 1 : 0;
}
