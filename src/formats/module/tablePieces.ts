// The pieces of modules that read rows of a table, as text: types stand in comments, and words in capitals are replaced.
//
// They do what data/table/encode.ts does with a cell, in the same order, so that answers have the same bits.

export const COLUMN_TYPE = `
/** What becomes of a column. */
export interface Column {
  readonly name: string;
  readonly kind: 'number' | 'word' | 'yes/no';
  /** The number that stands for a missing cell; of words the place among the categories. Undefined where a missing cell is refused. */
  readonly fill: number | undefined;
  /** Whether an input more says, by 1, that the cell was missing. */
  readonly indicator: boolean;
  /** A number becomes (x - offset) / divisor. */
  readonly offset: number;
  readonly divisor: number;
  /** The words, in the order of their inputs. */
  readonly categories: readonly string[];
  /** What becomes of any other word. */
  readonly unseen: 'refuse' | 'zeros' | 'column';
}
`;

export const READ_ROW_EXPORT = `
/**
 * What the classifier reads in a row of a table.
 *
 * @param ROW_TAG - A cell for each column, by name; null where it is not known.
 * @returns The class, its name, how bright its output is, and all outputs.
 */
export function read(row/*: Row*/)/*: Reading*/ {
  const outputs = layers.reduce((activations, layer) => forwardLayer(layer, activations), prepareRow(row));
CONCLUSION
}
`;

export const READ_NUMBERS_EXPORT = `
/**
 * What the regressor answers to a row of a table.
 *
 * @param ROW_TAG - A cell for each column, by name; null where it is not known.
 * @returns The targets by name, in their units.
 */
export function read(row/*: Row*/)/*: Answer*/ {
  const outputs = layers.reduce((activations, layer) => forwardLayer(layer, activations), prepareRow(row));
  if (outputs.some(Number.isNaN)) throw new RangeError('output: expected numbers, got NaN.');
  const answers = targets.map(({ name, offset, divisor }, index) => [name, /*(*/outputs[index]/* as number)*/ * divisor + offset]);
  return Object.fromEntries(answers);
}
`;

export const PREPARE_ROW = `
/** The network's inputs for a row: those of each column, in their order. */
function prepareRow(row/*: Row*/)/*: Float32Array*/ {
  if (typeof row !== 'object' || row === null || Array.isArray(row) || ArrayBuffer.isView(row)) {
    throw new TypeError('row: expected an object with a cell for each column.');
  }
  const cells/*: Map<string, unknown>*/ = new Map(Object.entries(row));
  for (const name of cells.keys()) {
    if (!known.has(name)) throw new TypeError('row: expected only ' + [...known].join(', ') + ', got ' + JSON.stringify(name) + '.');
  }
  return Float32Array.from(
    columns.flatMap((column) => {
      const { name } = column;
      if (!cells.has(name)) throw refused(name, 'a cell', 'none. Give null where it is not known');
      return inputsOf(column, cells.get(name));
    }),
  );
}

/** The inputs that a cell becomes. */
function inputsOf(column/*: Column*/, cell/*: unknown*/)/*: number[]*/ {
  const { name, kind, fill, indicator, offset, divisor, categories, unseen } = column;
  const code = codeOf(column, cell);
  const value = code ?? fill;
  if (value === undefined) throw refused(name, 'a cell', 'a missing one');
  const inputs = [value];
  if (kind === 'word') {
    inputs.pop();
    for (let place = 0; place < categories.length; place++) inputs.push(place === value ? 1 : 0);
    if (unseen === 'column') inputs.push(value === categories.length ? 1 : 0);
  } else if (kind === 'number') {
    const scaled = f(divisor === 0 ? 0 : (value - offset) / divisor);
    if (!Number.isFinite(scaled)) throw refused(name, 'a number that can be scaled', String(value));
    inputs[0] = scaled;
  }
  if (indicator) inputs.push(code === undefined ? 1 : 0);
  return inputs;
}

const MISSING = MISSING_WORDS;
const DECIMAL = /^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?$/;

/** A number, the place of a word (behind the last for one that is not known), or 1 for yes and 0 for no; undefined for a missing cell. */
function codeOf({ name, kind, categories, unseen }/*: Column*/, cell/*: unknown*/)/*: number | undefined*/ {
  const text = textOf(name, cell);
  if (kind === 'word') {
    const place = categories.indexOf(text);
    if (place >= 0) return place;
    if (MISSING.test(text)) return undefined;
    if (unseen !== 'refuse') return categories.length;
    throw refused(name, 'one of ' + categories.slice(0, 9).join(', '), text);
  }
  if (MISSING.test(text)) return undefined;
  if (kind === 'yes/no') {
    const word = text.toLowerCase();
    if (['true', 'yes', 'y', 't', '1'].includes(word)) return 1;
    if (['false', 'no', 'n', 'f', '0'].includes(word)) return 0;
    throw refused(name, 'yes or no, true or false', text);
  }
  const number = typeof cell === 'number' ? cell : DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw refused(name, 'a number', text);
}

/** What a cell says, without blanks around it: nothing where it is missing. */
function textOf(name/*: string*/, cell/*: unknown*/)/*: string*/ {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'bigint') return String(cell);
  if (Object.prototype.toString.call(cell) !== '[object Date]') throw refused(name, 'a number, a text, true, false or null', 'something else');
  const time = Number(cell);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function refused(name/*: string*/, expected/*: string*/, got/*: string*/)/*: Error*/ {
  return new RangeError('row: column ' + JSON.stringify(name) + ': expected ' + expected + ', got ' + got + '.');
}
`;
