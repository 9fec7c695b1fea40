import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { readNames } from '../../support/names.js';
import { readOptions } from '../../support/options.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { mix } from '../colours.js';
import { type Colour, type Theme, type ThemeName, themeOf } from '../themes.js';
import { blankPicture, type Picture } from './Picture.js';
import { fillArea } from './paint.js';
import { fitted, textHeight, textWidth, writeText } from './pixelFont.js';

/** Options of {@link confusionPicture}. */
export interface ConfusionPictureOptions {
  /** The names of the classes; their numbers if left out. */
  readonly classNames?: readonly string[] | undefined;
  /** Pixels along the side of a letter's dot, from 1; 2 if left out. All else grows with it. */
  readonly size?: number | undefined;
  /** `'video'`, `'blueOrange'`, `'grey'`, or a custom theme; `'video'` if left out. */
  readonly theme?: ThemeName | Theme | undefined;
}

/** The most letters of a class's name. */
const LONGEST_NAME = 8;

/**
 * A confusion matrix: a row for each actual class, a column for each predicted one. Right predictions have the positive colour, by their
 * share of the row, and mistakes the negative one, the brighter the more frequent among mistakes.
 *
 * @param confusion - confusion[actual][answered], counts, as `evaluate` gives them.
 * @param options - `classNames`, `size` and `theme`.
 * @returns A picture with the counts in it.
 * @throws {@link ShapeError} if it is no square, {@link ArgumentError} or {@link OutOfRangeError} for anything but counts.
 *
 * @example
 * ```ts
 * import { confusionPicture } from 'glassbox-nn/pictures';
 *
 * confusionPicture([[9, 1], [0, 10]]).description; // => '19 of 20 right. Most often wrong: 0 taken for 1 (1).'
 * ```
 */
export function confusionPicture(
  confusion: readonly (readonly number[])[] | undefined,
  options?: ConfusionPictureOptions,
): Picture {
  const counts = readCounts(confusion);
  const given = readOptions('confusionPicture options', options, ['classNames', 'size', 'theme'], {
    labels: 'Give classNames.',
  });
  const theme = themeOf(given.theme);
  const size = wholeNumber('confusionPicture: size', given.size ?? 2, 1, 64);
  const known = given.classNames === undefined ? [] : readNames('confusionPicture: classNames', given.classNames, 'class');
  const names = counts.map((_, label) => known[label] ?? String(label));
  const shown = names.map((name) => [...name].slice(0, LONGEST_NAME).join(''));
  const widest = Math.max(...counts.map((row) => Math.max(...row.map((count) => textWidth(String(count), size)))), 12 * size);
  const cell = widest + 6 * size;
  const side = shown.reduce((width, name) => Math.max(width, textWidth(name, size)), 0) + 5 * size;
  const head = textHeight(size) * 2 + 6 * size;
  const gap = Math.max(1, Math.floor(size / 2));
  const total = counts.length * (cell + gap);
  const heading = fitted('row: is - column: said', size, side + total);
  const picture = blankPicture(side + total + 2 * size, head + total + 2 * size, theme.paper, {
    title: 'Confusion matrix',
    description: inWords(counts, names),
    theme,
  });
  writeText(picture, heading, side, size, size, mix(theme.paper, theme.ink, 0.6));
  const worst = counts
    .flatMap((row, actual) => row.filter((_, answered) => answered !== actual))
    .reduce((a, b) => Math.max(a, b), 1);
  counts.forEach((row, actual) => {
    const sum = row.reduce((before, count) => before + count, 0) || 1;
    const top = head + actual * (cell + gap);
    const middle = Math.floor((cell - textHeight(size)) / 2);
    const label = shown[actual];
    writeText(picture, label, side - 3 * size - textWidth(label, size), top + middle, size, theme.ink);
    const above = fitted(label, size, cell);
    const aboveLeft = side + actual * (cell + gap) + Math.floor((cell - textWidth(above, size)) / 2);
    writeText(picture, above, aboveLeft, head - textHeight(size) - 2 * size, size, theme.ink);
    row.forEach((count, answered) => {
      const left = side + answered * (cell + gap);
      const right = actual === answered;
      const share = right ? count / sum : mistakeShare(count / worst);
      const colour = mix(theme.zero, right ? theme.positive : theme.negative, share);
      fillArea(picture, left, top, cell, cell, colour);
      if (count === 0) return;
      const text = String(count);
      writeText(picture, text, left + Math.floor((cell - textWidth(text, size)) / 2), top + middle, size, contrast(colour));
    });
  });
  return picture;
}

function readCounts(confusion: readonly (readonly number[])[] | undefined): readonly (readonly number[])[] {
  if (!isList(confusion) || confusion.length === 0) {
    const remedy = 'evaluate(network, data).confusion has them, where there are classes.';
    throw new ArgumentError(wording('confusion', 'rows of counts', describe(confusion), remedy));
  }
  return confusion.map((row: unknown, actual) => {
    if (!isList(row) || row.length !== confusion.length) {
      throw new ShapeError(wording(`confusion[${actual}]`, `${confusion.length} counts, as many as rows`, describe(row)));
    }
    return row.map((count, answered) => wholeNumber(`confusion[${actual}][${answered}]`, count, 0));
  });
}

/** The brightness of a mistake, relative to the most frequent one: rare ones can be seen too. */
function mistakeShare(share: number): number {
  return share === 0 ? 0 : 0.12 + 0.88 * Math.sqrt(share);
}

/** Black or white, whichever is easier to read on a colour. */
function contrast([red, green, blue]: Colour): Colour {
  return 0.299 * red + 0.587 * green + 0.114 * blue > 120 ? [0, 0, 0] : [255, 255, 255];
}

/** Confusions that the description names. */
const NAMED = 5;

function inWords(counts: readonly (readonly number[])[], names: readonly string[]): string {
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const right = counts.reduce((sum, row, label) => sum + row[label], 0);
  const wrong = counts
    .flatMap((row, actual) => row.map((count, answered) => ({ count, actual, answered })))
    .filter(({ count, actual, answered }) => count > 0 && actual !== answered)
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .map(({ count, actual, answered }) => `${names[actual]} taken for ${names[answered]} (${count})`);
  return `${right} of ${total} right.${wrong.length > 0 ? ` Most often wrong: ${wrong.join(', ')}.` : ''}`;
}
