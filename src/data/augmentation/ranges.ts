// The ranges of changes: those of one part of an augmentation, and their limits.
import { numberBetween, numberWhere } from '../../support/checks.js';

/** Images have at most so many pixels in a row or a column. */
export const MOST_PIXELS = 1024;

/** How far each change of an image may go; 0 where it is left out. */
export interface Ranges {
  /** Pixels, across and down. */
  readonly shift: number;
  /** Degrees, to either side. */
  readonly rotate: number;
  /** Share of the size. */
  readonly zoom: number;
  /** Pixels across for each pixel down. */
  readonly shear: number;
  /** Pixels: the root of the mean of the squared displacements across, and of those down. */
  readonly elastic: number;
  /** How far strokes become brighter or darker, from 0 to 1. */
  readonly brightness: number;
  /** Standard deviation of what is added to a pixel. */
  readonly noise: number;
}

/** A part of an augmentation, one kind of change: made by `shift`, `rotate`, `zoom`, `shear`, `elastic`, `brightness` or `noise`. */
export interface AugmentationPart {
  /** The kind of change. */
  readonly kind: keyof Ranges;
  /** The largest change; see {@link Ranges}. */
  readonly amount: number;
  /** Of `elastic`: how far displacements reach, in pixels. */
  readonly sigma?: number | undefined;
}

/** Nothing is changed. */
export const NO_CHANGE: Ranges = { shift: 0, rotate: 0, zoom: 0, shear: 0, elastic: 0, brightness: 0, noise: 0 };

/** The largest amount of each, and its unit; the least is 0. */
const LIMITS: Readonly<Record<keyof Ranges, { readonly most: number; readonly unit: string }>> = {
  shift: { most: MOST_PIXELS, unit: 'pixels' },
  rotate: { most: 180, unit: 'degrees' },
  zoom: { most: 0.9, unit: 'a share' },
  shear: { most: 4, unit: 'a number' },
  elastic: { most: 64, unit: 'pixels' },
  brightness: { most: 1, unit: 'a number' },
  noise: { most: 1, unit: 'a number' },
};

/** Displacements reach no further: their table would become large. */
const MOST_SIGMA = 64;

/** A part of a kind, if its amount is one. `what` begins the error. */
export function partOf(what: string, kind: keyof Ranges, amount: unknown): AugmentationPart {
  const { most, unit } = LIMITS[kind];
  return { kind, amount: numberBetween(what, amount, 0, most, unit) };
}

/** How far displacements reach, if it is a number of pixels. */
export function checkSigma(what: string, sigma: unknown): number {
  return numberWhere(what, sigma, `pixels, above 0 and up to ${MOST_SIGMA}`, (value) => value > 0 && value <= MOST_SIGMA);
}
