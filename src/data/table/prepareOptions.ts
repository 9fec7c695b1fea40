// Options of prepare, and their checks.
import { functionValue, trueOrFalse, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readNames } from '../../support/names.js';
import { readOptions } from '../../support/options.js';
import { warn } from '../../support/platform.js';
import { isList, readable } from '../../support/views.js';
import { closest, describe, listed, wording } from '../../support/wording.js';
import type { Missing, Scale, Unseen } from './Preparation.js';
import type { Table } from './Table.js';

/** What of {@link prepare}'s options a column may have for itself. */
export interface ColumnOptions {
  /** As of all columns; of a target too. */
  readonly scale?: Scale | undefined;
  /** As of all columns. */
  readonly missing?: Missing | undefined;
  /** Whether an input more says that the cell was missing, even if none was in the training rows. */
  readonly missingIndicator?: boolean | undefined;
  /** As of all columns. */
  readonly unseen?: Unseen | undefined;
  /** As of all columns. */
  readonly minFrequency?: number | undefined;
  /**
   * The words in the order of their inputs, or of the classes for a target: the second of two is class 1. Then dates and texts
   * of which most differ are taken too.
   */
  readonly categories?: readonly string[] | undefined;
}

/** Options of {@link prepare}. */
export interface PrepareOptions<Target extends string = string> {
  /** The column that the network answers, or several columns of numbers. */
  readonly target: Target | readonly Target[];
  /** How numbers are scaled; `'standardize'` if left out. */
  readonly scale?: Scale | undefined;
  /** How targets of numbers are scaled; `'standardize'` if left out. */
  readonly targetScale?: Scale | undefined;
  /**
   * What fills missing cells, those of later rows too: of numbers the median, if left out; of words, and of yes and no, always the most
   * frequent one, unless it is `'refuse'`. Of equal ones the first is taken.
   */
  readonly missing?: Missing | undefined;
  /** Whether each column with missing cells gets an input more, 1 where the cell was missing; false if left out. */
  readonly missingIndicator?: boolean | undefined;
  /** What becomes of words that the training rows do not have; `'refuse'` if left out. */
  readonly unseen?: Unseen | undefined;
  /**
   * Words of fewer rows count as not seen; 1 if left out. With `unseen: 'column'` they teach the network what to make of a word that it
   * does not know.
   */
  readonly minFrequency?: number | undefined;
  /** Columns by name: `'drop'` leaves one out, and options of its own go before those of all. */
  readonly columns?: Readonly<Record<string, 'drop' | ColumnOptions | undefined>> | undefined;
  /** Called with a sentence for what looks like a mistake and may be meant; `console.warn` if left out. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** The options of one column, complete. Those of its own are undefined where they are left out. */
export interface ColumnPlan {
  readonly scale: Scale;
  readonly missing: Missing;
  /** The same if it was said of this column. */
  readonly ownMissing: Missing | undefined;
  readonly missingIndicator: boolean | 'where missing';
  readonly unseen: Unseen;
  readonly minFrequency: number;
  readonly categories: readonly string[] | undefined;
}

/** The options, complete. */
export interface PreparePlan {
  readonly targets: readonly string[];
  /** The names of all columns that are left out. */
  readonly dropped: ReadonlySet<string>;
  readonly planOf: (name: string) => ColumnPlan;
  readonly onWarning: (message: string) => void;
}

const OPTIONS = [
  'target',
  'scale',
  'targetScale',
  'missing',
  'missingIndicator',
  'unseen',
  'minFrequency',
  'columns',
  'onWarning',
] as const;
const OF_COLUMN = ['scale', 'missing', 'missingIndicator', 'unseen', 'minFrequency', 'categories'] as const;
const ELSEWHERE = {
  label: 'Here it is called target.',
  targets: "Here they are called target: target: ['width', 'height'].",
  drop: "As columns: { name: 'drop' }.",
  kinds: "table takes them: table(text, { kinds: { post_code: 'word' } }).",
  scaling: 'Here it is called scale.',
  impute: 'Here it is called missing.',
  strategy: 'Here it is called missing.',
};
const VALUES = {
  scale: ['standardize', 'minMax', 'none'],
  missing: ['median', 'mean', 'mostFrequent', 'refuse'],
  unseen: ['refuse', 'zeros', 'column'],
} as const;

/** The options, checked against the columns of the table. */
export function readPrepareOptions(table: Table, options: PrepareOptions): PreparePlan {
  const given = readOptions('prepare options', options, OPTIONS, ELSEWHERE);
  const { target, onWarning = warn } = given;
  const names = new Set(table.columns.map(({ name }) => name));
  const targets = readTargets(target);
  const targetNames = new Set(targets);
  for (const name of targets) checkKnown('prepare: target', name, names);
  const whole = readColumnOptions('prepare', given);
  const targetScale = oneOf('prepare: targetScale', given.targetScale, VALUES.scale) ?? 'standardize';
  const { dropped, own } = readColumns(given.columns, names, targetNames);
  return {
    targets,
    dropped,
    planOf(name) {
      const column: ColumnOptions = own.get(name) ?? Object.create(null);
      const plan: ColumnOptions = Object.assign(Object.create(null), whole, column);
      const isTarget = targetNames.has(name);
      return {
        scale: isTarget ? (column.scale ?? targetScale) : (plan.scale ?? 'standardize'),
        missing: plan.missing ?? 'median',
        ownMissing: column.missing,
        missingIndicator: column.missingIndicator ?? (whole.missingIndicator === true ? 'where missing' : false),
        unseen: plan.unseen ?? 'refuse',
        minFrequency: plan.minFrequency ?? 1,
        categories: column.categories,
      };
    },
    onWarning: functionValue('prepare: onWarning', onWarning),
  };
}

/** The names of the targets: one, or those of a list. */
function readTargets(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target];
  if (isList(target) && target.length > 0) return readNames('prepare: target', target, 'target');
  const remedy = "As target: 'price', or target: ['price', 'rent'].";
  throw new ArgumentError(wording('prepare: target', 'the name of a column, or a list of names', describe(target), remedy));
}

