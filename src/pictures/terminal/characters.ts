// Colours as plain characters: from dark to bright, or by sign where the picture's legend has signs.
import type { Picture } from '../raster/Picture.js';
import type { Colour } from '../themes.js';

/** From dark to bright. */
const RAMP = ' .:-=+*#%@';

/** The colours of 0 and of the largest numbers, of a picture that has signs. */
export interface Signs {
  readonly zero: Colour;
  readonly positive: Colour;
  readonly negative: Colour;
}

/** The signs of a picture; undefined where its legend has none. */
export function signsOf({ legend = [] }: Picture): Signs | undefined {
  const colourOf = (fits: (label: string) => boolean) => legend.find(({ label }) => fits(label))?.colour;
  const zero = colourOf((label) => label === '0');
  const negative = colourOf((label) => /^(< )?-/.test(label));
  const positive = [...legend].reverse().find(({ label }) => /^(> )?\+/.test(label))?.colour;
  return zero && negative && positive && { zero, negative, positive };
}

/** The character for two pixels, one above the other. */
export function characterOf(upper: Colour, lower: Colour, signs: Signs | undefined): string {
  const mean: Colour = [(upper[0] + lower[0]) / 2, (upper[1] + lower[1]) / 2, (upper[2] + lower[2]) / 2];
  if (signs === undefined) return RAMP[Math.floor((luma(mean) / 255) * (RAMP.length - 1) + 0.5)];
  const [up, down] = [share(mean, signs.zero, signs.positive), share(mean, signs.zero, signs.negative)];
  const size = Math.max(up, down);
  if (size < 0.12) return ' ';
  if (up >= down) return size < 0.45 ? '+' : '#';
  return size < 0.45 ? '-' : '=';
}

function luma([red, green, blue]: Colour): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** The projection of a colour onto the line from one to another: 0 at the first, 1 at the second. */
function share(colour: Colour, from: Colour, to: Colour): number {
  let along = 0;
  let length = 0;
  colour.forEach((part, index) => {
    along += (part - from[index]) * (to[index] - from[index]);
    length += (to[index] - from[index]) * (to[index] - from[index]);
  });
  return along / (length || 1);
}

/** A text without control characters, which could do anything to a terminal. */
export function cleanText(text: string): string {
  return Array.from(text, (letter) => (letter < ' ' || (letter >= '\u007f' && letter < '\u00a0') ? '?' : letter)).join('');
}
