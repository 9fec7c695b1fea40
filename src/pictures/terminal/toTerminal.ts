import { trueOrFalse, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { checkDrawing } from '../drawing/checkDrawing.js';
import { type Drawing, isDrawing } from '../drawing/Drawing.js';
import { checkPicture, type Picture } from '../raster/Picture.js';
import { characterOf, cleanText, signsOf } from './characters.js';
import { colourCode } from './colourCode.js';
import { drawnLines } from './drawnLines.js';
import { shrunk } from './shrunk.js';

/** The colours of a terminal: any, 256 of them, or none. */
export type TerminalColours = 'rgb' | '256' | 'none';

/** Options of {@link toTerminal} about the terminal, as `terminalOptions(process.stdout)` of `glassbox-nn/node` gives them. */
export interface TerminalOptions {
  /** Characters in a line, from 1; 80 if left out. Wider pictures are made smaller. */
  readonly columns?: number | undefined;
  /** The colours of the terminal; `'none'` if left out. */
  readonly colours?: TerminalColours | undefined;
}

/** The same, with nothing left out. */
export interface KnownTerminal extends TerminalOptions {
  readonly columns: number;
  readonly colours: TerminalColours;
}

/** Options of {@link toTerminal}. */
export interface ToTerminalOptions extends TerminalOptions {
  /** Whether the title stands above the picture or drawing; false if left out. */
  readonly title?: boolean | undefined;
}

const RESET = '\u001b[0m';

/**
 * A picture as lines of text. A character is about twice as tall as wide, so each stands for two pixels, one above the other: as a half block of
 * two colours, or without colours as a letter. Without colours `+ #` are positive numbers and `- =` negative ones.
 *
 * A drawing is shown in the dots of braille characters, two by four each, with its words between them; images in it are left out.
 *
 * @param picture - The picture, best with one pixel for each number (`cell: 1`); or a drawing, as `learningCurve` and `rocDrawing`.
 * @param options - `columns`, `colours`, `title`.
 * @returns The lines, joined by line feeds. No character of a title can move the cursor or change colours.
 * @throws {@link ArgumentError} or {@link ShapeError} for anything but a picture or a drawing, {@link OutOfRangeError} for fewer than 1 column.
 *
 * @example
 * ```ts
 * import { digitPicture, toTerminal } from 'glassbox-nn/pictures';
 *
 * toTerminal(digitPicture([1, 0, 0, 1, 1, 0], { width: 3 })); // => '@+ '
 * ```
 */
export function toTerminal(picture: Picture | Drawing, options?: ToTerminalOptions): string {
  const given = readOptions('toTerminal options', options, ['columns', 'colours', 'title'], { colors: 'Here it is colours.' });
  const columns = wholeNumber('toTerminal: columns', given.columns ?? 80, 1);
  const { colours = 'none' } = given;
  if (colours !== 'rgb' && colours !== '256' && colours !== 'none') {
    throw new ArgumentError(wording('toTerminal: colours', "'rgb', '256' or 'none'", describe(colours)));
  }
  const title = trueOrFalse('toTerminal: title', given.title ?? false);
  if (isDrawing(picture)) {
    const drawing = checkDrawing(picture);
    const heading = title ? [cleanText(drawing.title).slice(0, columns)] : [];
    return [...heading, ...drawnLines(drawing, columns, colours)].join('\n');
  }
  const checked = checkPicture('picture', picture);
  const small = shrunk(checked, columns);
  const signs = signsOf(checked);
  const lines = title ? [cleanText(checked.title ?? '').slice(0, columns)] : [];
  for (let y = 0; y < small.height; y += 2) {
    let line = '';
    let before = '';
    for (let x = 0; x < small.width; x++) {
      const [upper, lower] = [small.colourAt(x, y), small.colourAt(x, y + 1)];
      if (colours === 'none') {
        line += characterOf(upper, lower, signs);
        continue;
      }
      const code = `38;${colourCode(upper, colours)};48;${colourCode(lower, colours)}`;
      // A run of one colour needs one code.
      line += `${code === before ? '' : `\u001b[${code}m`}\u2580`;
      before = code;
    }
    lines.push(colours === 'none' ? line : `${line}${RESET}`);
  }
  return lines.join('\n');
}
