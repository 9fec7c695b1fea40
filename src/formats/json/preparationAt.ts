// A preparation from parsed JSON, which may hold anything.
import { YES_NO } from '../../data/table/cells.js';
import { inputNames, type UsedColumn, widthOf } from '../../data/table/encode.js';
import type {
  Preparation,
  PreparationData,
  PreparedColumn,
  PreparedTarget,
  ScaledNumber,
} from '../../data/table/Preparation.js';
import { MOST_INPUTS, preparationOf } from '../../data/table/preparationOf.js';
import { readNames } from '../../support/names.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { arrayAt, fieldsAt, objectAt } from './jsonFields.js';
import { LONGEST } from './namesText.js';

const SCALES = ['standardize', 'minMax', 'none'] as const;
const MISSING = ['median', 'mean', 'mostFrequent', 'refuse'] as const;
const MISSING_WORDS = ['mostFrequent', 'refuse'] as const;
const UNSEEN = ['refuse', 'zeros', 'column'] as const;
const KINDS = ['number', 'word', 'yes/no', 'drop'] as const;

/** The preparation at a path, for a network of such inputs and outputs, with a target of classes or targets of numbers. */
export function preparationAt(
  path: string,
  value: unknown,
  { sizes }: { readonly sizes: readonly number[] },
  answers: 'classes' | 'numbers',
): Preparation {
  const preparation = preparationOf(preparationDataAt(path, value));
  const { width, targets, classNames } = preparation;
  const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1]];
  if (width !== inputs) throw fileError(`${path}.columns`, `${inputs} inputs, as the first layer takes`, `${width}`);
  if ((classNames === undefined) !== (answers === 'numbers')) {
    throw fileError(`${path}.targets`, `targets of ${answers}`, `a column of ${targets[0].kind}`);
  }
  const count = classNames?.length ?? targets.length;
  if (count !== outputs && !(count === 2 && outputs === 1 && answers === 'classes')) {
    const of = answers === 'classes' ? 'classes' : 'targets';
    throw fileError(`${path}.targets`, `${outputs} ${of}, as the last layer has outputs`, `${count}`);
  }
  return preparation;
}

/** What a preparation has learnt, at a path. */
export function preparationDataAt(path: string, value: unknown): PreparationData {
  const fields = fieldsAt(path, value, ['columns', 'targets']);
  const columns = arrayAt(`${path}.columns`, fields.columns).map((column, index) =>
    columnAt(`${path}.columns[${index}]`, column),
  );
  const targets = arrayAt(`${path}.targets`, fields.targets).map((target, index) =>
    targetAt(`${path}.targets[${index}]`, target),
  );
  const used = columns.filter((column): column is UsedColumn => column.kind !== 'drop');
  if (used.length === 0) throw fileError(`${path}.columns`, 'a column that is not left out', 'none');
  if (targets.length === 0) throw fileError(`${path}.targets`, 'one target or more', 'none');
  const classes = targets.findIndex(({ kind }) => kind !== 'number');
  if (classes >= 0 && targets.length > 1) {
    throw fileError(
      `${path}.targets[${classes}].kind`,
      "'number', since there are several targets",
      describe(targets[classes].kind),
    );
  }
  const width = used.reduce((sum, column) => sum + widthOf(column), 0);
  if (width > MOST_INPUTS) throw fileError(`${path}.columns`, `at most ${MOST_INPUTS} inputs`, `${width}`);
  const names = [...columns, ...targets].map(({ name }) => name);
  readNames(`${path}: names`, names, 'column', fileError);
  readNames(`${path}: names of inputs`, used.flatMap(inputNames), 'input', fileError);
  return { columns, targets };
}

