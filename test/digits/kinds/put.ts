// Puts a digit of MNIST's onto a sheet.
import type { Colour, Sheet } from './sheet.js';

/** How a digit lies on its sheet. */
export interface Place {
  /** The middle of the digit, from 0 to 1 across and down. */
  readonly middle?: readonly [number, number];
  /** The height of MNIST's field of 28 pixels, in pixels of the sheet. */
  readonly side: number;
  readonly colour?: Colour;
  /** Degrees to the right. */
  readonly turn?: number;
  /** How far the top leans to the right, of the height. */
  readonly slant?: number;
  /** How much light of MNIST's ink is none: 0.5 makes ink of an even darkness with a hard edge, less a broad pen, more a fine one. */
  readonly pen?: number;
  /** Of the ink, from 0 to 1. */
  readonly strength?: number;
  /** Whether the pixels of MNIST are seen. */
  readonly square?: boolean;
}

/** A digit of MNIST's, [784] from 0 to 1, which is scaled smoothly. */
export function putDigit(sheet: Sheet, pixels: Float32Array, place: Place): void {
  const { middle = [0.5, 0.5], side, colour = [25, 25, 30], turn = 0, slant = 0, pen, strength = 1, square = false } = place;
  const [cosine, sine] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [x0, y0] = [middle[0] * sheet.width, middle[1] * sheet.height];
  const scale = 28 / side;
  const reach = Math.ceil(side * (0.75 + Math.abs(slant)));
  for (let y = Math.floor(y0 - reach); y <= y0 + reach; y++) {
    for (let x = Math.floor(x0 - reach); x <= x0 + reach; x++) {
      const [dx, dy] = [x + 0.5 - x0, y + 0.5 - y0];
      const [u, v] = [cosine * dx + sine * dy, cosine * dy - sine * dx];
      const ink = at(pixels, (u + slant * v) * scale + 14, v * scale + 14, square);
      // A pen's edge is as soft as two pixels of the sheet.
      const amount = pen === undefined ? ink : Math.min(1, Math.max(0, (ink - pen) / Math.min(1, scale) + 0.5));
      sheet.dab(x, y, strength * amount, colour);
    }
  }
}

/** Bilinear between the middles of pixels. */
function at(pixels: Float32Array, x: number, y: number, square: boolean): number {
  const one = (column: number, row: number) =>
    column < 0 || row < 0 || column > 27 || row > 27 ? 0 : (pixels[28 * row + column] as number);
  if (square) return one(Math.floor(x), Math.floor(y));
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, down] = [x - 0.5 - column, y - 0.5 - row];
  return (
    (1 - down) * ((1 - right) * one(column, row) + right * one(column + 1, row)) +
    down * ((1 - right) * one(column, row + 1) + right * one(column + 1, row + 1))
  );
}