/** The options that a column may have, checked. Only a column has categories. */
function readColumnOptions(what: string, given: ColumnOptions): ColumnOptions {
  const { missingIndicator, minFrequency, categories } = given;
  const read: { -readonly [Name in keyof ColumnOptions]: ColumnOptions[Name] } = {
    scale: oneOf(`${what}: scale`, given.scale, VALUES.scale),
    missing: oneOf(`${what}: missing`, given.missing, VALUES.missing),
    unseen: oneOf(`${what}: unseen`, given.unseen, VALUES.unseen),
    missingIndicator: missingIndicator === undefined ? undefined : trueOrFalse(`${what}: missingIndicator`, missingIndicator),
    minFrequency: minFrequency === undefined ? undefined : wholeNumber(`${what}: minFrequency`, minFrequency, 1),
    categories: categories === undefined ? undefined : readNames(`${what}: categories`, categories, 'category'),
  };
  for (const name of OF_COLUMN) if (read[name] === undefined) delete read[name];
  return Object.assign(Object.create(null), read);
}

function readColumns(
  given: PrepareOptions['columns'],
  names: ReadonlySet<string>,
  targets: ReadonlySet<string>,
): { readonly dropped: ReadonlySet<string>; readonly own: ReadonlyMap<string, ColumnOptions> } {
  const dropped = new Set<string>();
  const own = new Map<string, ColumnOptions>();
  if (given === undefined) return { dropped, own };
  if (typeof given !== 'object' || given === null || isList(given)) {
    const remedy = "As columns: { name: 'drop', age: { missing: 'mean' } }.";
    throw new ArgumentError(wording('prepare: columns', 'an object by names of columns', describe(given), remedy));
  }
  for (const [name, value] of Object.entries(readable<NonNullable<PrepareOptions['columns']>>(given))) {
    if (value === undefined) continue;
    const what = `prepare: columns[${describe(name)}]`;
    checkKnown('prepare: columns', name, names);
    if (value === 'drop') {
      if (targets.has(name)) throw new ArgumentError(wording(what, 'a target, which is not dropped', "'drop'"));
      dropped.add(name);
    } else if (typeof value === 'string')
      throw new ArgumentError(wording(what, "'drop', or options in an object", describe(value)));
    else own.set(name, readColumnOptions(what, readOptions(what, value, OF_COLUMN, ELSEWHERE)));
  }
  return { dropped, own };
}

/** Throws unless it is the name of a column. */
function checkKnown(what: string, name: string, known: ReadonlySet<string>): void {
  if (known.has(name)) return;
  const names = [...known];
  const meant = closest(name, names);
  const remedy = meant === undefined ? '' : `Did you mean ${describe(meant)}?`;
  throw new ArgumentError(wording(what, `one of ${listed(names.map(describe), 12)}`, describe(name), remedy));
}

function oneOf<Value extends string>(what: string, given: unknown, values: readonly Value[]): Value | undefined {
  if (given === undefined) return undefined;
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw new ArgumentError(wording(what, `one of ${values.map(describe).join(', ')}`, describe(given)));
}
