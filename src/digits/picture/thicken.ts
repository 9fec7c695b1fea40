// Makes the strokes of a picture thicker or thinner.
import type { Ink } from './ink.js';

/**
 * The same picture with `border` more pixels on each side, and strokes that grow on both sides by `amount` pixels, or shrink. Strokes that
 * grow become as full of ink as strokes should be, since those thinner than a pixel left only a part of one behind.
 */
export function thicken(picture: Ink, amount: number, border: number): Ink {
  const width = picture.width + 2 * border;
  const height = picture.height + 2 * border;
  let ink: Float32Array = new Float32Array(width * height);
  const gain = amount > 0 ? 1 / fullness(picture) : 1;
  for (let row = 0; row < picture.height; row++) {
    const start = row * picture.width;
    const line = picture.ink.subarray(start, start + picture.width).map((one) => Math.min(1, gain * one));
    ink.set(line, (row + border) * width + border);
  }
  // Whole pixels one after another, and at last a part of one.
  for (let left = Math.abs(amount), step = 0; left > 0; left -= 1, step++) {
    ink = grow({ ink, width, height }, amount > 0, Math.min(1, left), step % 2 === 0);
  }
  return { ink, width, height };
}

/** How much ink the pixels have that hold the ink: the mean over the ink, not over the pixels. */
function fullness({ ink }: Ink): number {
  let total = 0;
  let squares = 0;
  for (let place = 0; place < ink.length; place++) {
    total += ink[place];
    squares += ink[place] * ink[place];
  }
  return total === 0 ? 1 : squares / total;
}

/**
 * Each pixel goes a share of the way to the most, or the least, among itself and its neighbours: the four beside it, or also the four at
 * its corners. By turns the two make a round pen of eight corners.
 */
function grow({ ink, width, height }: Ink, up: boolean, share: number, corners: boolean): Float32Array {
  const grown = new Float32Array(ink.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const place = row * width + column;
      let best = ink[place];
      for (let down = -1; down <= 1; down++) {
        for (let right = -1; right <= 1; right++) {
          if (!corners && down !== 0 && right !== 0) continue;
          const inside = row + down >= 0 && row + down < height && column + right >= 0 && column + right < width;
          const other = inside ? ink[place + down * width + right] : 0;
          best = up ? Math.max(best, other) : Math.min(best, other);
        }
      }
      grown[place] = ink[place] + share * (best - ink[place]);
    }
  }
  return grown;
}
