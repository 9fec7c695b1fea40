// Pictures of several digits side by side: the recipe of each, from a seed. `recognizeAll` is to read them whole.
import { Random } from 'glassbox-nn';
import type { Picture } from 'glassbox-nn/digits';
import type { Digit } from './Kind.js';
import { putDigit } from './put.js';
import { type Colour, Sheet } from './sheet.js';

export interface Composed {
  readonly picture: Picture;
  readonly labels: readonly number[];
}

const WAYS = ['a house number', 'a score', 'a date in boxes', 'a photo of a number', 'chalk', 'a ruled line'] as const;

/** How many pictures there are. */
export const COMPOSED = 240;

/** One of them: 2 to 6 of the digits in a row, each of its own height and a little up or down. */
export function composed(digits: readonly Digit[], index: number): Composed {
  const way = WAYS[index % WAYS.length];
  const random = Random.stream(0, 'composed', index);
  const count = way === 'a date in boxes' ? 6 : way === 'a score' ? 2 : 2 + random.integer(4);
  const high = 44 + random.integer(50);
  const pitch = high * (way === 'a score' ? 1.5 : random.uniform(1.02, 1.25));
  const [width, height] = [Math.ceil(pitch * (count + 1)), Math.ceil(high * random.uniform(1.7, 2.4))];
  const [paper, ink]: [Colour, Colour] =
    way === 'chalk'
      ? [
          [50, 80, 65],
          [225, 230, 220],
        ]
      : [
          [240, 238, 232],
          [30, 35, 60],
        ];
  const sheet = new Sheet(width, height, paper);
  const chosen = Array.from({ length: count }, () => digits[random.integer(digits.length)] as Digit);
  for (const [place, { input }] of chosen.entries()) {
    const x = pitch * (place + 1);
    const side = ((high * 28) / 20) * random.uniform(0.85, 1.05) * 0.8;
    putDigit(sheet, input, { side, middle: [x / width, random.uniform(0.47, 0.53)], colour: ink });
    const [top, bottom] = [height / 2 - 0.68 * high, height / 2 + 0.68 * high];
    if (way === 'a date in boxes') sheet.box(x - 0.48 * pitch, top, x + 0.48 * pitch, bottom, 1.5, [110, 110, 120]);
  }
  if (way === 'a score') {
    for (const y of [0.42, 0.58]) sheet.line([width / 2, y * height], [width / 2, y * height], high / 9, ink);
  }
  if (way === 'a ruled line') sheet.line([-2, 0.8 * height], [width + 2, 0.82 * height], 1.5, [150, 160, 200]);
  if (way === 'a photo of a number') sheet.lit((x, y) => 0.5 + 0.45 * (0.7 * x + 0.3 * y));
  return {
    picture: sheet.taken(random, { noise: way === 'a photo of a number' ? 6 : 3, channels: 1 }),
    labels: chosen.map(({ label }) => label),
  };
}
