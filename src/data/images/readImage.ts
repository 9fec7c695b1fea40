// Reads a picture of bytes: any size, grey or in colour, with or without transparency.
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { isBytes, viewBytes } from '../bytes.js';

/** A picture: what a page's `ImageData` is, and what decoders of image files give. */
export interface ImageBytes {
  /**
   * Bytes of the pixels, row by row from the top left: grey, grey and opacity, red green blue, or red green blue and opacity. Which
   * of them is told by how many there are for a pixel, 1 to 4. Opacity is not multiplied into the colours.
   */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}

/** Pixels along a side: more than any format of image files allows in common use. */
const MOST_SIDE = 2 ** 16;

/** A picture, checked, and how many bytes a pixel has. */
export interface ReadImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** The picture, if it is one. Nothing is copied. */
export function readImage(image: unknown): ReadImage {
  if (typeof image !== 'object' || image === null) {
    throw new ArgumentError(wording('imageInput: image', '{ data, width, height }', describe(image)));
  }
  const { data: given, width, height } = image as Partial<Record<keyof ImageBytes, unknown>>;
  if (!isBytes(given)) {
    const remedy = 'Decode image files first; numbers from 0 to 1 need no imageInput, unless their size does not fit.';
    throw new ArgumentError(wording('imageInput: image.data', 'the bytes of pixels, 0 to 255', describe(given), remedy));
  }
  const data = viewBytes('imageInput: image.data', given);
  const columns = wholeNumber('imageInput: image.width', width, 1, MOST_SIDE);
  const rows = wholeNumber('imageInput: image.height', height, 1, MOST_SIDE);
  const depth = data.length / (columns * rows);
  if (![1, 2, 3, 4].includes(depth)) {
    const expected = `1 to 4 bytes for each of ${columns} x ${rows} pixels`;
    throw new ShapeError(wording('imageInput: image.data', expected, `${data.length} bytes`, 'Check width and height.'));
  }
  return { data, width: columns, height: rows, depth };
}
