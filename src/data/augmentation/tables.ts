// The random numbers that the examples of an epoch share, in two tables: displacements and noise.
import { exp } from '../../linalg/expLog.js';
import { Random } from '../../random/Random.js';

/** Places in the table of noise where the noise of an image may start: a power of two. */
export const NOISE_STARTS = 16384;

/** A table of displacements has at least so many numbers a side. */
const LEAST_SIDE = 128;

/** Sizes of the tables for images of a size. */
export interface TableSizes {
  /** Windows of displacements may start at so many columns, and rows: a power of two. */
  readonly side: number;
  /** Numbers of a row of displacements, and in all. */
  readonly stride: number;
  readonly displacements: number;
  /** Numbers of noise, and places among them where an image's may start. */
  readonly noise: number;
  readonly noiseStarts: number;
}

/** Windows are read four numbers at a time, a few of which may lie beyond the last. */
export function tableSizes(width: number, height: number, sigma: number): TableSizes {
  let side = LEAST_SIDE;
  while (side < Math.max(width, height, 8 * sigma)) side *= 2;
  const stride = side + Math.ceil(width / 4) * 4;
  return {
    side,
    stride,
    displacements: stride * (side + height),
    noise: NOISE_STARTS + width * height + 4,
    noiseStarts: NOISE_STARTS,
  };
}

/**
 * Uniform noise on a torus of `side` x `side`, smoothed, scaled so that the mean of its squares is 1, and repeated beyond its ends as
 * far as windows reach: rows of `stride` numbers.
 */
export function drawDisplacements(seed: number, epoch: number, sigma: number, { side, stride, displacements }: TableSizes) {
  const random = Random.stream(seed, 'elastic', epoch);
  const noise = Float64Array.from({ length: side * side }, () => (random.next() | 0) / 2 ** 31);
  const bell = bellCurve(sigma);
  // Each pass smooths rows and turns them into columns, so that two of them smooth both ways and leave rows as rows.
  const smooth = smoothTurning(smoothTurning(noise, side, bell), side, bell);
  let squares = 0;
  for (let i = 0; i < smooth.length; i++) squares += smooth[i] * smooth[i];
  const scale = 1 / Math.sqrt(squares / smooth.length);
  const table = new Float32Array(displacements);
  for (let place = 0; place < displacements; place++) {
    const row = Math.floor(place / stride) & (side - 1);
    table[place] = smooth[row * side + ((place % stride) & (side - 1))] * scale;
  }
  return table;
}

/** The bell curve e^(-d^2 / (2 sigma^2)) for d from -3 sigma to 3 sigma. */
function bellCurve(sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  return Float64Array.from({ length: 2 * reach + 1 }, (_, i) => exp(-((i - reach) * (i - reach)) / (2 * sigma * sigma)));
}

/** Smooths each row of a torus. Row r of what it returns is column r. */
function smoothTurning(numbers: Float64Array, side: number, bell: Float64Array): Float64Array {
  const out = new Float64Array(numbers.length);
  const reach = (bell.length - 1) / 2;
  const row = new Float64Array(side + 2 * reach);
  for (let r = 0; r < side; r++) {
    for (let i = 0; i < row.length; i++) row[i] = numbers[r * side + ((i - reach) & (side - 1))];
    for (let column = 0; column < side; column++) {
      let sum = 0;
      for (let i = 0; i < bell.length; i++) sum += bell[i] * row[column + i];
      out[column * side + r] = sum;
    }
  }
  return out;
}

/** Numbers of the normal distribution with deviation 1. */
export function drawNoise(seed: number, epoch: number, { noise }: TableSizes): Float32Array {
  const random = Random.stream(seed, 'noise', epoch);
  return Float32Array.from({ length: noise }, () => random.normal());
}
