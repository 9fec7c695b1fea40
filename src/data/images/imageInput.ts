// Makes the input of a network of a picture of any size.
import { numberBetween, trueOrFalse, wholeNumber } from '../../support/checks.js';
import { ArgumentError, LimitError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { paint } from './paint.js';
import { checkPicture, type Picture } from './picture.js';
import { resample } from './resample.js';

/** Options of {@link imageInput}. */
export interface ImageInputOptions {
  /** Pixels in a row of the input; as many as the picture has if left out. */
  readonly width?: number | undefined;
  /** Rows of the input; as many as the picture has if left out. */
  readonly height?: number | undefined;
  /** Numbers of a pixel: 1 for grey, 3 for red, green and blue; 1 if left out. */
  readonly channels?: 1 | 3 | undefined;
  /** Whether brightness is inverted: MNIST's digits are bright on dark, ink on paper is dark on bright. False if left out. */
  readonly invert?: boolean | undefined;
  /**
   * The background behind transparent pixels, from 0 to 1 and before inversion: one number, or with three channels
   * a colour of three; 1, which is white, if left out.
   */
  readonly background?: number | readonly [number, number, number] | undefined;
}

const WHAT = 'imageInput: image';
/** Pixels along a side of an input. */
const MOST_SIDE = 4096;

/**
 * A picture as the input of a network: resampled to its size, with numbers from 0 to 1.
 *
 * In this order: transparency is laid on the background; colours become grey by luma, 0.299 red + 0.587 green + 0.114 blue (ITU-R
 * BT.601); each side is resampled, by area where it shrinks and bilinear where it grows, without regard to proportions; and last the
 * picture is inverted. All of it is worked out on the numbers of the file, as most image programs do, and not on amounts of light.
 *
 * @param image - `{ data, width, height }`: an `ImageData` of a canvas, or what a decoder of image files gives, or numbers from 0 to 1; see {@link Picture}. It is not changed.
 * @param options - See {@link ImageInputOptions}.
 * @returns A new array, [height, width, channels] row by row: [height x width] for grey.
 * @throws {@link ArgumentError} for anything but a picture and for wrong options, {@link ShapeError} if there are not 1 to 4 numbers
 * for each pixel, {@link OutOfRangeError} for numbers beyond 0 to 1 and sizes that are no whole numbers from 1, {@link NumericError} for NaN
 * or an infinite number, and {@link LimitError} for a picture of more than 67 million pixels or an input of more than 4096 x 4096.
 *
 * @example
 * ```ts
 * import { imageInput } from 'glassbox-nn/data';
 *
 * // Two columns, dark and bright, in two rows; red, green, blue and opacity.
 * const data = Uint8ClampedArray.of(0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255);
 * imageInput({ data, width: 2, height: 2 }); // => Float32Array(4) [ 0, 1, 0, 1 ]
 * imageInput({ data, width: 2, height: 2 }, { width: 1, height: 1 }); // => Float32Array(1) [ 0.5 ]
 * imageInput({ data, width: 2, height: 2 }, { height: 1, invert: true }); // => Float32Array(2) [ 1, 0 ]
 * ```
 */
export function imageInput(image: Picture, options?: ImageInputOptions): Float32Array {
  const known = ['width', 'height', 'channels', 'invert', 'background'] as const;
  const given = readOptions('imageInput options', options, known);
  const read = checkPicture(WHAT, image);
  const width = sideOf('width', given.width ?? read.width);
  const height = sideOf('height', given.height ?? read.height);
  const channels = given.channels ?? 1;
  if (channels !== 1 && channels !== 3) throw new ArgumentError(wording('imageInput: channels', '1 or 3', describe(channels)));
  const invert = trueOrFalse('imageInput: invert', given.invert ?? false);
  const background = readBackground(given.background ?? 1, channels);
  const whole = { left: 0, right: read.width, top: 0, bottom: read.height };
  const painted = paint(WHAT, read, channels, background);
  const pixels = resample({ pixels: painted, width: read.width, channels }, whole, [width, height]);
  return invert ? pixels.map((value) => 1 - value) : pixels;
}

function sideOf(name: string, given: number): number {
  const side = wholeNumber(`imageInput: ${name}`, given, 1);
  if (side <= MOST_SIDE) return side;
  throw new LimitError(wording(`imageInput: ${name}`, `at most ${MOST_SIDE} pixels`, `${side}`, 'Give width and height.'));
}

function readBackground(given: unknown, channels: 1 | 3): readonly number[] {
  const colour = isList(given) ? Array.from(given) : new Array(channels).fill(given);
  if (colour.length !== channels) {
    const expected = channels === 1 ? 'a number from 0 to 1, for grey' : 'a number from 0 to 1, or three of a colour';
    throw new ArgumentError(wording('imageInput: background', expected, describe(given)));
  }
  return colour.map((value) => numberBetween('imageInput: background', value, 0, 1));
}
