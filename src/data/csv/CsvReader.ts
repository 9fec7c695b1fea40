// Reads a CSV text field by field (RFC 4180, and what programs write in its name).
import { csvError } from './csvError.js';
import { type Decimal, readDecimal } from './decimalAt.js';

const QUOTE = 0x22;
const RETURN = 0x0d;
const NEWLINE = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;

/** A place in a text, and the field it stands behind. */
export class CsvReader {
  /** Where the field begins and ends in the text: without its quotes, and without the blanks around it. */
  start = 0;
  end = 0;
  /** Whether it was quoted, and then whether there are quotes within, doubled. */
  quoted = false;
  doubled = false;
  /** Whether it is the last one of its line. */
  last = false;
  /** The line it begins in, from 1. */
  line = 1;

  /** The number that `nextPlain` read. */
  readonly plain: Decimal = { number: 0, digits: 0, end: 0 };

  readonly text: string;
  readonly delimiter: number;
  /** The function that reads, for errors. */
  readonly what: string;
  /** Where the next field begins. */
  at = 0;
  /** Lines that ended so far. */
  lines = 0;

  constructor(text: string, delimiter: string, what = 'parseCsv') {
    this.what = what;
    this.text = text;
    this.delimiter = delimiter.charCodeAt(0);
    this.rewind();
  }

  /** Goes back to the first line, behind a byte-order mark. */
  rewind(): void {
    this.at = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.lines = 0;
  }

  /** Skips empty lines, and those of blanks alone. Returns whether there is anything behind them. */
  skipEmptyLines(): boolean {
    for (;;) {
      const at = this.behindBlanks(this.at);
      const code = this.text.charCodeAt(at);
      if (code !== RETURN && code !== NEWLINE) return at < this.text.length;
      this.at = at;
      this.endLine(code);
    }
  }

  /** Where the next character stands that is no blank, or is the delimiter. */
  behindBlanks(start: number): number {
    let at = start;
    for (let code = this.text.charCodeAt(at); isBlank(code) && code !== this.delimiter; ) code = this.text.charCodeAt(++at);
    return at;
  }

  /** Moves to the next field. */
  next(): void {
    const { text, delimiter } = this;
    const { length } = text;
    this.line = this.lines + 1;
    const start = this.behindBlanks(this.at);
    if (text.charCodeAt(start) === QUOTE) {
      this.nextQuoted(start + 1);
      return;
    }
    this.quoted = false;
    let at = start;
    let code = text.charCodeAt(at);
    while (at < length && code !== delimiter && code !== NEWLINE && code !== RETURN) {
      if (code === QUOTE) throw strayQuote(this.what, this.line);
      code = text.charCodeAt(++at);
    }
    let end = at;
    while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
    this.start = start;
    this.end = end;
    this.endField(at);
  }

  /** Moves to the next field if it is a plain number, and returns it. Otherwise it returns NaN, and does not move. */
  nextPlain(): number {
    const { text, plain } = this;
    readDecimal(text, this.at, plain);
    const code = text.charCodeAt(plain.end);
    // An unfinished text has no code, and is rare enough to be left to `next`.
    if (code === this.delimiter) this.last = false;
    else if (code === NEWLINE || code === RETURN) this.last = true;
    else return Number.NaN;
    if (Number.isNaN(plain.number)) return Number.NaN;
    if (this.last) {
      this.at = plain.end;
      this.endLine(code);
    } else {
      this.at = plain.end + 1;
    }
    return plain.number;
  }

  /** The field as text. */
  value(): string {
    const value = this.text.slice(this.start, this.end);
    return this.quoted && this.doubled ? value.split('""').join('"') : value;
  }

  nextQuoted(start: number): void {
    const { text } = this;
    this.quoted = true;
    this.doubled = false;
    this.start = start;
    let at = start;
    for (;;) {
      const end = text.indexOf('"', at);
      if (end < 0) {
        throw csvError(`line ${this.line}`, 'a closing quote', 'the end of the text', 'A quote opens in this line.', this.what);
      }
      at = end + 2;
      if (text.charCodeAt(end + 1) === QUOTE) {
        this.doubled = true;
        continue;
      }
      this.end = end;
      break;
    }
    for (let i = this.start; i < this.end; i++) {
      const code = text.charCodeAt(i);
      if (code === NEWLINE || (code === RETURN && text.charCodeAt(i + 1) !== NEWLINE)) this.lines++;
    }
    this.endField(this.behindBlanks(this.end + 1));
  }

  /** Reads what stands behind a field: a delimiter, the end of its line, or of the text. */
  endField(at: number): void {
    const code = this.text.charCodeAt(at);
    this.at = at;
    this.last = code !== this.delimiter;
    if (!this.last) this.at = at + 1;
    else if (code === RETURN || code === NEWLINE) this.endLine(code);
    else if (at < this.text.length) throw strayQuote(this.what, this.lines + 1);
  }

  endLine(code: number): void {
    this.at += code === RETURN && this.text.charCodeAt(this.at + 1) === NEWLINE ? 2 : 1;
    this.lines++;
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function strayQuote(what: string, line: number): Error {
  const remedy = 'Put the whole field in quotes, and write quotes inside of it twice.';
  return csvError(`line ${line}`, 'quotes around a field only', 'one inside of a field', remedy, what);
}
