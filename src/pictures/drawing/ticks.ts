// Round numbers along an axis.

/** About the number of ticks of an axis, and more than it ever has. */
const USUAL = 5;
const MOST = 100;

/** Multiples of 1, 2 or 5 times a power of ten, from `low` to `high`. */
export function ticksBetween(low: number, high: number, count = USUAL): number[] {
  const step = roundStep(Math.min(high - low, Number.MAX_VALUE), count);
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  // Counted, since among numbers near 2^53 the next place may be the same one.
  for (let place = first; place * step <= high + step * 1e-9 && ticks.length < MOST; place = first + ticks.length) {
    // Through text, since 3 x 0.1 is not 0.3.
    ticks.push(Number((place * step).toPrecision(12)));
  }
  return ticks;
}

/** The round step that divides a range into what is nearest to `count` parts. */
function roundStep(range: number, count: number): number {
  let power = 1;
  while (power > range / count) power /= 10;
  while (power * 10 <= range / count) power *= 10;
  const off = (step: number) => Math.abs(range / step - count);
  return [2, 5, 10].reduce((best, factor) => (off(factor * power) < off(best) ? factor * power : best), power);
}

/** A range that holds all the finite numbers, with a little room around them; never empty. */
export function rangeOf(values: readonly number[]): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value - value !== 0) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const room = (high - low) * 0.05 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}
