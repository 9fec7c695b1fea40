// The columns of numbers of a CSV text.
import { describe } from '../../support/wording.js';
import type { CsvReader } from './CsvReader.js';
import { csvError } from './csvError.js';
import { decimalAt } from './decimalAt.js';
import { numberRemedy } from './numberRemedy.js';

/** Rows of numbers, in an array that grows. */
export class GrowingRows {
  values: Float32Array;
  /** Numbers in use. */
  length = 0;
  readonly width: number;

  /** @param room - How many numbers to expect. */
  constructor(width: number, room: number) {
    this.width = width;
    this.values = new Float32Array(Math.max(width, room));
  }

  /** Makes room for another row, and returns where it begins. */
  add(): number {
    const start = this.length;
    this.length += this.width;
    if (this.length > this.values.length) {
      const larger = new Float32Array(Math.max(this.length, this.values.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    return start;
  }

  read(): Float32Array {
    return this.values.subarray(0, this.length);
  }
}

/** Moves the reader to the next field, and returns the number in it. */
export function nextNumber(reader: CsvReader, nameOf: (column: number) => string, column: number): number {
  const plain = reader.nextPlain();
  if (!Number.isNaN(plain)) return plain;
  reader.next();
  const { text, start, end } = reader;
  const number = decimalAt(text, start, end);
  if (Number.isFinite(Math.fround(number))) return number;
  throw noNumber(reader, number, `line ${reader.line}, ${nameOf(column)}`);
}

function noNumber(reader: CsvReader, number: number, place: string): Error {
  const got = reader.start === reader.end ? 'an empty field' : describe(reader.value());
  if (!Number.isNaN(number)) return csvError(place, 'a finite number that fits a float32', got);
  const header = reader.line === 1 ? ' If the first line is a header, say header: true.' : '';
  return csvError(place, 'a number', got, `${numberRemedy(reader)}${header}`);
}
