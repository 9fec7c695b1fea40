// Makes a digit in MNIST's form of a picture.
import { checkPicture, type Picture } from '../../data/images/picture.js';
import { type Box, resample } from '../../data/images/resample.js';
import { centre, FIELD } from './centre.js';
import { composite } from './composite.js';
import { digitsIn, type FoundDigit } from './digitsIn.js';
import type { Ink } from './ink.js';
import { inkBox, longerSide } from './inkBox.js';
import { luminance } from './luminance.js';
import { strokeWidth } from './strokeWidth.js';
import { thicken } from './thicken.js';

/** The longer side of MNIST's digits. */
const SIDE = 20;
/** Ink in a box whose longer side is less is a speck. */
const LEAST_SIDE = 4;
/** Pixels with less ink, of 1, are the fringe that scaling leaves. */
const FRINGES = { usual: 0.05, small: 0.3 };
/** Strokes thinner than the first or thicker than the last, as one in six of MNIST's are, are brought to those between. */
const WIDTHS = { least: 2, thin: 2.6, thick: 3.1, most: 3.8 };
/** What is thicker is a blot and no stroke. */
const BLOB = 6;
/** Pixels for one of MNIST's where strokes are made thicker or thinner. */
const FINENESS = 4;

/** The digit of a picture, [784]; all 0 if there is none, or more than one. `what` begins the error if it is no picture. */
export function preparePicture(what: string, picture: Picture): Float32Array {
  const [digit, ...others] = findDigits(what, picture);
  return digit === undefined || others.length > 0 ? new Float32Array(FIELD * FIELD) : prepareInk(digit);
}

/** All digits of a picture from left to right, as they are in it. `what` begins the error if it is no picture. */
export function findDigits(what: string, given: Picture): FoundDigit[] {
  const picture = checkPicture(what, given);
  return digitsIn(composite(luminance(what, picture)), picture.width, picture.height);
}

/** The digit that the ink of a picture makes, [784]; all 0 if there is none. */
export function prepareInk(picture: Ink): Float32Array {
  const box = boxOf(picture);
  if (box === undefined || longerSide(box) < LEAST_SIDE) return new Float32Array(FIELD * FIELD);
  const digit = fit(picture, box, SIDE);
  if (strokeWidth(digit) > BLOB) return new Float32Array(FIELD * FIELD);
  return centre(withUsualStrokes(picture, box, digit) ?? digit);
}

/** Where the ink is. In a picture smaller than MNIST's the fringe is pixels that the digit hardly touches: there more of it is cut off. */
function boxOf(picture: Ink): Box | undefined {
  const box = inkBox(picture, FRINGES.usual);
  return box !== undefined && longerSide(box) < SIDE ? inkBox(picture, FRINGES.small) : box;
}

/** What is in a box, scaled so that its longer side is `side`. */
function fit(picture: Ink, box: Box, side: number): Ink {
  const scaled = (length: number) => Math.max(1, Math.floor((side * length) / longerSide(box) + 0.5));
  const [width, height] = [scaled(box.right - box.left), scaled(box.bottom - box.top)];
  const pixels = { pixels: picture.ink, width: picture.width, channels: 1 };
  return { ink: resample(pixels, box, [width, height]), width, height };
}

/** The digit anew, with strokes as thick as MNIST's; undefined if they are so already. */
function withUsualStrokes(picture: Ink, box: Box, digit: Ink): Ink | undefined {
  const width = strokeWidth(digit);
  if (width >= WIDTHS.least && width <= WIDTHS.most) return undefined;
  const amount = ((width < WIDTHS.least ? WIDTHS.thin : WIDTHS.thick) - width) / 2;
  const fine = thicken(fit(picture, box, SIDE * FINENESS), amount * FINENESS, 2 * FINENESS);
  const newBox = inkBox(fine, FRINGES.usual);
  return newBox === undefined ? undefined : fit(fine, newBox, SIDE);
}
