// Pictures in which there is no digit, or more than one: nothing is to be read.
import type { Random } from 'glassbox-nn';
import type { Digit, Kind } from './Kind.js';
import { putDigit } from './put.js';
import { type Camera, type Colour, Sheet } from './sheet.js';

const BLACK: Colour = [20, 20, 20];

interface Blank extends Camera {
  readonly side?: number;
  readonly paper?: Colour;
  draw?(sheet: Sheet, random: Random, digit: Digit): void;
}

const dot = (radius: number) => (sheet: Sheet, random: Random) => {
  const place: [number, number] = [random.uniform(0.2, 0.8) * sheet.width, random.uniform(0.2, 0.8) * sheet.height];
  sheet.line(place, place, 2 * radius, BLACK);
};

const BLANKS: Readonly<Record<string, Blank>> = {
  white: { paper: [255, 255, 255] },
  black: { paper: [0, 0, 0] },
  transparent: { channels: 4 },
  'a little noise': { noise: 5 },
  'noise of 15': { noise: 15, paper: [150, 150, 150] },
  'noise of 40': { noise: 40, paper: [128, 128, 128] },
  'noise in 28 pixels': { side: 28, noise: 20, paper: [128, 128, 128] },
  'a grey gradient in 20 pixels': { side: 20, draw: (sheet) => void sheet.lit((_, down) => (150 + 40 * down) / 245) },
  'half black, half white, in 28 pixels': { side: 28, draw: (sheet) => void sheet.lit((across) => (across < 0.5 ? 0 : 1)) },
  'half black, half white, aslant': { draw: (sheet) => void sheet.lit((across, down) => (across + down < 1 ? 0.05 : 1)) },
  'a dot of 4 pixels in 280': { side: 280, draw: dot(2) },
  'a dot of 12 pixels': { draw: dot(6) },
  'a dot of 40 pixels': { draw: dot(20) },
  'a bar at the edge': { draw: (sheet) => void sheet.paint(BLACK, (x) => (x < 20 ? 1 : 0)) },
  'a thumb in the corner': {
    noise: 3,
    draw: (sheet) => void sheet.paint([150, 100, 80], (x, y) => Math.max(0, Math.min(1, 60 - Math.hypot(x - 5, y - 195)))),
  },
  'coarse JPEG of a gradient': { blocks: 40, noise: 6, draw: (sheet) => void sheet.lit((across) => 0.5 + 0.4 * across) },
  'two digits': { side: 260, noise: 2, draw: (sheet, random, digit) => twice(sheet, random, digit, 0.5) },
  'two small digits': { side: 260, noise: 2, draw: (sheet, random, digit) => twice(sheet, random, digit, 0.25) },
};

/** The digit at two places. */
function twice(sheet: Sheet, _: Random, { input }: Digit, share: number): void {
  for (const middle of [
    [0.28, 0.5],
    [0.72, 0.5],
  ] as const)
    putDigit(sheet, input, { side: share * sheet.width, middle });
}

/** The kinds. */
export const blankKinds: readonly Kind[] = Object.entries(BLANKS).map(([name, { side = 200, paper, draw, ...camera }]) => ({
  name: `blank: ${name}`,
  group: 'blank',
  make(digit, random) {
    const sheet = new Sheet(side, side, paper);
    draw?.(sheet, random, digit);
    return { picture: sheet.taken(random, { channels: 1, ...camera }), label: -1 };
  },
}));
