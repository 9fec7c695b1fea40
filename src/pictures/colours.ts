// Turns numbers into colours: by sign and size, or by brightness.
import type { LegendEntry } from './raster/Picture.js';
import { shortNumber } from './shortNumber.js';
import type { Colour, Theme } from './themes.js';

/** The scale of colours: from -scale to scale by sign and size, or from 0 to scale by brightness. */
export interface Shading {
  readonly signed: boolean;
  /** The number of the brightest colour. */
  readonly scale: number;
  /** Whether there are numbers beyond the scale, which have the brightest colour too. */
  readonly clipped?: boolean | undefined;
}

/** The colour between two, `share` of the way from the one to the other. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2) => Math.floor(from[index] + (to[index] - from[index]) * share + 0.5);
  return [part(0), part(1), part(2)];
}

/** The colour of a number from -1 to 1 that has a sign; numbers beyond count as -1 or 1. */
export function signedColour(theme: Theme, value: number): Colour {
  return mix(theme.zero, value < 0 ? theme.negative : theme.positive, Math.min(1, Math.abs(value)));
}

/** The colour of a brightness from 0 to 1; numbers beyond count as 0 or 1. */
export function lightColour(theme: Theme, value: number): Colour {
  return mix(theme.dark, theme.bright, Math.min(1, Math.max(0, value)));
}

/** The legend of a scale. */
export function legendOf(theme: Theme, { signed, scale, clipped = false }: Shading): LegendEntry[] {
  const places = signed ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  return places.map((place) => {
    const beyond = clipped && Math.abs(place) === 1 ? (place < 0 ? '< ' : '> ') : '';
    const label = `${beyond}${signed && place > 0 ? '+' : ''}${shortNumber(place * scale)}`;
    return { colour: signed ? signedColour(theme, place) : lightColour(theme, place), label };
  });
}
