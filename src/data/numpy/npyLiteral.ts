// Reads the header of a .npy file, which is a Python dictionary written out. Just what NumPy writes is understood, and nothing is run.
import { describe } from '../../support/wording.js';
import { npyError } from './npyError.js';

/** The fields of the header, unchecked. */
export interface NpyFields {
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Byte of the file where `descr` stands. */
  readonly descrOffset: number;
  /** Byte of the file where `shape` stands. */
  readonly shapeOffset: number;
}

const KEYS = ['descr', 'fortran_order', 'shape'];

/** Reads `text`, which begins at byte `start` of the file. */
export function readNpyFields(what: string, text: string, start: number): NpyFields {
  let at = 0;

  function fault(expected: string, from = at): Error {
    const got = from < text.length ? describe(text.slice(from, from + 20).trimEnd()) : 'its end';
    return npyError(`${what}: header`, start + from, expected, got, 'Was it written by NumPy?');
  }

  function skip(): void {
    while (text[at] === ' ') at++;
  }

  /** Skips this mark if it comes next. Returns whether it did. */
  function take(mark: string): boolean {
    skip();
    if (!text.startsWith(mark, at)) return false;
    at += mark.length;
    return true;
  }

  function need(mark: string): void {
    if (!take(mark)) throw fault(`'${mark}'`);
  }

  function readString(expected: string): string {
    skip();
    const quote = text[at];
    const end = quote === "'" || quote === '"' ? text.indexOf(quote, at + 1) : -1;
    const value = text.slice(at + 1, Math.max(at, end));
    if (end < 0 || value.includes('\\')) throw fault(expected);
    at = end + 1;
    return value;
  }

  function readDescr(): string {
    skip();
    if (text[at] !== '[') return readString('a type in quotes');
    const remedy = 'Save each field by itself: np.save(path, array["name"]).';
    throw npyError(`${what}: descr`, start + at, 'one type of numbers', 'a record of fields', remedy);
  }

  function readFlag(): boolean {
    if (take('True')) return true;
    if (take('False')) return false;
    throw fault('True or False');
  }

  function readSize(): number {
    skip();
    const digits = /^\d{1,16}/.exec(text.slice(at, at + 16))?.[0];
    if (digits === undefined || !Number.isSafeInteger(Number(digits))) throw fault('a whole number from 0 to 2^53 - 1');
    at += digits.length;
    // Python 2 wrote long numbers so.
    take('L');
    return Number(digits);
  }

  function readShape(): number[] {
    const sizes: number[] = [];
    need('(');
    while (!take(')')) {
      sizes.push(readSize());
      if (take(',')) continue;
      if (sizes.length < 2) throw fault("','");
      need(')');
      break;
    }
    return sizes;
  }

  let descr: string | undefined;
  let fortranOrder: boolean | undefined;
  let shape: number[] | undefined;
  let descrOffset = start;
  let shapeOffset = start;
  need('{');
  while (!take('}')) {
    skip();
    const keyAt = at;
    const key = readString('a key in quotes');
    need(':');
    skip();
    if (key === 'descr' && descr === undefined) {
      descrOffset = start + at;
      descr = readDescr();
    } else if (key === 'fortran_order' && fortranOrder === undefined) {
      fortranOrder = readFlag();
    } else if (key === 'shape' && shape === undefined) {
      shapeOffset = start + at;
      shape = readShape();
    } else {
      throw fault(`each of ${KEYS.join(', ')} once`, keyAt);
    }
    if (take(',')) continue;
    need('}');
    break;
  }
  if (!/^ *\n?$/.test(text.slice(at))) throw fault('spaces to its end');
  if (descr === undefined || fortranOrder === undefined || shape === undefined) throw fault(KEYS.join(', '), 0);
  return { descr, fortranOrder, shape, descrOffset, shapeOffset };
}
