// How far images may be changed: what the parts of an augmentation say, together.

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

/** One change that images may undergo: made by `shift`, `rotate`, `zoom`, `shear`, `elastic`, `brightness` or `noise`. */
export interface AugmentationPart {
  /** What is changed. */
  readonly kind: keyof Ranges;
  /** How far at the most; see {@link Ranges}. */
  readonly amount: number;
  /** Of `elastic`: how far displacements reach, in pixels. */
  readonly sigma?: number;
}

/** Nothing is changed. */
export const NO_CHANGE: Ranges = { shift: 0, rotate: 0, zoom: 0, shear: 0, elastic: 0, brightness: 0, noise: 0 };
