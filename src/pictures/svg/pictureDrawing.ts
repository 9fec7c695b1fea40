// A picture as a drawing: the picture, and its legend below.
import type { Drawing, Shape } from '../drawing/Drawing.js';
import type { Picture } from '../raster/Picture.js';
import { blankPicture } from '../raster/Picture.js';

/** About the width of a picture: every pixel is enlarged by the same whole number. */
const USUAL_WIDTH = 450;

/** Lengths of a legend. */
const LEGEND = { gap: 10, swatch: 12, height: 34, narrowest: 380 };

/** The drawing of a picture. */
export function pictureDrawing(picture: Picture, withLegend: boolean): Drawing {
  const zoom = Math.max(1, Math.floor(USUAL_WIDTH / Math.max(picture.width, picture.height)));
  const [width, height] = [picture.width * zoom, picture.height * zoom];
  const legend = withLegend ? (picture.legend ?? []) : [];
  const whole = legend.length === 0 ? width : Math.max(width, LEGEND.narrowest);
  const image: Shape = { kind: 'image', at: [(whole - width) / 2, 0], width, height, picture };
  const step = whole / Math.max(1, legend.length);
  const entries = legend.flatMap(({ colour, label }, index): Shape[] => {
    const left = index * step + 4;
    const top = height + LEGEND.gap;
    const side = LEGEND.swatch;
    return [
      { kind: 'rectangle', at: [left - 1, top - 1], width: side + 2, height: side + 2, paint: 'faint' },
      { kind: 'image', at: [left, top], width: side, height: side, picture: blankPicture(1, 1, colour, {}) },
      { kind: 'text', at: [left + side + 5, top + side - 2], text: label, size: 11 },
    ];
  });
  return {
    width: whole,
    height: legend.length === 0 ? height : height + LEGEND.height,
    title: picture.title ?? 'A picture',
    description: picture.description ?? '',
    shapes: [image, ...entries],
  };
}
