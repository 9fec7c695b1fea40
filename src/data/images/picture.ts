// A picture: numbers in rows, with a width and a height.
import { bytesOf, wholeNumber } from '../../support/checks.js';
import { ArgumentError, LimitError, ShapeError } from '../../support/errors.js';
import { lengthIn } from '../../support/numbers.js';
import { kindOf, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/** A picture of any size, row by row from the top, as a canvas's `ImageData` or an image library gives it. */
export interface Picture {
  /**
   * One number for each pixel (grey), two (grey and alpha), three (red, green, blue) or four (red, green, blue, alpha), by the length of
   * the array. Alpha is not multiplied into the colours. Arrays of bytes count from 0 to 255, Uint16Array from 0 to 65,535, and all others from 0 to 1.
   */
  readonly data: ArrayLike<number>;
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}

/** A picture that was checked: each of its properties was read once. */
export interface CheckedPicture extends Picture {
  /** Numbers for each pixel, 1 to 4. */
  readonly channels: number;
  /** The factor that makes 1 of the largest number. */
  readonly scale: number;
}

/** The pixels of the largest cameras, and no more memory than a page may take. */
const MOST_PIXELS = 0x4000000;

/** The picture, checked. `what` begins the errors. */
export function checkPicture(what: string, picture: Picture): CheckedPicture {
  if (typeof picture !== 'object' || picture === null) {
    throw new ArgumentError(wording(what, '{ data, width, height }', describe(picture)));
  }
  // A browser's ImageData inherits its fields, so that no rest would copy them.
  const { data, width: columns, height: rows } = readable<Picture>(picture);
  const width = wholeNumber(`${what}.width`, columns, 1);
  const height = wholeNumber(`${what}.height`, rows, 1);
  const pixels = width * height;
  if (pixels > MOST_PIXELS) {
    throw new LimitError(wording(what, `at most ${MOST_PIXELS} pixels`, `${width} x ${height}`, 'Scale it down first.'));
  }
  if (ArrayBuffer.isView(data)) bytesOf(`${what}.data`, data.buffer);
  const length = lengthIn(data);
  if (data === undefined || length === undefined)
    throw new ArgumentError(wording(`${what}.data`, 'an array of numbers', describe(data)));
  const channels = length / pixels;
  if (![1, 2, 3, 4].includes(channels)) {
    const expected = `1, 2, 3 or 4 numbers for each of ${width} x ${height} pixels`;
    throw new ShapeError(wording(`${what}.data`, expected, `${length}`, 'Grey, grey and alpha, RGB or RGBA.'));
  }
  return { data, width, height, channels, scale: scaleOf(data) };
}

function scaleOf(data: ArrayLike<number>): number {
  const kind = kindOf(data) ?? '';
  if (kind.startsWith('Uint8')) return 1 / 255;
  return kind === 'Uint16Array' ? 1 / 65535 : 1;
}
