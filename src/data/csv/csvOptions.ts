// Options of parseCsv, and their checks.
import { trueOrFalse } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { type GivenClasses, readClasses } from '../classes.js';
import type { LabelKind } from './csvLabels.js';

/** A column, by its name in the header or by its place, counted from 0. */
export type CsvColumn = string | number;

/** Options of {@link parseCsv}. */
export interface CsvOptions {
  /** Whether the first line holds names of columns. If left out, it does when no field in it is a number. */
  readonly header?: boolean | undefined;
  /** The character between fields; a comma if left out. */
  readonly delimiter?: string | undefined;
  /** The column of classes: names, or whole numbers from 0. */
  readonly label?: CsvColumn | undefined;
  /**
   * The kind of labels. If left out, they are numbers where every one is a plain whole number (7, but not 07, 7.0 or +7), else names.
   * `'names'` keeps postcodes and codes as they are written; `'numbers'` takes whole numbers however they are written.
   */
  readonly labelKind?: LabelKind | undefined;
  /**
   * The classes, for `dataset`, which reads them from what is returned. Names: every label must be one of them, as it is written.
   * A number: labels are whole numbers below it.
   */
  readonly classes?: number | readonly string[] | undefined;
  /** The columns of targets, instead of a label. */
  readonly targets?: readonly CsvColumn[] | undefined;
  /** The columns of inputs, in this order; all others than `label` and `targets` if left out. */
  readonly inputs?: readonly CsvColumn[] | undefined;
}

/** Options, checked as far as they can be without the text. */
export interface CsvPlan {
  readonly header: boolean | undefined;
  readonly delimiter: string;
  readonly label: CsvColumn | undefined;
  readonly labelKind: LabelKind | undefined;
  readonly classes: GivenClasses;
  readonly targets: readonly CsvColumn[];
  readonly inputs: readonly CsvColumn[] | undefined;
}

const OPTIONS = ['header', 'delimiter', 'label', 'labelKind', 'classes', 'targets', 'inputs'] as const;
const ELSEWHERE = {
  separator: 'Here it is called delimiter.',
  sep: 'Here it is called delimiter.',
  columns: 'The columns of numbers are called inputs.',
  labels: 'The column of classes is called label.',
  target: 'The columns of numbers to answer are called targets, and given as a list.',
  classNames: 'Here they are called classes.',
  scale: "The data set takes it: dataset({ ...parseCsv(text, { label: 'name' }), scale: 1 / 255 }).",
};

/** The options, complete. */
export function readCsvOptions(options: CsvOptions | undefined): CsvPlan {
  const given = readOptions('parseCsv options', options, OPTIONS, ELSEWHERE);
  const { header, delimiter = ',', label, targets, inputs } = given;
  if (typeof delimiter !== 'string' || !/^[^"\r\n\0\deE.+-]$/.test(delimiter)) {
    const remedy = "For tabs write '\\t'.";
    throw new ArgumentError(
      wording('parseCsv: delimiter', 'one character that is no quote and no part of a number', describe(delimiter), remedy),
    );
  }
  if (label !== undefined && targets !== undefined) {
    throw new ArgumentError(wording('parseCsv', 'label or targets', 'both', 'A label is a class, targets are numbers.'));
  }
  return {
    header: header === undefined ? undefined : trueOrFalse('parseCsv: header', header),
    delimiter,
    label,
    ...readLabelOptions(given),
    targets: targets === undefined ? [] : columnList('parseCsv: targets', targets),
    inputs: inputs === undefined ? undefined : columnList('parseCsv: inputs', inputs),
  };
}

function readLabelOptions({ label, labelKind, classes }: CsvOptions): Pick<CsvPlan, 'labelKind' | 'classes'> {
  const given = readClasses('parseCsv: classes', classes);
  const only = labelKind === undefined ? classes !== undefined && 'classes' : 'labelKind';
  if (label === undefined && only) {
    throw new ArgumentError(wording(`parseCsv: ${only}`, 'a label, whose classes they are', 'none', 'Name its column.'));
  }
  if (labelKind === undefined) return { labelKind: typeof classes === 'number' ? 'numbers' : undefined, classes: given };
  if (labelKind !== 'names' && labelKind !== 'numbers') {
    throw new ArgumentError(wording('parseCsv: labelKind', "'names' or 'numbers'", describe(labelKind)));
  }
  if (classes !== undefined && (typeof classes === 'number') !== (labelKind === 'numbers')) {
    const expected = labelKind === 'numbers' ? 'how many there are' : 'a list of names';
    throw new ArgumentError(wording('parseCsv: classes', `${expected}, as labelKind says`, describe(classes)));
  }
  return { labelKind, classes: given };
}

function columnList(what: string, given: unknown): readonly CsvColumn[] {
  if (!isList(given) || given.length === 0) {
    throw new ArgumentError(wording(what, 'a list of columns, one or more', describe(given)));
  }
  return Array.from(given as CsvColumn[]);
}
