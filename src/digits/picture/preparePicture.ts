// Makes a digit in MNIST's form of a picture.
import { centre, FIELD } from './centre.js';
import { composite } from './composite.js';
import { inkOf } from './ink.js';
import { inkBox } from './inkBox.js';
import { luminance } from './luminance.js';
import { checkPicture, type Picture } from './picture.js';
import { type Ink, resample } from './resample.js';

/** The longer side of MNIST's digits. */
const SIDE = 20;
/** Ink in a box whose longer side is less is a speck. */
const LEAST_SIDE = 4;

/** The digit of a picture, [784]; all 0 if there is none. `what` begins the error if it is no picture. */
export function preparePicture(what: string, given: Picture): Float32Array {
  const picture = checkPicture(what, given);
  const { width, height } = picture;
  return prepareInk({ ink: inkOf(composite(luminance(what, picture)), width, height), width, height });
}

/** The digit that the ink of a picture makes, [784]; all 0 if there is none. */
export function prepareInk(picture: Ink): Float32Array {
  const box = inkBox(picture.ink, picture.width, picture.height);
  if (box === undefined) return new Float32Array(FIELD * FIELD);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const longer = Math.max(width, height);
  if (longer < LEAST_SIDE) return new Float32Array(FIELD * FIELD);
  const scaled = (side: number) => Math.max(1, Math.floor((SIDE * side) / longer + 0.5));
  return centre(resample(picture, box, scaled(width), scaled(height)));
}
