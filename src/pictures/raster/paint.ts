// Paints grids of numbers, and areas, on a picture.
import { lightColour, type Shading, signedColour } from '../colours.js';
import type { Colour, Theme } from '../themes.js';
import type { Picture } from './Picture.js';

/** Steps of brightness. */
const STEPS = 255;

/** A paintbrush for many numbers: its colours are mixed once. */
export interface Brush {
  readonly shading: Shading;
  readonly theme: Theme;
  /** [2 x 255 + 1] from -1 to 1, or [255 + 1] from 0 to 1: each as the word of a pixel. */
  readonly colours: Uint32Array;
}

/** Mixes the colours. */
export function brushOf(theme: Theme, shading: Shading): Brush {
  const first = shading.signed ? -STEPS : 0;
  const colours = new Uint32Array(STEPS - first + 1);
  for (let step = first; step <= STEPS; step++) {
    colours[step - first] = wordOf((shading.signed ? signedColour : lightColour)(theme, step / STEPS));
  }
  return { theme, shading, colours };
}

/** The place of a grid: its left upper corner, its cells in a row, and the pixels along a cell. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly cell: number;
}

/** Paints a grid, all of which must be in the picture: a square for each number. NaN and infinite numbers are hatched. */
export function paintGrid(picture: Picture, values: Float32Array, place: Place, brush: Brush): void {
  const { left, top, width, cell } = place;
  const { colours, shading, theme } = brush;
  const zero = shading.signed ? STEPS : 0;
  const words = wordsOf(picture);
  for (let index = 0; index < values.length; index++) {
    const x = left + (index % width) * cell;
    const y = top + Math.floor(index / width) * cell;
    const share = values[index] / shading.scale;
    // Infinity minus itself is NaN too.
    if (share - share !== 0) {
      hatch(picture, x, y, cell, theme);
      continue;
    }
    const size = Math.floor(Math.min(1, Math.abs(share)) * STEPS + 0.5);
    const step = share > 0 ? zero + size : Math.max(0, zero - size);
    const start = y * picture.width + x;
    for (let line = 0; line < cell; line++) {
      const at = start + line * picture.width;
      for (let place = at; place < at + cell; place++) words[place] = colours[step];
    }
  }
}

/** Paints an area in one colour, as far as it is in the picture. */
export function fillArea(picture: Picture, left: number, top: number, width: number, height: number, colour: Colour): void {
  const [right, bottom] = [Math.min(picture.width, left + width), Math.min(picture.height, top + height)];
  const words = wordsOf(picture);
  const word = wordOf(colour);
  for (let y = Math.max(0, top); y < bottom; y++) {
    const start = y * picture.width;
    words.fill(word, start + Math.max(0, left), start + Math.max(0, right));
  }
}

/** A picture's pixels as words of four bytes: one is written at once. */
function wordsOf({ data }: Picture): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

/** An opaque colour as the word of a pixel, in whichever order this machine has its bytes. */
function wordOf(colour: Colour): number {
  return new Uint32Array(Uint8Array.of(...colour, 255).buffer)[0];
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
