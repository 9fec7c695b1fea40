// Sine and cosine in double precision: the steps of linalg/sine.ts.

const HALF_PI_0: f64 = 1.5707963267341256;
const HALF_PI_1: f64 = 6.077100506303966e-11;
const HALF_PI_2: f64 = 2.0222662487959506e-21;

/** Rounded to the nearest whole number, halves up, as JavaScript does. */
// @ts-ignore: decorator
@inline
function rounded(x: f64): f64 {
  const below = floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

/** sin x. See `sin`. */
export function sin(x: f64): f64 {
  return turned(x, rounded(x / HALF_PI_0), 0);
}

/** cos x. See `cos`. */
export function cos(x: f64): f64 {
  return turned(x, rounded(x / HALF_PI_0), 1);
}

function turned(x: f64, quarter: f64, ahead: i32): f64 {
  const r = x - quarter * HALF_PI_0 - quarter * HALF_PI_1 - quarter * HALF_PI_2;
  const which = <i32>quarter + ahead;
  const value = which & 1 ? cosine(r) : sine(r);
  return which & 2 ? -value : value;
}

function sine(x: f64): f64 {
  const square = x * x;
  let series: f64 = 0;
  for (let n: f64 = 18; n >= 2; n -= 2) series = (-(1 + series) * square) / (n * (n + 1));
  return x + x * series;
}

function cosine(x: f64): f64 {
  const square = x * x;
  let series: f64 = 0;
  for (let n: f64 = 18; n >= 2; n -= 2) series = (-(1 + series) * square) / (n * (n - 1));
  return 1 + series;
}
