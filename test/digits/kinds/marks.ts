// What else is on the paper beside a digit: lines, frames, specks. Each with a digit, and each without one.
import type { Random } from 'glassbox-nn';
import type { Kind } from './Kind.js';
import { putDigit } from './put.js';
import { type Colour, Sheet } from './sheet.js';

const SIDE = 240;
const GREY: Colour = [150, 155, 165];
const BLUE: Colour = [150, 175, 220];
const BLACK: Colour = [30, 30, 30];

/** Lines across the sheet, `apart` pixels from each other, `fall` pixels lower on the right. */
function ruled(sheet: Sheet, apart: number, thick: number, colour: Colour, fall = 0): void {
  for (let y = apart * 0.6; y < sheet.height + Math.abs(fall); y += apart)
    sheet.line([-5, y], [sheet.width + 5, y + fall], thick, colour);
}

function upright(sheet: Sheet, apart: number, thick: number, colour: Colour): void {
  for (let x = apart * 0.6; x < sheet.width; x += apart) sheet.line([x, -5], [x, sheet.height + 5], thick, colour);
}

function disc(sheet: Sheet, x: number, y: number, radius: number): void {
  sheet.line([x, y], [x, y], 2 * radius, BLACK);
}

const MARKS: Readonly<Record<string, (sheet: Sheet, random: Random) => void>> = {
  'a frame of 2 pixels round the picture': (sheet) => sheet.box(1, 1, SIDE - 1, SIDE - 1, 2, BLACK),
  'a thick frame round the picture': (sheet) => sheet.box(4, 4, SIDE - 4, SIDE - 4, 8, BLACK),
  'a frame inside the picture': (sheet) => sheet.box(20, 20, SIDE - 20, SIDE - 20, 3, BLACK),
  'a box': (sheet) => sheet.box(50, 40, SIDE - 50, SIDE - 40, 3, BLACK),
  'ruled paper': (sheet) => ruled(sheet, 40, 1.5, GREY),
  'ruled paper, blue': (sheet) => ruled(sheet, 28, 1.5, BLUE),
  'ruled paper, askew': (sheet) => ruled(sheet, 40, 1.5, GREY, 9),
  'dark ruled paper': (sheet) => ruled(sheet, 60, 2, BLACK),
  'squared paper': (sheet) => {
    ruled(sheet, 30, 1.2, BLUE);
    upright(sheet, 30, 1.2, BLUE);
  },
  'one dark line below': (sheet) => sheet.line([-5, 196], [SIDE + 5, 197], 2, BLACK),
  'a margin on the left': (sheet) => sheet.line([30, -5], [30, SIDE + 5], 2, [200, 60, 60]),
  'a line at the edge': (sheet) => sheet.line([SIDE - 3, -5], [SIDE - 3, SIDE + 5], 6, BLACK),
  specks: (sheet, random) => {
    for (let speck = 0; speck < 25; speck++)
      disc(sheet, random.uniform(0, SIDE), random.uniform(0, SIDE), random.uniform(0.5, 1.8));
  },
  'a dot': (sheet) => disc(sheet, 205, 200, 5),
  'a hole at the edge': (sheet) => disc(sheet, 12, 120, 9),
};

function taken(mark: (sheet: Sheet, random: Random) => void, random: Random, digit: Float32Array | undefined) {
  const sheet = new Sheet(SIDE, SIDE);
  mark(sheet, random);
  if (digit) putDigit(sheet, digit, { side: 150, middle: [random.uniform(0.48, 0.52), random.uniform(0.47, 0.53)] });
  return sheet.taken(random, { noise: 2 });
}

/** The kinds. */
export const markKinds: readonly Kind[] = Object.entries(MARKS).map(([name, mark]) => ({
  name,
  group: 'marks',
  make: ({ input, label }, random) => ({ picture: taken(mark, random, input), label }),
}));

/** The same marks without a digit. */
export const emptyKinds: readonly Kind[] = Object.entries(MARKS).map(([name, mark]) => ({
  name: `blank: ${name}`,
  group: 'blank',
  make: (_, random) => ({ picture: taken(mark, random, undefined), label: -1 }),
}));
