// Clean pictures of digits: pens, colours, sizes and places, and what programs and cameras do to them.
import type { Random } from 'glassbox-nn';
import type { Kind } from './Kind.js';
import { type Place, putDigit } from './put.js';
import { type Camera, type Colour, Sheet } from './sheet.js';

interface Look extends Partial<Omit<Place, 'middle'>>, Camera {
  readonly width?: number;
  readonly height?: number;
  readonly paper?: Colour;
  readonly middle?: Place['middle'] | ((random: Random) => readonly [number, number]);
}

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
/** In one of the corners. */
const corner = (random: Random): [number, number] => [random.integer(2) ? 0.91 : 0.09, random.integer(2) ? 0.91 : 0.09];

const LOOKS: Readonly<Record<string, Look>> = {
  'black on white': { colour: BLACK, paper: WHITE, channels: 1 },
  'white on black': { colour: WHITE, paper: BLACK, channels: 1 },
  'black ink on nothing': { colour: BLACK, paper: BLACK, channels: 4 },
  'white ink on nothing': { colour: WHITE, paper: WHITE, channels: 4 },
  'red ink on nothing': { colour: [200, 0, 0], paper: [200, 0, 0], channels: 4 },
  'blue ink': { colour: [20, 40, 160], paper: WHITE },
  'red ink': { colour: [200, 30, 30], paper: [250, 248, 240] },
  'green ink on yellow paper': { colour: [20, 110, 40], paper: [250, 235, 130] },
  'faint yellow ink': { colour: [235, 215, 60], paper: WHITE },
  'chalk on a green board': { colour: [225, 230, 220], paper: [40, 80, 60], strength: 0.9 },
  'dark mode': { colour: [200, 200, 200], paper: [18, 18, 18] },
  'light grey on grey': { colour: [190, 190, 190], paper: [120, 120, 120], channels: 1 },
  'grey on grey paper': { colour: [90, 90, 90], paper: [170, 170, 170], channels: 1 },
  'faint pencil': { colour: [150, 150, 155], paper: [235, 235, 235], pen: 0.6 },
  'a fine pen': { pen: 0.65, side: 200 },
  'a hard pen': { pen: 0.5 },
  'a broad pen': { pen: 0.25 },
  'a brush': { pen: 0.15 },
  'pixels that are seen': { square: true },
  '12 pixels high, in 28': { width: 28, height: 28, side: 17, channels: 1 },
  'as large as MNIST': { width: 28, height: 28, side: 28, channels: 1 },
  'small, in a corner': { width: 400, height: 400, side: 56, middle: corner, channels: 1 },
  'very small, in a corner': { width: 600, height: 600, side: 40, middle: corner, channels: 1 },
  'as large as the picture': { side: 245, width: 200, height: 200, channels: 1 },
  'on a wide sheet': { width: 500, height: 150, side: 130, middle: [0.3, 0.5], channels: 1 },
  'on a tall sheet': { width: 150, height: 500, side: 130, middle: [0.5, 0.7], channels: 1 },
  'turned by 8 degrees': { turn: 8 },
  'turned back by 8 degrees': { turn: -8 },
  leaning: { slant: 0.15 },
  'a little noise': { noise: 10, channels: 1 },
  'much noise': { noise: 25, channels: 1 },
  'coarse JPEG': { blocks: 30, channels: 1 },
  'coarse JPEG in colours': { blocks: 20, colour: [20, 40, 160] },
};

/** The kinds. */
export const cleanKinds: readonly Kind[] = Object.entries(LOOKS).map(([name, look]) => ({
  name,
  group: 'clean',
  make({ input, label }, random) {
    const {
      width = 200,
      height = 200,
      paper,
      middle,
      side = 0.6 * Math.min(width, height),
      noise,
      blocks,
      channels,
      ...place
    } = look;
    const sheet = new Sheet(width, height, paper);
    putDigit(sheet, input, { ...place, side, middle: typeof middle === 'function' ? middle(random) : (middle ?? [0.5, 0.5]) });
    return { picture: sheet.taken(random, { noise: noise ?? 0, blocks: blocks ?? 0, channels: channels ?? 3 }), label };
  },
}));