function columnAt(path: string, value: unknown): PreparedColumn {
  const { kind: given }: { readonly kind?: unknown } = objectAt(path, value);
  const kind = oneOf(`${path}.kind`, given, KINDS);
  if (kind === 'drop') {
    const { name } = fieldsAt(path, value, ['name', 'kind']);
    return { name: nameAt(`${path}.name`, name), kind };
  }
  if (kind === 'number') {
    const fields = fieldsAt(path, value, ['name', 'kind', 'missing', 'fill', 'indicator', 'scale', 'offset', 'divisor']);
    const missing = oneOf(`${path}.missing`, fields.missing, MISSING);
    const fill = fillAt(path, fields.fill, missing, 'a finite number', isFiniteNumber);
    const indicator = trueOrFalse(`${path}.indicator`, fields.indicator);
    return { name: nameAt(`${path}.name`, fields.name), kind, missing, fill, indicator, ...scaleAt(path, fields) };
  }
  const names = ['name', 'kind', 'missing', 'fill', 'indicator', ...(kind === 'word' ? ['categories', 'unseen'] : [])];
  const fields: Record<string, unknown> = fieldsAt(path, value, names);
  const missing = oneOf(`${path}.missing`, fields.missing, MISSING_WORDS);
  const indicator = trueOrFalse(`${path}.indicator`, fields.indicator);
  const head = { name: nameAt(`${path}.name`, fields.name), missing, indicator };
  if (kind === 'yes/no') return { ...head, kind, fill: fillAt(path, fields.fill, missing, 'true or false', isBoolean) };
  const categories = wordsAt(`${path}.categories`, fields.categories);
  const isWord = (word: unknown): word is string => typeof word === 'string' && categories.includes(word);
  const fill = fillAt(path, fields.fill, missing, 'one of its categories', isWord);
  return { ...head, kind, fill, categories, unseen: oneOf(`${path}.unseen`, fields.unseen, UNSEEN) };
}

function targetAt(path: string, value: unknown): PreparedTarget {
  const { kind: given }: { readonly kind?: unknown } = objectAt(path, value);
  const kind = oneOf(`${path}.kind`, given, ['number', 'word', 'yes/no']);
  if (kind === 'number') {
    const fields = fieldsAt(path, value, ['name', 'kind', 'scale', 'offset', 'divisor']);
    return { name: nameAt(`${path}.name`, fields.name), kind, ...scaleAt(path, fields) };
  }
  const fields = fieldsAt(path, value, ['name', 'kind', 'categories']);
  const categories = wordsAt(`${path}.categories`, fields.categories);
  if (kind === 'yes/no' && categories.join() !== YES_NO.join()) {
    throw fileError(`${path}.categories`, "'no' and 'yes'", categories.slice(0, 3).map(describe).join(', '));
  }
  return { name: nameAt(`${path}.name`, fields.name), kind, categories };
}

function scaleAt(
  path: string,
  fields: { readonly scale: unknown; readonly offset: unknown; readonly divisor: unknown },
): ScaledNumber {
  const scale = oneOf(`${path}.scale`, fields.scale, SCALES);
  const { offset, divisor } = fields;
  if (!isFiniteNumber(offset)) throw fileError(`${path}.offset`, 'a finite number', describe(offset));
  if (!isFiniteNumber(divisor) || divisor < 0) throw fileError(`${path}.divisor`, 'a finite number from 0', describe(divisor));
  if (scale === 'none' && (offset !== 0 || divisor !== 1)) {
    throw fileError(`${path}.scale`, "'standardize' or 'minMax', since it has an offset or a divisor", describe(scale));
  }
  return { scale, offset, divisor };
}

/** What fills a missing cell; undefined, which files write as null, where it is refused. */
function fillAt<Value>(
  path: string,
  value: unknown,
  missing: string,
  expected: string,
  is: (value: unknown) => value is Value,
): Value | undefined {
  if (missing === 'refuse' && value === null) return undefined;
  if (missing !== 'refuse' && is(value)) return value;
  throw fileError(`${path}.fill`, missing === 'refuse' ? 'null, since it is refused' : expected, describe(value));
}

/** Words, all different: one or more. */
function wordsAt(path: string, value: unknown): readonly string[] {
  const words = readNames(path, arrayAt(path, value), 'category', fileError);
  words.forEach((word, index) => {
    nameAt(`${path}[${index}]`, word);
  });
  return words;
}

function nameAt(path: string, value: unknown): string {
  if (typeof value !== 'string') throw fileError(path, 'a name', describe(value));
  if (value.length > LONGEST) throw fileError(path, `a name of at most ${LONGEST} letters`, `${value.length}`);
  return value;
}

function trueOrFalse(path: string, value: unknown): boolean {
  if (isBoolean(value)) return value;
  throw fileError(path, 'true or false', describe(value));
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function oneOf<Value extends string>(path: string, value: unknown, values: readonly Value[]): Value {
  const found = values.find((one) => one === value);
  if (found !== undefined) return found;
  throw fileError(path, `one of ${values.map(describe).join(', ')}`, describe(value));
}
