// Tells a scaling from anything else, by its structure: it may come from another copy of this package.
import { ArgumentError, ShapeError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import type { Scaling } from './Scaling.js';

/** The value, if it is a scaling, of inputs of `width` numbers where that is known. */
export function checkScaling(what: string, value: unknown, width?: number): Scaling {
  const scaling = value as Scaling | null | undefined;
  const known = typeof scaling === 'object' && scaling !== null && ['standard', 'minMax'].includes(scaling.kind);
  if (!known || typeof scaling.applyInput !== 'function') {
    const remedy = 'Make one with standardize(data) or minMax(data) from glassbox-nn/data.';
    throw new ArgumentError(wording(what, 'a Scaling', describe(value), remedy));
  }
  if (width !== undefined && scaling.width !== width) {
    const remedy = 'Learn the scaling from inputs of the same width.';
    throw new ShapeError(wording(`${what}.width`, `${width}, the inputs of the network`, `${scaling.width}`, remedy));
  }
  return scaling;
}
