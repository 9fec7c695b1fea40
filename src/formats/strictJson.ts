// Reads JSON (RFC 8259) without ambiguities, in memory in proportion to the text.
import { LimitError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { fileError } from './fileError.js';
import { checkCount, type StrictJsonLimits } from './jsonLimits.js';
import type { NumberList } from './NumberList.js';
import { noJson } from './noJson.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const POINT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/**
 * The value of a text of JSON in which no object has a key twice (JSON.parse would keep the last), and nothing lies deeper than a
 * limit: the same as of JSON.parse to the bit. It takes at most 20 bytes for each character.
 */
export function parseStrictJson(what: string, text: string, limits: StrictJsonLimits): unknown {
  const { depth: deepest, digitsOnly, listOf }: StrictJsonLimits = Object.assign(Object.create(null), limits);
  const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
  /** The items of all arrays that are open. */
  const open: unknown[] = [];
  /** Stands for every object without fields. */
  const empty = {};
  let at = 0;
  let values = 0;
  let containers = 0;
  let depth = 0;
  /** By depth, from 1, the key or the index of what is read; no text in a list of numbers. */
  const path: (string | number)[] = [];

  function fault(): Error {
    return noJson(what, text, `at character ${at}`);
  }

  /** The path of the object that is read. */
  function place(): string {
    return (
      what +
      path
        .slice(1, depth)
        .map((part) => (part === '' ? '' : typeof part === 'string' ? `.${part}` : `[${part}]`))
        .join('')
    );
  }

  /** Passes over white space; the mark behind it, NaN at the end. */
  function next(): number {
    let mark = text.charCodeAt(at);
    while (mark === 0x20 || mark === 0x0a || mark === 0x0d || mark === 0x09) mark = text.charCodeAt(++at);
    return mark;
  }

  /** Parses the text up to `end` by JSON.parse. A part that is merely cut out would keep the whole text in memory. */
  function parsed(end: number): unknown {
    try {
      const value = JSON.parse(text.slice(at, end));
      at = end;
      return value;
    } catch {
      throw fault();
    }
  }

  function string(): string {
    let end = at;
    let slashes = 0;
    do {
      end = text.indexOf('"', end + 1);
      if (end < 0) throw fault();
      for (slashes = 0; text[end - 1 - slashes] === '\\'; ) slashes++;
    } while (slashes % 2 > 0);
    return String(parsed(end + 1));
  }

  /**
   * A number, or a word. Few digits over a power of ten are two exact doubles, whose quotient is rounded once, as the text's own value
   * would be (Clinger 1990, "How to read floating point numbers accurately"); JSON.parse reads any other.
   */
  function scalar(): unknown {
    const isNegative = text[at] === '-';
    const first = isNegative ? at + 1 : at;
    let end = first;
    let point = 0;
    let mantissa = 0;
    let mark = text.charCodeAt(end);
    for (; (mark >= ZERO && mark <= ZERO + 9) || (mark === POINT && point === 0); mark = text.charCodeAt(++end)) {
      if (mark === POINT) point = end;
      else mantissa = mantissa * 10 + (mark - ZERO);
    }
    const whole = (point || end) - first;
    const places = point && end - 1 - point;
    const isWhole = whole === 1 || (whole > 1 && text.charCodeAt(first) !== ZERO);
    const isEnd = mark === COMMA || mark === ARRAY_END || mark === OBJECT_END;
    const power = point && places === 0 ? undefined : powers[places];
    if (isEnd && isWhole && power !== undefined && mantissa <= Number.MAX_SAFE_INTEGER) {
      at = end;
      return (isNegative ? -mantissa : mantissa) / power;
    }
    while (end < text.length && !',]} \n\r\t'.includes(text[end])) end++;
    return parsed(end);
  }

  function value(): unknown {
    checkCount(what, 'values', ++values);
    const mark = next();
    if (mark === QUOTE) return string();
    if (mark === OBJECT) return object();
    if (mark === ARRAY) return array();
    const start = at;
    const found = scalar();
    if (digitsOnly && typeof found === 'number' && /\D/.test(text.slice(start, at))) {
      throw fileError(what, 'whole numbers from 0, in digits', describe(text.slice(start, at)));
    }
    return found;
  }

  /** Reads items between the mark that begins here and the one that ends them. */
  function items(end: number, read: () => void): void {
    if (++depth > deepest) {
      const expected = `objects at most ${deepest} deep`;
      // This library writes no text that is so deep.
      throw listOf ? fileError(what, expected, 'deeper ones') : new LimitError(wording(what, expected, 'deeper ones'));
    }
    path[depth] = '';
    at++;
    let mark = next();
    if (mark === end) at++;
    while (mark !== end) {
      read();
      mark = next();
      if (mark !== end && mark !== COMMA) throw fault();
      at++;
    }
    depth--;
  }

  function object(): object {
    checkCount(what, 'arrays and objects', ++containers);
    let fields: Record<string, unknown> = empty;
    let count = 0;
    items(OBJECT_END, () => {
      if (count === 0) fields = {};
      checkCount(what, 'fields of an object', ++count);
      if (next() !== QUOTE) throw fault();
      const key = string();
      if (Object.hasOwn(fields, key)) throw fileError(place(), 'every key once', `${describe(key)} again`, 'Take one out.');
      path[depth] = key;
      if (next() !== COLON) throw fault();
      at++;
      const list = listOf?.(key);
      const found = list && next() === ARRAY ? numbers(list) : value();
      // An assignment would set the prototype.
      if (key === '__proto__') Object.defineProperty(fields, key, { value: found, enumerable: true });
      else fields[key] = found;
    });
    return fields;
  }

  function array(): unknown[] {
    checkCount(what, 'arrays and objects', ++containers);
    const start = open.length;
    items(ARRAY_END, () => {
      path[depth] = open.length - start;
      open.push(value());
    });
    // Just as long as it is: an array that grows by itself has room for 16 items more.
    const found = open.slice(start);
    open.length = start;
    return found;
  }

  function numbers(list: NumberList): NumberList {
    const row = () => {
      let column = 0;
      items(ARRAY_END, () => {
        const mark = next();
        list.take(mark === QUOTE || mark === OBJECT || mark === ARRAY ? value() : scalar(), column++);
      });
      list.endRow(column);
    };
    if (!list.hasRows) row();
    else items(ARRAY_END, () => (next() === ARRAY ? row() : list.takeOther(value())));
    return list;
  }

  const whole = value();
  if (Number.isNaN(next())) return whole;
  if (typeof whole !== 'object') throw fault();
  throw fileError(what, 'JSON', `${describe(text.slice(at, at + 100))} behind its end`, 'Take it out.');
}
