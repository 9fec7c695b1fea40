// A scaling as JSON text, and from parsed JSON.

import type { Scaling } from '../../data/Scaling.js';
import { minMaxScaling, standardScaling } from '../../data/scalingValues.js';
import { NumericError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldsAt, numbersAt, objectAt } from './jsonFields.js';
import { SCALING_COLUMNS } from './jsonModel.js';

/** The text of a scaling: its kind, and its two columns of float64 numbers, exact to the bit; `what` names it in errors. */
export function scalingText(what: string, scaling: Scaling): string {
  const columns =
    scaling.kind === 'standard'
      ? { means: scaling.means, deviations: scaling.deviations }
      : { minimums: scaling.minimums, maximums: scaling.maximums };
  const rows = Object.entries(columns).map(([name, numbers]) => `"${name}": ${rowText(`${what}.${name}`, numbers)}`);
  return `{"kind": "${scaling.kind}",\n${rows.join(',\n')}}`;
}

function rowText(what: string, numbers: Float64Array): string {
  const texts = Array.from(numbers, (number, column) => {
    if (Number.isFinite(number)) return Object.is(number, -0) ? '-0' : String(number);
    const remedy = 'JSON has no word for it. Learn the scaling again.';
    throw new NumericError(wording(`${what}[${column}]`, 'a finite number', `${number}`, remedy));
  });
  return `[${texts.join(', ')}]`;
}

/** The scaling at a path, of inputs of `width` numbers and of columns of such names, where that is known. */
export function scalingAt(path: string, value: unknown, width?: number, columnNames?: readonly string[]): Scaling {
  const { kind } = objectAt(path, value) as { kind?: unknown };
  if (kind !== 'standard' && kind !== 'minMax') throw fileError(`${path}.kind`, "'standard' or 'minMax'", describe(kind));
  const [first, second] = SCALING_COLUMNS[kind];
  const fields: Record<string, unknown> = fieldsAt(path, value, ['kind', first, second]);
  const offsets = numbersAt(`${path}.${first}`, fields[first], width) as Float64Array;
  if (offsets.length === 0) throw fileError(`${path}.${first}`, 'one number or more', 'none');
  const ends = numbersAt(`${path}.${second}`, fields[second], offsets.length) as Float64Array;
  ends.forEach((end, column) => {
    const least = kind === 'standard' ? 0 : (offsets[column] as number);
    if (end < least) throw fileError(`${path}.${second}[${column}]`, `a number from ${least}`, describe(end));
    if (!Number.isFinite(end - least)) {
      throw fileError(`${path}.${second}[${column}]`, `a number no more than 1.79e308 above ${least}`, describe(end));
    }
  });
  return kind === 'standard' ? standardScaling(offsets, ends, { columnNames }) : minMaxScaling(offsets, ends, { columnNames });
}
