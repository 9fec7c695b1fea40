// Checks that something is a scaling, duck-typed: it may come from another copy of this package.
import { ArgumentError, ShapeError } from '../support/errors.js';
import { isHollow, isList, kindOf, lengthOf, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Scaling } from './Scaling.js';

/** The value, if it is a scaling, of inputs of `width` numbers where that is known. */
export function checkScaling(what: string, value: unknown, width?: number): Scaling {
  if (!isScaling(value)) {
    const remedy = 'Make one with standardize(data) or minMax(data) from glassbox-nn/data.';
    throw new ArgumentError(wording(what, 'a Scaling', describe(value), remedy));
  }
  if (width !== undefined && value.width !== width) {
    const remedy = 'Learn the scaling from inputs of the same width.';
    throw new ShapeError(wording(`${what}.width`, `${width}, the inputs of the network`, `${value.width}`, remedy));
  }
  return value;
}

/** Whether nothing is missing: both functions, and two columns of numbers as wide as it says. */
function isScaling(value: unknown): value is Scaling {
  if (typeof value !== 'object') return false;
  const scaling = readable<Scaling>(value);
  const { width, apply, applyInput, columnNames } = scaling;
  if (columnNames !== undefined && !(isList(columnNames) && Array.from(columnNames).every(isText))) return false;
  if (typeof apply !== 'function' || isHollow(apply) || typeof applyInput !== 'function' || isHollow(applyInput)) return false;
  if (scaling.kind === 'standard') return isColumn(scaling.means, width) && isColumn(scaling.deviations, width);
  return scaling.kind === 'minMax' && isColumn(scaling.minimums, width) && isColumn(scaling.maximums, width);
}

function isText(name: unknown): boolean {
  return typeof name === 'string';
}

function isColumn(numbers: unknown, width: number | undefined): boolean {
  return kindOf(numbers) === 'Float64Array' && lengthOf(numbers) === width;
}
