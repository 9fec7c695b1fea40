// Numbers rounded so that what is shown adds up to what is shown.

/** Units up to here are counted exactly, and are shown digit by digit. */
const MOST_UNITS = 1e15;

/**
 * Rounds parts so that they add up, digit by digit, to the rounded total: each is off by less than one in its last place. Those whose cut-off
 * rest is largest are rounded up, as seats are shared out by largest remainder (Hamilton's method).
 *
 * @returns Whole numbers of units of the last place; undefined where a number is not finite, or too large to be counted in them.
 */
export function roundedParts(parts: readonly number[], total: number, places: number): number[] | undefined {
  const unit = 10 ** places;
  const scaled = parts.map((part) => part * unit);
  if (![...scaled, total * unit].every((value) => Math.abs(value) <= MOST_UNITS)) return undefined;
  const rounded = scaled.map(Math.floor);
  const missing = Math.round(total * unit) - rounded.reduce((sum, part) => sum + part, 0);
  if (!Number.isSafeInteger(missing)) return undefined;
  // float32 and float64 sums differ a little, so that more can be missing than there are parts: all get the same, and some get one more.
  const each = Math.floor(missing / Math.max(1, parts.length));
  const more = missing - each * parts.length;
  const byRest = scaled
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((one, other) => other.rest - one.rest);
  byRest.forEach(({ index }, rank) => {
    rounded[index] = (rounded[index] as number) + each + (rank < more ? 1 : 0);
  });
  return rounded;
}

/** How many decimals numbers of a size are shown with: fewer where they are large, so that they stay within float32's seven digits. */
export function placesFor(most: number): number {
  if (!(most >= 100)) return 3;
  return most < 1000 ? 2 : most < 10_000 ? 1 : 0;
}
