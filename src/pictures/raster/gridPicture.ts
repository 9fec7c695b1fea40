// One grid of numbers as a picture.
import { legendOf } from '../colours.js';
import type { Grid } from './gridOptions.js';
import { blankPicture, type Picture, type PictureWords } from './Picture.js';
import { brushOf, paintGrid } from './paint.js';
import { widthOf } from './readCells.js';
import { largestSize } from './sizes.js';

/** The picture of a grid. `what` begins the error if the numbers fill no square and no width was given. */
export function gridPicture(
  what: string,
  values: Float32Array,
  { width: given, cell, scale: givenScale, theme }: Grid,
  signed: boolean,
  words: PictureWords,
): Picture {
  const width = widthOf(what, values.length, given);
  const shading = { signed, scale: givenScale ?? (signed ? largestSize(values) : 1) };
  const legend = legendOf(theme, shading);
  const height = values.length / width;
  const picture = blankPicture(width * cell, height * cell, theme.paper, { ...words, legend, theme });
  paintGrid(picture, values, { left: 0, top: 0, width, cell }, brushOf(theme, shading));
  return picture;
}
