// One shape as SVG, in the colours of a theme.

import { base64 } from '../../support/base64.js';
import { hasField } from '../../support/hasField.js';
import { lightColour, mix } from '../colours.js';
import type { Paint, Place, Shape } from '../drawing/Drawing.js';
import { toPng } from '../raster/toPng.js';
import type { Colour, Theme } from '../themes.js';
import { escaped, rounded, tag } from './svgText.js';

/** A colour as SVG and CSS write it. */
export function css([red, green, blue]: Colour): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The tag of a shape. */
export function shapeTag(shape: Shape, theme: Theme): string {
  switch (shape.kind) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return tag('line', { x1, y1, x2, y2, ...stroke(shape, theme) });
    }
    case 'curve':
      return tag('polyline', {
        points: pointsText(shape.points),
        fill: 'none',
        'stroke-linejoin': 'round',
        ...stroke(shape, theme),
      });
    case 'rectangle': {
      const [x, y] = shape.at;
      const { width, height, paint } = shape;
      return tag('rect', { x, y, width, height, fill: css(colourOf(paint, theme)) }, tipOf(shape.tip));
    }
    case 'circle': {
      const [cx, cy] = shape.at;
      const edge = shape.edge === undefined ? undefined : css(colourOf(shape.edge, theme));
      return tag(
        'circle',
        { cx, cy, r: shape.radius, fill: css(colourOf(shape.paint, theme)), stroke: edge },
        tipOf(shape.tip),
      );
    }
    case 'text': {
      const [x, y] = shape.at;
      const fill = css(colourOf(shape.paint ?? 'ink', theme));
      return tag(
        'text',
        { x, y, fill, 'font-size': shape.size ?? 12, 'text-anchor': shape.anchor },
        escaped(shape.text) || ' ',
      );
    }
    case 'image': {
      const [x, y] = shape.at;
      const { width, height } = shape;
      const href = `data:image/png;base64,${base64(toPng(shape.picture))}`;
      return tag('image', { x, y, width, height, href, preserveAspectRatio: 'none', 'image-rendering': 'pixelated' });
    }
  }
}

interface Stroked {
  readonly paint: Paint;
  readonly width?: number | undefined;
  readonly dashed?: boolean | undefined;
}

function stroke({ paint, width = 1, dashed }: Stroked, theme: Theme) {
  const negative = paint === 'negative' || (typeof paint === 'object' && hasField(paint, 'signed') && paint.signed < 0);
  const isDashed = dashed ?? (theme.dashed && negative);
  return {
    stroke: css(colourOf(paint, theme)),
    'stroke-width': width,
    'stroke-dasharray': isDashed ? `${rounded(3 + width)} ${rounded(2 + width)}` : undefined,
  };
}

/** The colour of a meaning. Signs are drawn on paper, where a theme of greys has no colours for them but its ink. */
function colourOf(paint: Paint, theme: Theme): Colour {
  const positive = theme.dashed ? theme.ink : theme.positive;
  const negative = theme.dashed ? mix(theme.ink, theme.paper, 0.45) : theme.negative;
  if (paint === 'positive') return positive;
  if (paint === 'negative') return negative;
  if (paint === 'soft') return mix(theme.paper, theme.ink, 0.6);
  if (typeof paint === 'string') return theme[paint];
  if (hasField(paint, 'light')) return lightColour(theme, paint.light);
  return mix(theme.paper, paint.signed < 0 ? negative : positive, Math.min(1, Math.abs(paint.signed)));
}

function pointsText(points: readonly Place[]): string {
  return points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ');
}

function tipOf(tip: string | undefined): string {
  return tip === undefined ? '' : tag('title', {}, escaped(tip) || ' ');
}
