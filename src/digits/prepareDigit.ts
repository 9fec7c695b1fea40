// Puts a picture or a drawing into the form of MNIST's digits.

import type { Picture } from '../data/images/picture.js';
import { numberWhere } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { isList, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { FIELD } from './picture/centre.js';
import { prepareInk, preparePicture } from './picture/preparePicture.js';
import { inkStrokes } from './strokes/inkStrokes.js';
import { readStrokes, type Strokes } from './strokes/strokes.js';

/** Options of {@link prepareDigit}. */
export interface PrepareOptions {
  /**
   * How long the longer side of strokes is at the least, in the unit of their points: less is a dot and no digit. 0 if left out, which
   * takes everything but points in one place. Pictures have no need of it: in them specks, dots and blots are none.
   */
  readonly least?: number | undefined;
}

/**
 * Puts a picture, or strokes of a pen, into the form that the digits of MNIST have, and that networks trained on them need: white on
 * black, cropped, scaled to 20 pixels by area, and moved into the middle of 28 x 28 by its centre of mass
 * ([LeCun, Cortes, Burges](http://yann.lecun.com/exdb/mnist/)). Strokes thinner or thicker than most of MNIST's, as a fine pen or a
 * broad brush draws them, are brought to its widths. Other digits of MNIST come out nearly as they went in: most of them within 0.02 in
 * every pixel, though few to the bit.
 *
 * A picture may be of any size, grey or coloured, dark on light or light on dark, with transparency, noisy, and lit unevenly: how bright the
 * paper is at each pixel is found out, by closings (Serra, "Image Analysis and Mathematical Morphology", 1982). Shadows, ruled lines, frames,
 * specks and blots are left out. There should be one digit in it: of two, `recognizeAll` reads each. A digit is higher than 3 % of the
 * picture's longer side, and than 4 pixels; only on even paper, as programs draw it, may it touch the picture's edge.
 *
 * Strokes are scaled whatever their size, so only points in one place are a dot. A tap of a finger that slips by a pixel is a drawing like
 * any other: `least` tells it from a digit.
 *
 * @param picture - `{ data, width, height }`, as a canvas's `getImageData` gives it; see {@link Picture}. Or strokes, each an array
 * of points `{ x, y }`, y downwards.
 * @param options - See {@link PrepareOptions}.
 * @returns [784], rows of 28 from the top, from 0 (paper) to 1 (ink). All 0 where there is
 * no digit: a blank picture, a dot, a dash, or two digits.
 * @throws {@link ArgumentError}, {@link OutOfRangeError} or {@link ShapeError} if it is neither a picture nor strokes,
 * {@link NumericError} for NaN or an infinite number, and {@link LimitError} for a picture of more than 67 million pixels or strokes of
 * more than 5,000 points.
 *
 * @example
 * ```ts
 * import { prepareDigit } from 'glassbox-nn/digits';
 *
 * const upright = [[{ x: 40, y: 10 }, { x: 40, y: 90 }]]; // one stroke, from the top down
 * const pixels = prepareDigit(upright);
 * pixels.length; // => 784
 * pixels[14 * 28 + 14]; // => 1
 * pixels[0]; // => 0
 *
 * const tap = [[{ x: 40, y: 10 }, { x: 41, y: 10 }]];
 * prepareDigit(tap, { least: 5 }).every((pixel) => pixel === 0); // => true
 * ```
 */
export function prepareDigit(picture: Picture | Strokes, options?: PrepareOptions): Float32Array {
  const { least } = readOptions('prepareDigit options', options, ['least']);
  return prepareAs('prepareDigit', picture, least);
}

/** The same; `what` begins the error. */
export function prepareAs(what: string, picture: Picture | Strokes, least = 0): Float32Array {
  numberWhere(`${what}: least`, least, 'a number from 0', (value) => value >= 0);
  if (isStrokes(picture)) {
    const ink = inkStrokes(readStrokes(`${what}: strokes`, picture), least);
    return ink === undefined ? new Float32Array(FIELD * FIELD) : prepareInk(ink);
  }
  if (typeof picture === 'object' && 'data' in readable(picture)) return preparePicture(`${what}: picture`, picture);
  const expected = 'a picture { data, width, height }, or strokes [[{ x, y }, ...], ...]';
  const remedy = 'Of a canvas: context.getImageData(0, 0, width, height).';
  throw new ArgumentError(wording(what, expected, describe(picture), remedy));
}

/** Whether something is meant as strokes: an array that does not start with a number. */
export function isStrokes(value: unknown): value is Strokes {
  return isList(value) && typeof value[0] !== 'number';
}
