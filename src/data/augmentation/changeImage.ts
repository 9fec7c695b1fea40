// One resampling of an image, in plain JavaScript: the reference, whose bits the module in WebAssembly repeats.
import type { Change } from './drawChange.js';
import type { EpochAugmentation } from './EpochAugmentation.js';

const f = Math.fround;

/**
 * Changes an image: reads each pixel where it comes from, between four others, then brightens it and adds noise.
 *
 * @param image - [height, width]; overwritten.
 * @param change - The change.
 */
export function changeImage(image: Float32Array, change: Change, epoch: EpochAugmentation): void {
  const { width, height, sizes, ranges, displacements, noise } = epoch;
  const source = image.slice();
  const elastic = f(ranges.elastic);
  for (let row = 0; row < height; row++) {
    const x0 = f(change.x0 + f(change.xy * row));
    const y0 = f(change.y0 + f(change.yy * row));
    for (let column = 0; column < width; column++) {
      let x = f(f(change.xx * column) + x0);
      let y = f(f(change.yx * column) + y0);
      if (displacements !== undefined) {
        const at = row * sizes.stride + column;
        x = f(x + f(elastic * displacements[change.across + at]));
        y = f(y + f(elastic * displacements[change.down + at]));
      }
      let value = brighten(between(source, x, y, width, height), change.brightness);
      const pixel = row * width + column;
      if (noise !== undefined) value = f(value + f(change.noise * noise[change.noiseStart + pixel]));
      image[pixel] = Math.min(Math.max(value, 0), 1);
    }
  }
}

/** The image between its pixels: across in both rows, then down. Outside of it, all is 0. */
function between(image: Float32Array, x: number, y: number, width: number, height: number): number {
  const clampedX = Math.max(Math.min(x, width), -1);
  const clampedY = Math.max(Math.min(y, height), -1);
  const column = Math.floor(clampedX);
  const row = Math.floor(clampedY);
  const shareX = f(clampedX - column);
  const shareY = f(clampedY - row);
  const pixel = (r: number, c: number) => (r < 0 || r >= height || c < 0 || c >= width ? 0 : image[r * width + c]);
  const across = (r: number) => {
    const first = pixel(r, column);
    return f(first + f(shareX * f(pixel(r, column + 1) - first)));
  };
  const above = across(row);
  return f(above + f(shareY * f(across(row + 1) - above)));
}

/** v (1 + t (1 - v)), which leaves 0 and 1 where they are. */
function brighten(v: number, t: number): number {
  return f(v * f(1 + f(t * f(1 - v))));
}
