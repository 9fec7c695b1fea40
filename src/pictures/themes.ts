// The colours of pictures and drawings.
import { ArgumentError } from '../support/errors.js';
import { isList, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The colours of meanings. */
export interface Theme {
  /** The largest positive number. */
  readonly positive: Colour;
  /** The largest negative number. */
  readonly negative: Colour;
  /** The number 0 among numbers that have a sign. */
  readonly zero: Colour;
  /** An activation of 1, or a white pixel. */
  readonly bright: Colour;
  /** An activation of 0, or a black pixel. */
  readonly dark: Colour;
  /** NaN and infinite numbers: such cells are hatched in it. */
  readonly missing: Colour;
  /** The background. */
  readonly paper: Colour;
  /** Words and lines. */
  readonly ink: Colour;
  /** Lines that only help the eye. */
  readonly faint: Colour;
  /** Whether lines of negative weights are dashed, where colours alone do not show the sign. */
  readonly dashed: boolean;
}

/** The name of a theme that comes with the library. */
export type ThemeName = 'video' | 'blueOrange' | 'grey';

/**
 * The themes that come with the library: `video` has green for positive and red for negative on black, `blueOrange` is for eyes that cannot
 * tell these apart, and `grey` is for paper: white for positive, black for negative, grey between.
 *
 * @example
 * ```ts
 * import { themes } from 'glassbox-nn/pictures';
 *
 * const onNavy = { ...themes.video, paper: [8, 12, 40] as const };
 * onNavy.positive; // => [ 90, 215, 110 ]
 * ```
 */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  video: {
    positive: [90, 215, 110],
    negative: [250, 75, 70],
    zero: [0, 0, 0],
    bright: [255, 255, 255],
    dark: [0, 0, 0],
    missing: [215, 90, 255],
    paper: [0, 0, 0],
    ink: [236, 236, 236],
    faint: [92, 92, 96],
    dashed: false,
  },
  blueOrange: {
    positive: [80, 165, 255],
    negative: [255, 150, 40],
    zero: [12, 12, 16],
    bright: [255, 255, 255],
    dark: [12, 12, 16],
    missing: [215, 90, 255],
    paper: [12, 12, 16],
    ink: [236, 236, 236],
    faint: [96, 96, 104],
    dashed: false,
  },
  grey: {
    positive: [255, 255, 255],
    negative: [0, 0, 0],
    zero: [128, 128, 128],
    bright: [255, 255, 255],
    dark: [0, 0, 0],
    missing: [190, 40, 190],
    paper: [255, 255, 255],
    ink: [20, 20, 20],
    faint: [190, 190, 190],
    dashed: true,
  },
};

/** The theme of a name, or a custom one as it is. */
export function themeOf(theme: ThemeName | Theme = 'video'): Theme {
  if (typeof theme === 'string') {
    if (Object.hasOwn(themes, theme)) return themes[theme];
    throw new ArgumentError(wording('theme', `any of ${Object.keys(themes).join(', ')}, or a Theme`, describe(theme)));
  }
  const given = readable<Record<string, unknown>>(theme);
  for (const name of Object.keys(themes.video)) {
    const value = given[name];
    const fits = name === 'dashed' ? typeof value === 'boolean' : isColour(value);
    const expected = name === 'dashed' ? 'true or false' : 'a colour, as [255, 255, 255]';
    if (!fits) throw new ArgumentError(wording(`theme.${name}`, expected, describe(value), 'Begin with { ...themes.video }.'));
  }
  return theme;
}

/** Red, green and blue, each from 0 to 255. */
export function isColour(value: unknown): boolean {
  const inRange = (part: unknown) => typeof part === 'number' && part >= 0 && part <= 255;
  return isList(value) && value.length === 3 && value.every(inRange);
}
