// The tensors of a header, checked: each fits its bytes, and together they fill the file without overlap or hole.
import { LimitError } from '../../support/errors.js';
import { describe, numbersIn, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { headerError, tableAt } from './safetensorsHeader.js';
import { type StoredType, storedType, TYPE_NAMES } from './safetensorsTypes.js';

/** The place of a tensor's numbers, and their type and shape. */
export interface TensorEntry {
  readonly name: string;
  readonly type: StoredType;
  readonly shape: readonly number[];
  /** The number of numbers. */
  readonly count: number;
  /** First byte, and the byte behind the last, counted from where the numbers begin. */
  readonly begin: number;
  readonly end: number;
}

/** Tensors of a file: the weights and biases of as many layers as a network may have. */
const MOST_TENSORS = 20_000;

/** Dimensions of a tensor; PyTorch has 64 of them at most. */
const MOST_DIMENSIONS = 64;

const FIELDS = ['dtype', 'shape', 'data_offsets'];

/** The tensors in the order of their bytes, of a file that has `length` bytes of numbers from byte `start` on. */
export function readEntries(
  what: string,
  fields: Readonly<Record<string, unknown>>,
  start: number,
  length: number,
): TensorEntry[] {
  const names = Object.keys(fields).filter((name) => name !== '__metadata__');
  if (names.length > MOST_TENSORS) {
    throw new LimitError(wording(`${what}: header`, `at most ${MOST_TENSORS} tensors`, `${names.length}`));
  }
  const entries = names.map((name) => readEntry(`${what}: ${describe(name)}`, name, fields[name]));
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkFilling(what, entries, start, length);
  return entries;
}

function readEntry(path: string, name: string, value: unknown): TensorEntry {
  const table = tableAt(path, value);
  const keys = Object.keys(table);
  if (keys.length !== FIELDS.length || !FIELDS.every((field) => Object.hasOwn(table, field))) {
    throw fileError(path, `the fields ${FIELDS.join(', ')}`, keys.join(', ') || 'none');
  }
  const { dtype } = table;
  const type = storedType(dtype);
  if (type === undefined) {
    throw fileError(`${path}.dtype`, TYPE_NAMES, describe(dtype), 'Convert it before saving, as tensor.float() in PyTorch.');
  }
  const shape = sizesAt(`${path}.shape`, table.shape);
  const count = countOf(`${path}.shape`, shape);
  const [begin = 0, end = 0, ...more] = sizesAt(`${path}.data_offsets`, table.data_offsets, 2);
  if (more.length > 0 || end < begin)
    throw fileError(`${path}.data_offsets`, 'a beginning and an end behind it', `${begin}, ${end}`);
  if (end - begin !== count * type.size) {
    const expected = `${count * type.size} bytes, for ${shape.join(' x ') || 'a single number'} of ${dtype}`;
    throw fileError(`${path}.data_offsets`, expected, `${end - begin}`);
  }
  return { name, type, shape, count, begin, end };
}

/** Whole numbers from 0; the caller limits them. */
function sizesAt(path: string, value: unknown, length?: number): number[] {
  if (!Array.isArray(value)) throw fileError(path, 'an array of whole numbers', describe(value));
  if (length !== undefined && value.length !== length) throw fileError(path, numbersIn(length), `${value.length}`);
  if (value.length > MOST_DIMENSIONS)
    throw new LimitError(wording(path, `at most ${MOST_DIMENSIONS} dimensions`, `${value.length}`));
  return value.map((size: unknown, index) => {
    if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 0) return size;
    throw fileError(`${path}[${index}]`, 'a whole number from 0 to 2^53 - 1', describe(size));
  });
}

function countOf(path: string, shape: readonly number[]): number {
  if (shape.includes(0)) return 0;
  const count = shape.reduce((product, size) => product * size, 1);
  // Eight bytes a number must still be a whole number that a double holds.
  if (count * 8 <= Number.MAX_SAFE_INTEGER) return count;
  throw new LimitError(wording(path, 'less than 2^50 numbers', shape.join(' x ')));
}

function checkFilling(what: string, entries: readonly TensorEntry[], start: number, length: number): void {
  let at = 0;
  let before = 'the header';
  for (const { name, begin, end } of entries) {
    if (begin !== at) {
      const fault = begin < at ? `${at - begin} bytes of it` : `a hole of ${begin - at} bytes`;
      throw headerError(`${what}: ${describe(name)}`, start + begin, `its numbers right behind those of ${before}`, fault);
    }
    at = end;
    before = describe(name);
  }
  if (at > length) {
    const remedy = 'It is cut short; copy or download it again.';
    throw headerError(what, start + length, `a file of ${start + at} bytes`, `${start + length}`, remedy);
  }
  if (at < length) {
    throw headerError(
      what,
      start + at,
      `a file of ${start + at} bytes`,
      `${start + length}`,
      'There is more behind the last tensor.',
    );
  }
}

/** The texts of the header's `__metadata__`. */
export function readMetadata(what: string, fields: Readonly<Record<string, unknown>>): Map<string, string> {
  if (!Object.hasOwn(fields, '__metadata__')) return new Map();
  const path = `${what}: __metadata__`;
  const entries = Object.entries(tableAt(path, fields.__metadata__));
  return new Map(
    entries.map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      throw fileError(`${path}.${name}`, 'a text', describe(value));
    }),
  );
}
