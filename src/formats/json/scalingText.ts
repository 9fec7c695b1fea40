// A scaling as JSON text, and from parsed JSON.

import type { Scaling } from '../../data/Scaling.js';
import { minMaxScaling, standardScaling } from '../../data/scalingValues.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldsAt, numbersAt, objectAt } from './jsonFields.js';
import { SCALING_COLUMNS } from './jsonModel.js';

/** The text of a scaling that was checked: its kind, and its two columns of float64 numbers, exact to the bit. */
export function scalingText(scaling: Scaling): string {
  const isStandard = scaling.kind === 'standard';
  const columns =
    scaling.kind === 'standard'
      ? { means: scaling.means, deviations: scaling.deviations }
      : { minimums: scaling.minimums, maximums: scaling.maximums };
  const rows = Object.entries(columns).map(([name, numbers]) => `"${name}": ${rowText(numbers)}`);
  return `{"kind": "${isStandard ? 'standard' : 'minMax'}",\n${rows.join(',\n')}}`;
}

function rowText(numbers: Float64Array): string {
  return `[${Array.from(numbers, (number) => (Object.is(number, -0) ? '-0' : String(Number(number)))).join(', ')}]`;
}

/** The scaling at a path. If they are known, `width` is the length of its inputs, and it gets these names of columns. */
export function scalingAt(path: string, value: unknown, width?: number, columnNames?: readonly string[]): Scaling {
  const { kind }: { readonly kind?: unknown } = objectAt(path, value);
  if (kind !== 'standard' && kind !== 'minMax') throw fileError(`${path}.kind`, "'standard' or 'minMax'", describe(kind));
  const [first, second] = SCALING_COLUMNS[kind];
  const fields: Record<string, unknown> = fieldsAt(path, value, ['kind', first, second]);
  const offsets = numbersAt(`${path}.${first}`, fields[first], width) as Float64Array;
  if (offsets.length === 0) throw fileError(`${path}.${first}`, 'one number or more', 'none');
  const ends = numbersAt(`${path}.${second}`, fields[second], offsets.length) as Float64Array;
  ends.forEach((end, column) => {
    const least = kind === 'standard' ? 0 : offsets[column];
    if (end < least) throw fileError(`${path}.${second}[${column}]`, `a number from ${least}`, describe(end));
    if (!Number.isFinite(end - least)) {
      throw fileError(`${path}.${second}[${column}]`, `a number no more than 1.79e308 above ${least}`, describe(end));
    }
  });
  const words = { columnNames, warnings: [] };
  return kind === 'standard' ? standardScaling(offsets, ends, words) : minMaxScaling(offsets, ends, words);
}
