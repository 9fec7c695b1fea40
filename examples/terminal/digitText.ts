// A digit as lines of text, two rows of pixels to a line, since a character is about twice as tall as wide.
import { coloured } from './style.js';

const SIDE = 28;
/** From dark to bright, for terminals without colour. */
const RAMP = ' .:-=+*#%@';

export function digitText(pixels: ArrayLike<number>): string {
  const lines: string[] = [];
  for (let row = 0; row < SIDE; row += 2) {
    let line = '';
    for (let column = 0; column < SIDE; column++) {
      const upper = pixels[row * SIDE + column] ?? 0;
      const lower = pixels[(row + 1) * SIDE + column] ?? 0;
      line += coloured ? halfBlock(upper, lower) : RAMP[Math.round(((upper + lower) / 2) * (RAMP.length - 1))];
    }
    lines.push(coloured ? `${line}\x1b[0m` : line.trimEnd());
  }
  return lines.join('\n');
}

/** A character whose upper half has the one grey and whose lower half the other. */
function halfBlock(upper: number, lower: number): string {
  const [above, below] = [Math.round(255 * upper), Math.round(255 * lower)];
  return `\x1b[38;2;${above};${above};${above};48;2;${below};${below};${below}m▀`;
}
