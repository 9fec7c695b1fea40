// Applies a preparation to a table.
import { ArgumentError } from '../../support/errors.js';
import { readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { Dataset } from '../Dataset.js';
import {
  type Coder,
  classesOf,
  codeOf,
  coderOf,
  missingCell,
  type PlaceOf,
  scaled,
  type UsedColumn,
  widthOf,
  writeCode,
} from './encode.js';
import { checkNames, UNANSWERED } from './matchNames.js';
import type { NumberTarget, PreparationData } from './Preparation.js';
import type { Table } from './Table.js';
import { cellAt, type TableColumn } from './TableColumn.js';

/** What of a preparation is needed. */
export interface Prepared extends PreparationData {
  readonly coders: readonly (Coder & { readonly column: UsedColumn })[];
  readonly columnNames: readonly string[];
  /** The names that a table may have. */
  readonly known: readonly string[];
}

const WHAT = 'preparation.apply';

/** The value, if it is a table: duck-typed, since it may come from another copy of this package. */
export function checkTable(what: string, value: unknown): Table {
  if (isTable(value)) return value;
  const remedy = 'Make one with table(text) or table(rows) from glassbox-nn/data.';
  throw new ArgumentError(wording(what, 'a Table', describe(value), remedy));
}

/** Whether it is a table. */
export function isTable(value: unknown): value is Table {
  const { column, columns, count } = readable<Table>(value);
  return typeof column === 'function' && Array.isArray(columns) && typeof count === 'number';
}

/** Finds the columns of a table by name, each in the same time however many there are. */
export function columnFinder(table: Table): (name: string) => TableColumn {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  return (name) => byName.get(name) ?? table.column(name);
}

/** The rows of a table as a data set. */
export function preparedData(prepared: Prepared, given: Table): Dataset {
  const table = checkTable(`${WHAT}: table`, given);
  const { coders, targets, columnNames, known } = prepared;
  const answers = targets.map(({ name }) => name);
  const needed = [...coders.map(({ column }) => column.name), ...answers];
  checkNames(
    WHAT,
    table.columns.map(({ name }) => name),
    needed,
    known,
    answers,
  );
  const { count } = table;
  const columnOf = columnFinder(table);
  const width = columnNames.length;
  const inputs = new Float32Array(count * width);
  let start = 0;
  for (const coder of coders) {
    const { column } = coder;
    const source = columnOf(column.name);
    const codes = codesOf(coder, source);
    const placeOf = placeIn(source);
    for (let row = 0; row < count; row++) {
      writeCode(coder, codes(row), inputs, row * width + start, placeOf, row);
    }
    start += widthOf(column);
  }
  return new Dataset({ inputs, scale: 1, width, count, ...answersOf(prepared, count, columnOf), columnNames });
}

/** The place of a cell in errors. */
function placeIn({ name }: TableColumn): PlaceOf {
  const column = describe(name);
  return (row) => `${WHAT}: table.row(${row}), column ${column}`;
}

/** The codes of a column, row by row. Each word is looked up once. */
function codesOf(coder: Coder, source: TableColumn): (row: number) => number {
  const placeOf = placeIn(source);
  if (source.kind === 'number') {
    const { numbers } = source;
    if (coder.column.kind === 'number') return (row) => numbers[row];
    return (row) => codeOf(coder, cellAt(source, row), placeOf, row);
  }
  const known: (number | undefined)[] = [];
  return (row) => {
    const code = source.codes[row];
    if (code < 0) return Number.NaN;
    known[code] ??= codeOf(coder, cellAt(source, row), placeOf, row);
    return known[code];
  };
}

type Answers = Pick<Dataset, 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames' | 'targetNames'>;

function answersOf({ targets }: Prepared, count: number, columnOf: (name: string) => TableColumn): Answers {
  const [first] = targets;
  if (first.kind !== 'number') {
    const codes = answerCodes(coderOf(first), columnOf(first.name));
    const classNames = classesOf(first);
    const classes = classNames.length;
    const labels = Int32Array.from({ length: count }, (_, row) => codes(row));
    return { labels, targets: undefined, targetWidth: classes, classes, classNames, targetNames: undefined };
  }
  const numbers = targets.filter((target): target is NumberTarget => target.kind === 'number');
  const width = numbers.length;
  const answers = new Float32Array(count * width);
  numbers.forEach((target, place) => {
    const source = columnOf(target.name);
    const codes = answerCodes(coderOf(target), source);
    const placeOf = placeIn(source);
    for (let row = 0; row < count; row++) answers[row * width + place] = scaled(target, codes(row), placeOf, row);
  });
  const targetNames = Object.freeze(numbers.map(({ name }) => name));
  return { labels: undefined, targets: answers, targetWidth: width, classes: undefined, classNames: undefined, targetNames };
}

/** The codes of a target, none of which may be missing. */
function answerCodes(coder: Coder, source: TableColumn): (row: number) => number {
  const codes = codesOf(coder, source);
  const placeOf = placeIn(source);
  return (row) => {
    const code = codes(row);
    if (Number.isNaN(code)) throw missingCell(placeOf(row), `${unanswered(source.name)} ${UNANSWERED}`);
    return code;
  };
}

/** What to do about a missing answer of a training or an evaluation. */
export function unanswered(name: string): string {
  return `An answer is not filled. Leave the rows out: table.filter((row) => row[${describe(name)}] !== null).`;
}
