// Brings a picture to another size: each side by area where it shrinks, bilinear where it grows.

/** For each new pixel along a side: the old pixels it is made of, from `first` on, and the weight of each. */
interface Shares {
  readonly first: Int32Array;
  /** [length, taps], with 0 where fewer are needed. */
  readonly weights: Float64Array;
  readonly taps: number;
}

/** Pixels row by row: [height, width, channels]. */
export interface Pixels {
  readonly pixels: Float32Array;
  readonly width: number;
  readonly channels: number;
}

/** Part of a picture: columns from `left` up to, not including, `right`, and rows likewise. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A part of a picture at another size: [height, width, channels]. Proportions are not kept. Of the same size it is the same picture, to
 * the bit.
 *
 * Where a side shrinks, a new pixel is the mean of what it covers, pixels covered in part counting in part. Where it grows, a new
 * pixel lies between the two old ones whose centres are nearest, and takes of each the more the nearer it is; beyond the outermost
 * centres it takes the outermost pixel.
 */
export function resample(
  { pixels, width: fromWidth, channels }: Pixels,
  { left, right, top, bottom }: Box,
  [width, height]: readonly [number, number],
): Float32Array {
  const columns = sharesOf(right - left, width);
  const rows = sharesOf(bottom - top, height);
  const row = new Float64Array((right - left) * channels);
  const resampled = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    for (let tap = 0; tap < rows.taps; tap++) {
      const weight = rows.weights[y * rows.taps + tap];
      if (weight === 0) continue;
      const start = ((top + rows.first[y] + tap) * fromWidth + left) * channels;
      for (let i = 0; i < row.length; i++) row[i] += weight * pixels[start + i];
    }
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let tap = 0; tap < columns.taps; tap++) {
          const weight = columns.weights[x * columns.taps + tap];
          if (weight !== 0) sum += weight * row[(columns.first[x] + tap) * channels + channel];
        }
        // Weights add up to 1 but for their last bit.
        resampled[(y * width + x) * channels + channel] = Math.min(1, Math.max(0, sum));
      }
    }
  }
  return resampled;
}

function sharesOf(from: number, to: number): Shares {
  return to < from ? areaShares(from, to) : bilinearShares(from, to);
}

function areaShares(from: number, to: number): Shares {
  const size = from / to;
  const taps = Math.ceil(size) + 1;
  const first = new Int32Array(to);
  const weights = new Float64Array(to * taps);
  for (let pixel = 0; pixel < to; pixel++) {
    // From whole numbers, so that edges that meet are the same number.
    const start = (pixel * from) / to;
    const end = ((pixel + 1) * from) / to;
    first[pixel] = Math.floor(start);
    for (let tap = 0; tap < taps; tap++) {
      const old = first[pixel] + tap;
      const covered = Math.min(end, old + 1) - Math.max(start, old);
      if (covered > 0 && old < from) weights[pixel * taps + tap] = covered / size;
    }
  }
  return { first, weights, taps };
}

function bilinearShares(from: number, to: number): Shares {
  const taps = 2;
  const first = new Int32Array(to);
  const weights = new Float64Array(to * taps);
  for (let pixel = 0; pixel < to; pixel++) {
    const centre = Math.max(0, ((pixel + 0.5) * from) / to - 0.5);
    first[pixel] = Math.min(from - 1, Math.floor(centre));
    const rest = first[pixel] === from - 1 ? 0 : centre - first[pixel];
    weights[pixel * taps] = 1 - rest;
    weights[pixel * taps + 1] = rest;
  }
  return { first, weights, taps };
}
