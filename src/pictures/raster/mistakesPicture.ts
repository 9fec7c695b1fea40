import type { Dataset } from '../../data/Dataset.js';
import type { Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { type MistakesOptions, mistakes } from '../../training/mistakes.js';
import { mix } from '../colours.js';
import { ELSEWHERE, type GridOptions, readGrid } from './gridOptions.js';
import { blankPicture, type Picture } from './Picture.js';
import { brushOf, fillArea, paintGrid } from './paint.js';
import { fitted, textHeight, textWidth, writeText } from './pixelFont.js';
import { widthOf } from './readCells.js';

/** Options of {@link mistakesPicture}. */
export interface MistakesPictureOptions extends GridOptions, MistakesOptions {
  /** Images in a row; 8 if left out. */
  readonly columns?: number | undefined;
}

/**
 * A gallery of the worst mistakes of a network, the worst first: each image with its prediction and its label.
 *
 * @param network - The network.
 * @param data - Images with labels.
 * @param options - `count` (16 if left out), `columns`, `width` of an image, `cell` (3 if left out), `scale` (1 if left out) and `theme`.
 * @returns A picture; its description names the mistakes.
 * @throws As `mistakes`; {@link ShapeError} if the inputs fill no square and no width is given.
 *
 * @example
 * ```ts
 * import { digitNetwork } from 'glassbox-nn/digits';
 * import { mistakesPicture } from 'glassbox-nn/pictures';
 * import { sampleDigits } from 'glassbox-nn/sample-digits';
 *
 * const { width } = mistakesPicture(digitNetwork(), sampleDigits().train, { count: 4 });
 * width; // => 386
 * ```
 */
export function mistakesPicture<S extends Sizes>(
  network: Network<S>,
  data: Dataset,
  options?: MistakesPictureOptions,
): Picture {
  const known = ['count', 'columns', 'width', 'cell', 'scale', 'theme'] as const;
  const { count = 16, columns: wanted = 8, ...rest } = readOptions('mistakesPicture options', options, known, ELSEWHERE);
  const { cell, theme, scale = 1, width: givenWidth } = readGrid('mistakesPicture', { ...rest }, 3);
  wholeNumber('mistakesPicture: columns', wanted, 1);
  const found = mistakes(network, data, { count });
  const width = widthOf('mistakesPicture', data.width, givenWidth);
  const height = data.width / width;
  const name = (label: number) => data.classNames?.[label] ?? String(label);
  const size = Math.max(1, Math.floor((width * cell) / 40));
  const gap = 5 * size;
  const line = textHeight(size) + 2 * size;
  const columns = Math.max(1, Math.min(wanted, found.length));
  const rows = Math.max(1, Math.ceil(found.length / columns));
  const box = { width: width * cell + gap, height: height * cell + 2 * size + 2 * line + gap };
  const none = 'NO MISTAKES';
  const picture = blankPicture(
    Math.max(gap + columns * box.width, textWidth(none, size) + 2 * gap),
    gap + rows * box.height,
    theme.paper,
    {
      title: found.length === 0 ? 'No mistakes' : `The ${found.length} worst mistakes`,
      description: found.map(({ answer, label }) => `said ${name(answer)}, is ${name(label)}`).join('; ') || 'None.',
      theme,
    },
  );
  if (found.length === 0) writeText(picture, none, gap, gap, size, theme.ink);
  const brush = brushOf(theme, { signed: false, scale });
  found.forEach(({ input, answer, label }, index) => {
    const left = gap + (index % columns) * box.width;
    const top = gap + Math.floor(index / columns) * box.height;
    fillArea(picture, left - 1, top - 1, width * cell + 2, height * cell + 2, mix(theme.paper, theme.faint, 0.6));
    paintGrid(picture, input, { left, top, width, cell }, brush);
    const below = top + height * cell + 2 * size;
    const write = (text: string, y: number, colour: typeof theme.ink) =>
      writeText(picture, fitted(text, size, width * cell), left, y, size, colour);
    write(`said ${name(answer)}`, below, readable(theme.negative, theme));
    write(`is ${name(label)}`, below + line, readable(theme.positive, theme));
  });
  return picture;
}

/** A colour for words: the ink where the colour would vanish on the paper. */
function readable(colour: readonly [number, number, number], { paper, ink }: { paper: typeof colour; ink: typeof colour }) {
  return colour.some((part, index) => Math.abs(part - paper[index]) > 120) ? colour : ink;
}
