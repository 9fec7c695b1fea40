// Options of pictures of grids: the width of the grid, the size of a cell, the theme, and the number of the brightest colour.
import { numberWhere, wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { type Theme, type ThemeName, themeOf } from '../themes.js';

/** Options of a picture of numbers in a grid. */
export interface GridOptions {
  /** Numbers in a row of the grid; the root if left out, where the numbers fill a square: 28 for 784. */
  readonly width?: number | undefined;
  /** Pixels along the side of a cell, from 1. */
  readonly cell?: number | undefined;
  /** The number of the brightest colour, above 0; the largest size among the numbers if left out. */
  readonly scale?: number | undefined;
  /** `'video'`, `'blueOrange'`, `'grey'`, or a custom theme; `'video'` if left out. */
  readonly theme?: ThemeName | Theme | undefined;
}

/** The options, checked. */
export interface Grid {
  readonly width: number | undefined;
  readonly cell: number;
  readonly scale: number | undefined;
  readonly theme: Theme;
}

/** Other names of these options. */
export const ELSEWHERE = {
  size: 'Give cell, the pixels along the side of a cell.',
  zoom: 'Give cell, the pixels along the side of a cell.',
  cmap: "Give theme: 'video', 'blueOrange', 'grey' or one of your own.",
  colors: "Give theme: 'video', 'blueOrange', 'grey' or one of your own.",
  max: 'Give scale, the number of the brightest colour.',
};

/** Reads the options; `what` begins the errors, and `cell` is the size of a cell if none is given. */
export function readGrid(what: string, options: GridOptions | undefined, cell: number): Grid {
  const given = readOptions(`${what} options`, options, ['width', 'cell', 'scale', 'theme'], ELSEWHERE);
  return {
    width: given.width,
    cell: wholeNumber(`${what}: cell`, given.cell ?? cell, 1, 4096),
    scale: given.scale === undefined ? undefined : scaleNumber(what, given.scale),
    theme: themeOf(given.theme),
  };
}

/** A number above 0. */
function scaleNumber(what: string, value: unknown): number {
  return numberWhere(`${what}: scale`, value, 'a number above 0', (number) => number > 0);
}
