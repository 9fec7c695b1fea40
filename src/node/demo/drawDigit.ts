// A digit as lines of text.
import { digitPicture } from '../../pictures/raster/digitPicture.js';
import { type KnownTerminal, toTerminal } from '../../pictures/terminal/toTerminal.js';

const SIDE = 28;
/** How many pixels on a side may become one, all without a remainder, so that strokes stay even. */
const STEPS = [1, 2, 4, 7, 14];

/** A digit, [784], no wider than the terminal: lines of the same width, to the eye. */
export function drawDigit(pixels: Float32Array, { columns, colours }: KnownTerminal): string[] {
  return toTerminal(digitPicture(pixels), { columns: digitWidth(columns), colours }).split('\n');
}

/** How wide the lines are. */
export function digitWidth(columns: number): number {
  return SIDE / (STEPS.find((size) => SIDE / size <= columns) ?? SIDE);
}
