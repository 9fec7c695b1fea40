// A digit as lines of text, each two rows of pixels high, since a character is about twice as tall as wide.
import { grey, showsGreys, type Terminal } from './terminal.js';

const SIDE = 28;
/** How many pixels on a side may become one, all without a remainder. */
const STEPS = [1, 2, 4, 7, 14];
/** From dark to bright, for terminals without greys. */
const RAMP = ' .:-=+*#%@';
const RESET = '\u001b[0m';

/** A digit, [784], no wider than the terminal: lines of the same width, to the eye. */
export function drawDigit(pixels: Float32Array, terminal: Terminal): string[] {
  const step = STEPS.find((size) => SIDE / size <= terminal.columns) ?? SIDE;
  const side = SIDE / step;
  const lines: string[] = [];
  for (let row = 0; row < side; row += 2) {
    let line = '';
    for (let column = 0; column < side; column++) {
      const upper = meanOf(pixels, row * step, column * step, step);
      const lower = row + 1 < side ? meanOf(pixels, (row + 1) * step, column * step, step) : 0;
      line += showsGreys(terminal) ? halfBlock(upper, lower, terminal) : RAMP[Math.floor(((upper + lower) / 2) * 9 + 0.5)];
    }
    lines.push(showsGreys(terminal) ? `${line}${RESET}` : line);
  }
  return lines;
}

/** How wide the lines are. */
export function digitWidth(columns: number): number {
  return SIDE / (STEPS.find((size) => SIDE / size <= columns) ?? SIDE);
}

/** A character whose upper half has the one grey and whose lower half the other. */
function halfBlock(upper: number, lower: number, terminal: Terminal): string {
  return `\u001b[38;${grey(upper, terminal)};48;${grey(lower, terminal)}m\u2580`;
}

function meanOf(pixels: Float32Array, top: number, left: number, step: number): number {
  let total = 0;
  for (let row = top; row < top + step; row++) {
    for (let column = left; column < left + step; column++) total += pixels[row * SIDE + column] ?? 0;
  }
  return total / (step * step);
}
