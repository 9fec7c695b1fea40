import { numberWhere, trueOrFalse } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { checkDrawing } from '../drawing/checkDrawing.js';
import { type Drawing, isDrawing } from '../drawing/Drawing.js';
import { checkPicture, type Picture } from '../raster/Picture.js';
import { type Theme, type ThemeName, themeOf } from '../themes.js';
import { pictureDrawing } from './pictureDrawing.js';
import { css, shapeTag } from './shapeTag.js';
import { escaped, tag } from './svgText.js';

/** Options of {@link toSvg}. */
export interface ToSvgOptions {
  /**
   * `'video'`, `'blueOrange'`, `'grey'`, or a custom theme. It colours drawings, and the surroundings of pictures, which got their theme when they
   * were made. If left out, a picture's surroundings have the picture's theme, and a drawing has `'video'`.
   */
  readonly theme?: ThemeName | Theme | undefined;
  /** The width; the drawing's own width, or about 400 for a small picture, if left out. */
  readonly width?: number | undefined;
  /** Whether a picture's legend stands below it; true if left out. */
  readonly legend?: boolean | undefined;
}

/**
 * A picture or a drawing as the text of an SVG file. It has a title and a description for screen readers, needs nothing from the network, and
 * runs no script. Pictures are embedded pixel by pixel and stay sharp.
 *
 * @param shown - The picture or drawing.
 * @param options - `theme`, `width`, `legend`.
 * @returns The text, which may stand in a file or inside of a page.
 * @throws {@link ArgumentError} or {@link ShapeError} for anything but a picture or a drawing, and {@link LimitError} for pictures of more than
 * 4096 x 4096 pixels.
 *
 * @example
 * ```ts
 * import { digitPicture, toSvg } from 'glassbox-nn/pictures';
 *
 * const svg = toSvg({ ...digitPicture([0, 1, 1, 0]), title: '<2 x 2>' });
 * svg.includes('role="img"><title>&lt;2 x 2&gt;</title>'); // => true
 * ```
 */
export function toSvg(shown: Picture | Drawing, options?: ToSvgOptions): string {
  const given = readOptions('toSvg options', options, ['theme', 'width', 'legend'], {
    height: 'It follows from width.',
    scale: 'Give width.',
  });
  const legend = trueOrFalse('toSvg: legend', given.legend ?? true);
  if (given.width !== undefined) numberWhere('toSvg: width', given.width, 'a number above 0', (width) => width > 0);
  const pictured = isDrawing(shown) ? { drawing: shown, theme: undefined } : drawn(checkPicture('picture', shown), legend);
  const theme = themeOf(given.theme ?? pictured.theme);
  const drawing = checkDrawing(pictured.drawing);
  const width = given.width ?? drawing.width;
  const inside = [
    tag('title', {}, escaped(drawing.title) || ' '),
    tag('desc', {}, escaped(drawing.description) || ' '),
    tag('rect', { width: '100%', height: '100%', fill: css(theme.paper) }),
    ...drawing.shapes.map((shape) => shapeTag(shape, theme)),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height: (drawing.height * width) / drawing.width,
    viewBox: `0 0 ${drawing.width} ${drawing.height}`,
    'font-family': 'system-ui, sans-serif',
    role: 'img',
  };
  return tag('svg', attributes, inside.join(''));
}

function drawn(picture: Picture, legend: boolean): { readonly drawing: Drawing; readonly theme: Theme | undefined } {
  return { drawing: pictureDrawing(picture, legend), theme: picture.theme };
}
