// The columns of a CSV text: label, targets and inputs.
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { closest, describe, wording } from '../../support/wording.js';
import type { CsvColumn, CsvPlan } from './csvOptions.js';
import { otherDelimiter } from './otherDelimiter.js';

/** The columns of a text, by their places. */
export interface CsvColumns {
  readonly count: number;
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  /** -1 if there is none. */
  readonly label: number;
  /** The name of a column in errors. */
  readonly nameOf: (column: number) => string;
  /** The names of the inputs, if those in the header are all different: [inputs]. */
  readonly inputNames: readonly string[] | undefined;
}

/** The columns that are asked for. `first` is the first line, and `header` whether it holds names. */
export function findColumns(plan: CsvPlan, first: readonly string[], header: boolean): CsvColumns {
  const named = [plan.label, ...plan.targets, ...(plan.inputs ?? [])].filter((column) => typeof column === 'string');
  const places = placesOfNames(header ? first : [], new Set(named));
  const line = { first, places, header, delimiter: plan.delimiter };
  const find = (what: string, column: CsvColumn) => placeOf(`parseCsv: ${what}`, column, line);
  const label = plan.label === undefined ? -1 : find('label', plan.label);
  const targets = plan.targets.map((column, index) => find(`targets[${index}]`, column));
  const inputs =
    plan.inputs?.map((column, index) => find(`inputs[${index}]`, column)) ?? othersThan([label, ...targets], first.length);
  const nameOf = (column: number) =>
    header && first[column] !== '' ? `column ${describe(first[column])}` : `column ${column} (counted from 0)`;
  if (inputs.length === 0) throw noInputs(plan, first);
  const seen = new Uint8Array(first.length);
  // Inputs that were not asked for are columns of their own.
  for (const column of [label, ...targets, ...(plan.inputs === undefined ? [] : inputs)]) {
    if (column < 0) continue;
    if (seen[column]++ > 0) {
      const got = `${header ? describe(first[column]) : column} twice`;
      throw new ArgumentError(wording('parseCsv: label, targets and inputs', 'each column once', got));
    }
  }
  const names = header ? inputs.map((column) => first[column]) : [];
  const inputNames = header && areDistinct(names) ? names : undefined;
  return { count: first.length, inputs, targets, label, nameOf, inputNames };
}

interface FirstLine {
  readonly first: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly header: boolean;
  readonly delimiter: string;
}

/** Where each name that is asked for stands, or -1 for one that stands over more than one column. */
function placesOfNames(first: readonly string[], named: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number>();
  first.forEach((name, place) => {
    if (named.has(name)) places.set(name, places.has(name) ? -1 : place);
  });
  return places;
}

/** All columns but these, in order. */
function othersThan(answers: readonly number[], count: number): number[] {
  const known = new Set(answers);
  const others: number[] = [];
  for (let column = 0; column < count; column++) if (!known.has(column)) others.push(column);
  return others;
}

function areDistinct(names: readonly string[]): boolean {
  const seen = new Set<string>();
  return names.every((name) => seen.size < seen.add(name).size);
}

function placeOf(what: string, column: CsvColumn, { first, places, header, delimiter }: FirstLine): number {
  const other = first.length === 1 ? otherDelimiter(first[0], delimiter) : '';
  if (typeof column === 'number') {
    const fields = first.length === 1 ? '1 field' : `${first.length} fields`;
    return wholeNumber(what, column, 0, first.length - 1, `The first line has ${fields}. ${other}`.trim());
  }
  if (typeof column !== 'string') {
    throw new ArgumentError(wording(what, 'the name of a column, or its place counted from 0', describe(column)));
  }
  if (!header) {
    const remedy = other || 'If the first line holds names all the same, say header: true.';
    throw new ArgumentError(
      wording(what, 'the place of a column, since the first line holds no names', describe(column), remedy),
    );
  }
  const place = places.get(column);
  if (place === undefined) {
    const meant = closest(column, first);
    const shown = first.slice(0, 8).map(describe).join(', ') + (first.length > 8 ? ', ...' : '');
    const remedy = other || (meant && `Did you mean ${describe(meant)}?`);
    throw new ArgumentError(wording(what, `one of ${shown}`, describe(column), remedy));
  }
  if (place < 0) {
    throw new ArgumentError(wording(what, 'a name over one column only', `${describe(column)}, which stands over more`));
  }
  return place;
}

function noInputs({ delimiter }: CsvPlan, first: readonly string[]): Error {
  const remedy = first.length === 1 ? otherDelimiter(first[0], delimiter) : '';
  const got = first.length === 1 ? 'one column in all' : 'none';
  return new ArgumentError(wording('parseCsv', 'a column of inputs beside the answers', got, remedy));
}
