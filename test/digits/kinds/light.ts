// Uneven light and shadows on the paper, and paper on a table: each with a digit, and each without one.
import type { Random } from 'glassbox-nn';
import type { Kind } from './Kind.js';
import { putDigit } from './put.js';
import { type Camera, type Colour, Sheet } from './sheet.js';

interface Scene extends Camera {
  readonly width?: number;
  readonly height?: number;
  /** Of the shorter side. */
  readonly share?: number;
  readonly colour?: Colour;
  readonly paper?: Colour;
  readonly middle?: readonly [number, number];
  /** From 0 to 1, by the place from 0 to 1 across and down. */
  light?(across: number, down: number, random: Random): number;
  /** What lies on the sheet or round it, painted last. */
  finish?(sheet: Sheet, random: Random): void;
}

const smooth = (from: number, to: number, x: number) => {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return share * share * (3 - 2 * share);
};
const far = (across: number, down: number, x: number, y: number) => Math.hypot(across - x, down - y);
/** From one brightness to another, of 245. */
const ramp = (from: number, to: number, x: number) => (from + (to - from) * x) / 245;

const TABLE: Colour = [70, 55, 45];
/** A sheet turned by some degrees on a dark table: what is not sheet is table. */
const onTable = (degrees: number, share: number) => (sheet: Sheet) => {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [width, height] = [sheet.width, sheet.height];
  sheet.paint(TABLE, (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    const beyond = Math.max(
      Math.abs(cosine * dx + sine * dy) - (share * width) / 2,
      Math.abs(cosine * dy - sine * dx) - (share * height) / 2,
    );
    return Math.max(0, beyond + 0.5);
  });
};

const SCENES: Readonly<Record<string, Scene>> = {
  'light from one side, 160 to 180': { light: (x) => ramp(160, 180, x) },
  'light from one side, 140 to 190': { light: (x) => ramp(140, 190, x) },
  'light from one side, 120 to 200': { light: (x) => ramp(120, 200, x) },
  'light from above, 90 to 230': { light: (_, y) => ramp(230, 90, y) },
  'light from a corner, 100 to 220': { light: (x, y) => ramp(100, 220, (x + y) / 2) },
  'light from one side, and a small digit': {
    width: 300,
    height: 300,
    share: 0.2,
    middle: [0.3, 0.6],
    light: (x) => ramp(120, 200, x),
  },
  'light from one side, and noise': { light: (x) => ramp(120, 200, x), noise: 8 },
  'light from one side, as JPEG': { light: (x) => ramp(120, 200, x), noise: 4, blocks: 16 },
  'a grey gradient, 150 to 190': { width: 100, height: 100, light: (_, y) => ramp(150, 190, y) },
  'a soft shadow at the left edge': { light: (x) => 0.45 + 0.55 * smooth(0.02, 0.28, x) },
  'a shadow all round the border': { light: (x, y) => 0.5 + 0.5 * smooth(0, 0.2, Math.min(x, y, 1 - x, 1 - y)) },
  'a soft shadow in a corner': { light: (x, y) => 0.45 + 0.55 * smooth(0.2, 0.75, far(x, y, 0, 1)) },
  'a soft shadow across the digit': { light: (x) => 0.6 + 0.4 * smooth(0.35, 0.65, x) },
  'a hard shadow beside the digit': { middle: [0.62, 0.5], share: 0.5, light: (x) => (x < 0.3 ? 0.55 : 1) },
  'a hard shadow across the digit': { light: (x, y) => (x + 0.3 * y < 0.6 ? 0.62 : 1) },
  'the shadow of a hand': { light: (x, y) => 0.55 + 0.45 * smooth(0.25, 0.6, far(x, y, 0.85, 0.9)) },
  'a vignette, 200 to 130': { light: (x, y) => ramp(200, 130, Math.min(1, 2 * far(x, y, 0.5, 0.5) ** 2)) },
  'a vignette and noise': { light: (x, y) => ramp(220, 120, Math.min(1, 2 * far(x, y, 0.5, 0.5) ** 2)), noise: 8 },
  'the light of a lamp': { light: (x, y) => 0.45 + 0.55 * Math.exp(-3 * far(x, y, 0.3, 0.3) ** 2) },
  'half black, half white': { middle: [0.73, 0.5], share: 0.42, light: (x) => (x < 0.45 ? 0.02 : 1) },
  'a fold in the paper': { light: (x) => 1 - 0.25 * Math.max(0, 1 - Math.abs(x - 0.24) / 0.05) },
  'folded twice': { light: (x, y) => (x < 0.5 ? 0.85 : 1) * (y < 0.5 ? 0.9 : 1) },
  'warm light from one side': { colour: [30, 40, 120], light: (x) => ramp(130, 230, x), paper: [245, 225, 180] },
  'a board wiped badly': {
    paper: [60, 85, 70],
    colour: [225, 230, 220],
    light: (x, y) => 0.7 + 0.3 * Math.sin(5 * x + 2) * Math.sin(4 * y),
  },
  'a screen, lit from one side': { paper: [40, 40, 45], colour: [220, 220, 220], finish: lightened },
  'paper on a table': { share: 0.4, finish: onTable(0, 0.8) },
  'paper turned on a table': { share: 0.4, finish: onTable(14, 0.84) },
  'a photo of 640 x 480': {
    width: 640,
    height: 480,
    share: 0.45,
    light: (x, y) => ramp(120, 215, (x + 0.4 * y) / 1.4),
    noise: 6,
    blocks: 10,
  },
  'a photo of 640 x 480, and a small digit': {
    width: 640,
    height: 480,
    share: 0.2,
    middle: [0.6, 0.4],
    light: (x, y) => ramp(210, 130, (x + 0.4 * y) / 1.4),
    noise: 5,
    blocks: 10,
  },
  'a large photo, dark on one side': { width: 600, height: 800, share: 0.35, light: (x) => ramp(110, 200, x), noise: 6 },
};

/** Light that a screen throws back: brighter on one side. */
function lightened(sheet: Sheet): void {
  sheet.paint([255, 255, 255], (x) => (0.3 * x) / sheet.width);
}

function taken(scene: Scene, random: Random, digit: Float32Array | undefined) {
  const {
    width = 200,
    height = 200,
    share = 0.5,
    colour,
    paper,
    middle = [0.5, 0.5],
    light,
    finish,
    noise = 3,
    blocks = 0,
  } = scene;
  const sheet = new Sheet(width, height, paper);
  const place = { side: (share * Math.min(width, height) * 28) / 20, middle, ...(colour && { colour }) };
  if (digit) putDigit(sheet, digit, place);
  if (light) sheet.lit((across, down) => light(across, down, random));
  finish?.(sheet, random);
  return sheet.taken(random, { noise, blocks, channels: colour ? 3 : 1 });
}

/** The kinds. */
export const lightKinds: readonly Kind[] = Object.entries(SCENES).map(([name, scene]) => ({
  name,
  group: 'light',
  make: ({ input, label }, random) => ({ picture: taken(scene, random, input), label }),
}));

/** The same paper and light without a digit. */
export const darkKinds: readonly Kind[] = Object.entries(SCENES).map(([name, scene]) => ({
  name: `blank: ${name}`,
  group: 'blank',
  make: (_, random) => ({ picture: taken(scene, random, undefined), label: -1 }),
}));
