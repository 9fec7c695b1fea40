// Pictures as plain data, in the form of a canvas's `ImageData`.
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, LimitError, ShapeError } from '../../support/errors.js';
import { isList, lengthOf, readable } from '../../support/views.js';
import { describe, viewName, wording } from '../../support/wording.js';
import { type Colour, isColour, type Theme, themeOf } from '../themes.js';

/** An entry of a legend: a colour and its meaning. */
export interface LegendEntry {
  /** Red, green and blue, 0 to 255. */
  readonly colour: Colour;
  /** Its meaning, as `-0.5`. */
  readonly label: string;
}

/**
 * A picture: what `ImageData` is, so that canvases, encoders of image files and this library's own writers take it. `toSvg`, `toPng` and
 * `toTerminal` write it.
 */
export interface Picture {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Red, green, blue and opacity of every pixel, 0 to 255: [height, width, 4], row by row from the top left. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** What it shows, in a few words. */
  readonly title?: string | undefined;
  /** A description, for screen readers. */
  readonly description?: string | undefined;
  /** The meanings of colours. */
  readonly legend?: readonly LegendEntry[] | undefined;
  /** The theme that it was made in; its surroundings take it on. */
  readonly theme?: Theme | undefined;
}

/** The words and the theme of a picture. */
export type PictureWords = Pick<Picture, 'title' | 'description' | 'legend' | 'theme'>;

/** Pixels of a picture: 4096 x 4096, which take 64 MiB. */
const MOST_PIXELS = 2 ** 24;

/** A picture of one colour, to be painted on. Throws before anything is allocated if it is too large. */
export function blankPicture(width: number, height: number, [red, green, blue]: Colour, words: PictureWords): Picture {
  checkSize('picture', width, height);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = 255;
  }
  return Object.freeze({ width, height, data, ...words });
}

function checkSize(what: string, width: number, height: number): void {
  if (width * height > MOST_PIXELS) {
    const remedy = 'Show fewer neurons, or give a smaller cell.';
    throw new LimitError(wording(what, `at most ${MOST_PIXELS} pixels`, `${width} x ${height}`, remedy));
  }
}

/** The picture, duck-typed. Its words must be fields of its own; its pixels may be inherited, as those of `ImageData` are. */
export function checkPicture(what: string, picture: unknown): Picture {
  const { data, width: givenWidth, height: givenHeight } = readable<Picture>(picture);
  if (!ArrayBuffer.isView(data) || !/^Uint8(Clamped)?Array$/.test(viewName(data))) {
    const remedy = 'For example digitPicture(pixels), or the ImageData of a canvas.';
    throw new ArgumentError(wording(what, 'a picture, { width, height, data } with RGBA bytes', describe(picture), remedy));
  }
  const width = wholeNumber(`${what}.width`, givenWidth, 1);
  const height = wholeNumber(`${what}.height`, givenHeight, 1);
  checkSize(what, width, height);
  const expected = width * height * 4;
  if (lengthOf(data) !== expected) {
    throw new ShapeError(
      wording(`${what}.data`, `${expected} bytes, 4 for each of ${width} x ${height} pixels`, `${lengthOf(data)}`),
    );
  }
  const { title, description, legend, theme }: PictureWords = Object.assign(Object.create(null), picture);
  for (const text of [title, description]) {
    if (text !== undefined && typeof text !== 'string') {
      throw new ArgumentError(wording(`${what}: title and description`, 'texts', describe(text)));
    }
  }
  if (legend !== undefined && !(isList(legend) && Array.from(legend).every(isEntry))) {
    throw new ArgumentError(wording(`${what}.legend`, 'entries, as { colour: [0, 0, 0], label: "0" }', describe(legend)));
  }
  if (theme !== undefined) themeOf(theme);
  return { width, height, data, title, description, legend, theme };
}

function isEntry(entry: unknown): boolean {
  const { colour, label } = readable<LegendEntry>(entry);
  return isColour(colour) && typeof label === 'string';
}
