// Options of table and readTable, and their checks.
import { functionValue, trueOrFalse } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readNames } from '../../support/names.js';
import { readOptions } from '../../support/options.js';
import { warn } from '../../support/platform.js';
import { isList, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { type ColumnKind, KINDS } from './cells.js';

/** Options of {@link table} and {@link readTable}. */
export interface TableOptions {
  /**
   * The kinds of columns, by name, where the cells do not show it: `{ post_code: 'word', survived: 'yes/no' }`. A cell of another kind is
   * then an error. `'yes/no'` takes true and false, yes and no, y and n, t and f, and 1 and 0.
   */
  readonly kinds?: Readonly<Record<string, ColumnKind | undefined>> | undefined;
  /**
   * The cells that stand for a missing one, as `['unknown', -999]`, in place of the usual ones: NA, N/A, null, NaN, ? and -. An empty cell
   * is always missing.
   */
  readonly missingValues?: readonly (string | number)[] | undefined;
  /** Whether the first line of a text holds names of columns. If left out, it does when no field in it is a number. */
  readonly header?: boolean | undefined;
  /** The character between the fields of a text; a comma if left out. */
  readonly delimiter?: string | undefined;
  /** The names of the columns of a text without a header; '0', '1', '2', ... if left out. */
  readonly columnNames?: readonly string[] | undefined;
  /** Called with a sentence for what looks like a mistake and may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** The options, checked as far as they can be without the cells. */
export interface TablePlan {
  /** The function that was called, for errors. */
  readonly what: string;
  readonly kinds: ReadonlyMap<string, ColumnKind>;
  readonly missingValues: ReadonlySet<string> | undefined;
  readonly header: boolean | undefined;
  readonly delimiter: string | undefined;
  readonly columnNames: readonly string[] | undefined;
  readonly onWarning: (message: string) => void;
}

const OPTIONS = ['kinds', 'missingValues', 'header', 'delimiter', 'columnNames', 'onWarning'] as const;
const ELSEWHERE = {
  separator: 'Here it is called delimiter.',
  sep: 'Here it is called delimiter.',
  columns: 'The names of columns are called columnNames, and their kinds kinds.',
  names: 'Here they are called columnNames.',
  dtype: 'Here they are called kinds.',
  types: 'Here they are called kinds.',
  naValues: 'Here they are called missingValues.',
  target: "prepare takes it: prepare(table, { target: 'price' }).",
  label: "prepare takes it, as its target: prepare(table, { target: 'species' }).",
  targets: "prepare takes them: prepare(table, { target: ['width', 'height'] }).",
};

/** The options, complete. */
export function readTableOptions(what: string, options: TableOptions | undefined): TablePlan {
  const given = readOptions(`${what} options`, options, OPTIONS, ELSEWHERE);
  const { header, delimiter, columnNames, missingValues, onWarning = warn } = given;
  if (delimiter !== undefined && (typeof delimiter !== 'string' || !/^[^"\r\n\0\deE.+-]$/.test(delimiter))) {
    const expected = 'one character that is no quote and no part of a number';
    throw new ArgumentError(wording(`${what}: delimiter`, expected, describe(delimiter), "For tabs write '\\t'."));
  }
  if (columnNames !== undefined && header === true) {
    const got = 'columnNames beside header: true';
    throw new ArgumentError(wording(what, 'names from the header or from columnNames', got, 'Say header: false.'));
  }
  return {
    what,
    kinds: readKinds(what, given.kinds),
    missingValues: missingValues === undefined ? undefined : readMissing(`${what}: missingValues`, missingValues),
    header: header === undefined ? columnNames && false : trueOrFalse(`${what}: header`, header),
    delimiter,
    columnNames: columnNames === undefined ? undefined : readNames(`${what}: columnNames`, columnNames, 'column'),
    onWarning: functionValue(`${what}: onWarning`, onWarning),
  };
}

function readKinds(what: string, given: unknown): ReadonlyMap<string, ColumnKind> {
  const kinds = new Map<string, ColumnKind>();
  if (given === undefined) return kinds;
  if (typeof given !== 'object' || given === null || isList(given)) {
    const remedy = "As kinds: { post_code: 'word' }.";
    throw new ArgumentError(wording(`${what}: kinds`, 'an object of kinds by names of columns', describe(given), remedy));
  }
  for (const [name, kind] of Object.entries(readable<Record<string, unknown>>(given))) {
    if (kind === undefined) continue;
    const known = KINDS.find((one) => one === kind);
    if (known === undefined) {
      throw new ArgumentError(wording(`${what}: kinds[${describe(name)}]`, "'number', 'word' or 'yes/no'", describe(kind)));
    }
    kinds.set(name, known);
  }
  return kinds;
}

function readMissing(what: string, given: unknown): ReadonlySet<string> {
  if (!isList(given)) throw new ArgumentError(wording(what, 'a list of words and numbers', describe(given)));
  return new Set(
    Array.from(given, (value: unknown, index) => {
      if (typeof value === 'string') return value.trim();
      if (typeof value === 'number') return String(value);
      throw new ArgumentError(wording(`${what}[${index}]`, 'a word or a number', describe(value)));
    }),
  );
}
