// Tells a scaling from anything else, by its structure: it may come from another copy of this package.
import { ArgumentError, ShapeError } from '../support/errors.js';
import { isHollow, isList, kindOf, lengthOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Scaling } from './Scaling.js';

/** The value, if it is a scaling, of inputs of `width` numbers where that is known. */
export function checkScaling(what: string, value: unknown, width?: number): Scaling {
  const scaling = value as Scaling;
  if (typeof scaling !== 'object' || !isWhole(readable<Scaling>(scaling) as Scaling)) {
    const remedy = 'Make one with standardize(data) or minMax(data) from glassbox-nn/data.';
    throw new ArgumentError(wording(what, 'a Scaling', describe(value), remedy));
  }
  if (width !== undefined && scaling.width !== width) {
    const remedy = 'Learn the scaling from inputs of the same width.';
    throw new ShapeError(wording(`${what}.width`, `${width}, the inputs of the network`, `${scaling.width}`, remedy));
  }
  return scaling;
}

/** Whether nothing is missing: what it does, and two columns of numbers as wide as it says. */
function isWhole(scaling: Scaling): boolean {
  const { kind, width, apply, applyInput, columnNames } = scaling;
  if (columnNames !== undefined && !(isList(columnNames) && Array.from(columnNames).every(isText))) return false;
  if (typeof apply !== 'function' || isHollow(apply) || typeof applyInput !== 'function' || isHollow(applyInput)) return false;
  if (kind === 'standard') return isColumn(scaling.means, width) && isColumn(scaling.deviations, width);
  return kind === 'minMax' && isColumn(scaling.minimums, width) && isColumn(scaling.maximums, width);
}

function isText(name: unknown): boolean {
  return typeof name === 'string';
}

function isColumn(numbers: unknown, width: number): boolean {
  return kindOf(numbers) === 'Float64Array' && lengthOf(numbers as Float64Array) === width;
}
