// Reads a CSV text into the source of a data set.
import { LimitError } from '../../support/errors.js';
import { unreadText } from '../../support/unreadText.js';
import { wording } from '../../support/wording.js';
import { CsvReader } from './CsvReader.js';
import { type CsvColumns, findColumns } from './csvColumns.js';
import { csvError } from './csvError.js';
import { CsvLabels } from './csvLabels.js';
import { GrowingRows, nextNumber } from './csvNumbers.js';
import { type CsvOptions, type CsvPlan, readCsvOptions } from './csvOptions.js';
import { checkText, raggedLine, refuseCount } from './csvText.js';
import { decimalAt } from './decimalAt.js';

/** The result of {@link parseCsv}, which `dataset` takes. */
export interface CsvData {
  /** All inputs, row by row: [count, width]. */
  readonly inputs: Float32Array;
  /** Columns of inputs. */
  readonly width: number;
  /** The names of the inputs in the header, if they are all different: [width]. */
  readonly columnNames?: readonly string[] | undefined;
  /** The class of each line, if `label` named its column: numbers if all are plain whole numbers, else names. */
  readonly labels?: readonly string[] | readonly number[] | undefined;
  /** As they were given. */
  readonly classes?: number | readonly string[] | undefined;
  /** The targets, row by row, if `targets` named their columns: [count, targets]. */
  readonly targets?: Float32Array | undefined;
}

/**
 * Reads a table of comma-separated values: `dataset(parseCsv(text, { label: 'species' }))` is a data set.
 *
 * The text may have quoted fields with delimiters, quotes and line ends in them (RFC 4180), a byte-order mark, and lines that end
 * in CR LF, LF or CR. Empty lines, and blanks around fields, do not count. Numbers are written with a point; every
 * line has as many fields as the first.
 *
 * A first line that may be a header or data is refused unless `header` says which: 0, 1, 2, 3, ..., or a word above labels that are
 * all numbers.
 *
 * Labels are numbers only where every one is a plain whole number; `007` and `7` are two names. A word that stands for a missing
 * value (NA, n/a, null, NaN, ?, and - where no other label is a mark as +) is refused as a label, unless `classes` has it. For a
 * second table give `classes: training.classNames`, so that it has the classes of the first.
 *
 * @param text - The whole text.
 * @param options - See {@link CsvOptions}.
 * @returns Inputs, and labels or targets if columns of them were named.
 * @throws {@link FormatError} whose message and `path` tell line and column, for a field that is no finite number, a line of more or
 * fewer fields, a quote that is never closed, a header without data, and the like.
 * @throws {@link LimitError} for a line of more than 524,288 fields, before any more are read.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for a column that is not there, or other options that cannot be.
 *
 * @example
 * ```ts
 * import { dataset, parseCsv } from 'glassbox-nn/data';
 *
 * const text = 'length,weight,name\n7,180,apple\n19,120,banana\n';
 * const fruit = dataset(parseCsv(text, { label: 'name' }));
 * fruit.classNames; // => [ 'apple', 'banana' ]
 * fruit.inputs; // => Float32Array(4) [ 7, 180, 19, 120 ]
 *
 * const codes = 'size,code\n1,007\n2,7\n';
 * dataset(parseCsv(codes, { label: 'code' })).classNames; // => [ '007', '7' ]
 *
 * parseCsv('1;0.5\n2;0.25', { delimiter: ';', targets: [1] }).targets; // => Float32Array(2) [ 0.5, 0.25 ]
 * ```
 */
export function parseCsv(text: string, options?: CsvOptions): CsvData {
  const plan = readCsvOptions(options);
  const reader = new CsvReader(checkText('parseCsv', text), plan.delimiter);
  if (!reader.skipEmptyLines()) {
    throw csvError('line 1', 'a line or more', 'an empty text', unreadText('', 'text')?.remedy);
  }
  const first = readLine(reader);
  const header = plan.header ?? first.every((field) => Number.isNaN(decimalAt(field, 0, field.length)));
  if (plan.header === undefined && !header) refuseCount('parseCsv', first);
  const columns = findColumns(plan, first, header);
  // As many lines as there would be, were all as long as the first.
  const lines = Math.ceil((text.length / reader.at) * 1.1);
  if (!header) reader.rewind();
  if (!reader.skipEmptyLines()) {
    const remedy = 'Is the file whole? If its first line is no header, say header: false.';
    throw csvError('line 1', 'lines of data behind the header', 'a header alone', remedy);
  }
  return readRows(reader, columns, plan, lines);
}

/** The most fields of a line: columns have names and places, which take more memory than numbers. */
const MOST_COLUMNS = 2 ** 19;

/** The fields of the first line. */
function readLine(reader: CsvReader): string[] {
  const fields: string[] = [];
  do {
    if (fields.length === MOST_COLUMNS) throw tooWide(reader.lines + 1);
    reader.next();
    fields.push(reader.value());
  } while (!reader.last);
  return fields;
}

function tooWide(line: number): Error {
  const remedy = 'Is there a line end missing? Several files of fewer columns can be read one by one.';
  return new LimitError(wording(`parseCsv: line ${line}`, `at most ${MOST_COLUMNS} fields`, 'more', remedy));
}

function readRows(reader: CsvReader, columns: CsvColumns, plan: CsvPlan, lines: number): CsvData {
  const { count, label, nameOf } = columns;
  const inputs = new GrowingRows(columns.inputs.length, lines * columns.inputs.length);
  const targets = new GrowingRows(columns.targets.length, lines * columns.targets.length);
  const { classes, classNames } = plan.classes;
  const labels = new CsvLabels(nameOf(label), plan);
  // Where each column goes in its row, or -1: looked up for every field.
  const inputPlaces = placesOf(columns.inputs, count);
  const targetPlaces = placesOf(columns.targets, count);
  while (reader.skipEmptyLines()) {
    const inputStart = inputs.add();
    const targetStart = targets.add();
    const begins = reader.lines + 1;
    for (let column = 0; column < count; column++) {
      if (inputPlaces[column] >= 0) {
        inputs.values[inputStart + inputPlaces[column]] = nextNumber(reader, nameOf, column);
      } else if (targetPlaces[column] >= 0) {
        targets.values[targetStart + targetPlaces[column]] = nextNumber(reader, nameOf, column);
      } else {
        reader.next();
        if (column === label) labels.add(reader.value(), reader.line);
      }
      if (reader.last !== (column === count - 1)) throw raggedLine(reader, begins, column + 1, count);
    }
  }
  return {
    inputs: inputs.read(),
    width: inputs.width,
    ...(columns.inputNames && { columnNames: columns.inputNames }),
    ...(label >= 0 && { labels: labels.read() }),
    ...(classes !== undefined && { classes: classNames ?? classes }),
    ...(columns.targets.length > 0 && { targets: targets.read() }),
  };
}

function placesOf(chosen: readonly number[], count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  chosen.forEach((column, place) => {
    places[column] = place;
  });
  return places;
}
