// Paints grids of numbers, and areas, on a picture.
import { lightColour, type Shading, signedColour } from '../colours.js';
import type { Colour, Theme } from '../themes.js';
import type { Picture } from './Picture.js';

/** Steps of brightness that are told apart. */
const STEPS = 255;

/** A paintbrush for many numbers: its colours are mixed once. */
export interface Brush {
  readonly shading: Shading;
  readonly theme: Theme;
  /** [2 x 255 + 1, 3] from -1 to 1, or [255 + 1, 3] from 0 to 1. */
  readonly colours: Uint8Array;
}

/** Mixes the colours. */
export function brushOf(theme: Theme, shading: Shading): Brush {
  const first = shading.signed ? -STEPS : 0;
  const colours = new Uint8Array((STEPS - first + 1) * 3);
  for (let step = first; step <= STEPS; step++) {
    colours.set((shading.signed ? signedColour : lightColour)(theme, step / STEPS), (step - first) * 3);
  }
  return { theme, shading, colours };
}

/** Where a grid stands: its left upper corner, its cells in a row, and the pixels along a cell. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly cell: number;
}

/** Paints a grid: a square for each of the numbers. Those that are none are hatched. */
export function paintGrid(picture: Picture, values: Float32Array, place: Place, brush: Brush): void {
  const { left, top, width, cell } = place;
  const { colours, shading, theme } = brush;
  const zero = shading.signed ? STEPS : 0;
  for (let index = 0; index < values.length; index++) {
    const x = left + (index % width) * cell;
    const y = top + Math.floor(index / width) * cell;
    const share = values[index] / shading.scale;
    // Infinite minus itself is no number either.
    if (share - share !== 0) {
      hatch(picture, x, y, cell, theme);
      continue;
    }
    const size = Math.floor(Math.min(1, Math.abs(share)) * STEPS + 0.5);
    const step = share > 0 ? zero + size : Math.max(0, zero - size);
    paintArea(picture, x, y, cell, cell, colours[step * 3], colours[step * 3 + 1], colours[step * 3 + 2]);
  }
}

/** Paints an area in one colour, as far as it is in the picture. */
export function fillArea(picture: Picture, left: number, top: number, width: number, height: number, colour: Colour): void {
  paintArea(picture, left, top, width, height, ...colour);
}

function paintArea(
  { data, width: row, height: rows }: Picture,
  left: number,
  top: number,
  width: number,
  height: number,
  red: number,
  green: number,
  blue: number,
): void {
  for (let y = Math.max(0, top); y < Math.min(rows, top + height); y++) {
    for (let x = Math.max(0, left); x < Math.min(row, left + width); x++) {
      const at = (y * row + x) * 4;
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
    }
  }
}

/** Diagonal stripes over a cell. A cell of one pixel is always of the stripes' colour, so that it is seen. */
function hatch(picture: Picture, left: number, top: number, cell: number, theme: Theme): void {
  const period = Math.max(2, Math.floor(cell / 3));
  for (let y = 0; y < cell; y++) {
    for (let x = 0; x < cell; x++) {
      const striped = (x + y) % period < period / 2;
      fillArea(picture, left + x, top + y, 1, 1, striped ? theme.missing : theme.paper);
    }
  }
}
