// A picture made small enough for a line of characters.
import type { Picture } from '../raster/Picture.js';
import type { Colour } from '../themes.js';

/** A picture whose pixels are means over areas of another. */
export interface Shrunk {
  readonly width: number;
  readonly height: number;
  /** Black below the picture. */
  colourAt(x: number, y: number): Colour;
}

/** The picture, or a smaller one with the same proportions, no wider than `columns`; transparency is laid on black. */
export function shrunk({ width: fromWidth, height: fromHeight, data }: Picture, columns: number): Shrunk {
  const width = Math.min(fromWidth, columns);
  const step = fromWidth / width;
  const height = Math.max(1, Math.round(fromHeight / step));
  const bounds = (place: number, from: number, count: number): [number, number] => [
    (place * from) / count,
    ((place + 1) * from) / count,
  ];
  return {
    width,
    height,
    colourAt(x, y) {
      if (y >= height) return [0, 0, 0];
      const [left, right] = bounds(x, fromWidth, width);
      const [top, bottom] = bounds(y, fromHeight, height);
      const sums: [number, number, number] = [0, 0, 0];
      for (let row = Math.floor(top); row < bottom; row++) {
        for (let column = Math.floor(left); column < right; column++) {
          const covered =
            (Math.min(right, column + 1) - Math.max(left, column)) * (Math.min(bottom, row + 1) - Math.max(top, row));
          const at = (row * fromWidth + column) * 4;
          const share = (covered * data[at + 3]) / 255;
          for (let part = 0; part < 3; part++) sums[part] += share * data[at + part];
        }
      }
      const area = (right - left) * (bottom - top);
      const mean = (part: 0 | 1 | 2) => Math.floor(sums[part] / area + 0.5);
      return [mean(0), mean(1), mean(2)];
    },
  };
}
