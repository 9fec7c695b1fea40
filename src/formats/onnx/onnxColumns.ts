// The columns of a preparation as nodes of a graph: an input [batch, 1] for each column that is read, and the inputs of the network.
//
// A graph cannot refuse a row. Where `read` does, the column gives NaN, and at its end the graph answers NaN (see refusedRows).
//
// Source: the operators IsNaN, IsInf, Where and ReduceSum of ONNX, and LabelEncoder of its domain ai.onnx.ml.
import type {
  DroppedColumn,
  PreparationData,
  PreparedColumn,
  PreparedNumber,
  PreparedWord,
  PreparedYesNo,
} from '../../data/table/Preparation.js';
import { LABEL_ELEMENT, TENSOR_ELEMENT } from './onnxFields.js';
import type { PartList } from './PartList.js';

/** A column that is an input of the graph. */
export type UsedColumn = Exclude<PreparedColumn, DroppedColumn>;

/** The columns that are inputs of the graph. */
export function usedColumns({ columns }: PreparationData): UsedColumn[] {
  return columns.filter((column): column is UsedColumn => column.kind !== 'drop');
}

/** Words that stand for a missing cell where they are no category, the empty one first: all that a table takes so, but for longer rows of marks. */
export const MISSING_WORDS: readonly string[] =
  /* @__PURE__ */ ' <NA> NA N/A #NA #N/A na n/a Null null NULL \\N undefined NaN nan NAN -NaN -nan -NAN +NaN +nan +NAN ? ?? ??? - -- ---'.split(
    ' ',
  );

/** Adds the nodes of all columns; the name of the network's inputs [batch, width]. */
export function addColumns(list: PartList, columns: readonly UsedColumn[]): string {
  const pieces = columns.flatMap((column, index) => {
    const at = `column.${index}`;
    if (column.kind === 'number') return numberColumn(list, column, at);
    return column.kind === 'word' ? wordColumn(list, column, at) : yesNoColumn(list, column, at);
  });
  return list.inner('Concat', pieces, 'inputs', { attributes: { axis: { integer: 1 } } });
}

/** (x - offset) / divisor in float64, as it is done here. NaN is a missing cell. */
function numberColumn(list: PartList, column: PreparedNumber, at: string): string[] {
  const { name, fill, indicator, offset, divisor } = column;
  const exact = list.cast(name, `${at}.exact`, TENSOR_ELEMENT.double);
  const missing = isMissing(list, column, at);
  const filled =
    missing === undefined || fill === undefined
      ? exact
      : list.inner('Where', [missing, list.double(`${at}.fill`, fill), exact], `${at}.filled`);
  const centred = list.inner('Sub', [filled, list.double(`${at}.offset`, offset)], `${at}.centred`);
  // A column that never changes is 0 whatever comes, and so is anything divided by infinity.
  const size = list.double(`${at}.divisor`, divisor === 0 ? Number.POSITIVE_INFINITY : divisor);
  const quotient = list.inner('Div', [centred, size], `${at}.quotient`);
  const scaled = list.cast(quotient, `${at}.scaled`, TENSOR_ELEMENT.float);
  return indicator ? [scaled, flag(list, missing, at)] : [scaled];
}

/** 1 for yes, 0 for no, as it comes; NaN is a missing cell, and any other number is refused. */
function yesNoColumn(list: PartList, column: PreparedYesNo, at: string): string[] {
  const { name, fill, indicator } = column;
  const missing = isMissing(list, column, at);
  const filled =
    missing === undefined || fill === undefined
      ? name
      : list.inner('Where', [missing, list.float(`${at}.fill`, Number(fill)), name], `${at}.filled`);
  const no = list.inner('Equal', [filled, list.float(`${at}.zero`, 0)], `${at}.no`);
  const yes = list.inner('Equal', [filled, list.float(`${at}.one`, 1)], `${at}.yes`);
  const known = list.inner('Or', [no, yes], `${at}.known`);
  const value = list.inner('Where', [known, filled, list.float(`${at}.refused`, Number.NaN)], `${at}.value`);
  return indicator ? [value, flag(list, missing, at)] : [value];
}

/** Whether a number is missing, where that makes a difference. */
function isMissing(list: PartList, { name, fill, indicator }: PreparedNumber | PreparedYesNo, at: string): string | undefined {
  return fill === undefined && !indicator ? undefined : list.inner('IsNaN', [name], `${at}.missing`);
}

function flag(list: PartList, missing: string | undefined, at: string): string {
  return list.cast(missing ?? '', `${at}.flag`, TENSOR_ELEMENT.float);
}

/** One-hot: the place of the word, compared with every place. */
function wordColumn(list: PartList, column: PreparedWord, at: string): string[] {
  const { name, fill, indicator, categories, unseen } = column;
  const width = categories.length + (unseen === 'column' ? 1 : 0);
  const refused = categories.length + 1;
  // A cell is read without blanks around it, and is never a category that has some.
  const known = categories.filter((word) => word === word.trim());
  const places = new Map(categories.map((word, place) => [word, place]));
  const marks = MISSING_WORDS.filter((word) => !places.has(word));
  const missingPlace = fill === undefined ? refused : (places.get(fill) ?? refused);
  const placeOf = (word: string) => places.get(word) ?? missingPlace;
  const words = [...known, ...marks];
  const others = unseen === 'refuse' ? refused : categories.length;
  const place = encode(list, name, `${at}.place`, words, words.map(placeOf), others);
  const all = list.constant(
    `${at}.places`,
    Float32Array.from({ length: width }, (_, index) => index),
  );
  const hot = list.cast(list.inner('Equal', [place, all], `${at}.same`), `${at}.hot`, TENSOR_ELEMENT.float);
  const pieces = [hot];
  if (fill === undefined || unseen === 'refuse') {
    const isRefused = list.inner('Equal', [place, list.float(`${at}.none`, refused)], `${at}.refused`);
    pieces[0] = list.inner('Where', [isRefused, list.float(`${at}.nan`, Number.NaN), hot], `${at}.value`);
  }
  if (indicator) pieces.push(encode(list, name, `${at}.flag`, marks, new Array(marks.length).fill(1), 0));
  return pieces;
}

/** A number for each of the words, and one for all others. */
function encode(
  list: PartList,
  input: string,
  output: string,
  words: readonly string[],
  numbers: readonly number[],
  others: number,
): string {
  return list.inner('LabelEncoder', [input], output, {
    domain: 'ai.onnx.ml',
    attributes: { keys_strings: { texts: words }, values_floats: { floats: numbers }, default_float: { float: others } },
  });
}

/** Adds the nodes that find rows with a cell that is refused: [batch, 1], true or false. */
export function refusedRows(list: PartList, inputs: string): string {
  const bad = list.inner(
    'Or',
    [list.inner('IsNaN', [inputs], 'refused.nan'), list.inner('IsInf', [inputs], 'refused.infinite')],
    'refused.inputs',
  );
  const ones = list.cast(bad, 'refused.ones', TENSOR_ELEMENT.float);
  const count = list.inner('ReduceSum', [ones, list.constant('refused.axis', BigInt64Array.of(BigInt(1)))], 'refused.count', {
    attributes: { keepdims: { integer: 1 } },
  });
  return list.cast(count, 'refused.rows', LABEL_ELEMENT.truth);
}
