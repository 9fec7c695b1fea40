// Reads a decimal number at a place of a text, without cutting it out first.

/** The powers of ten that a double holds exactly. */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/** The result of {@link readDecimal}. */
export interface Decimal {
  /** The number, or NaN if there are no digits, or more of them than can be read exactly this way. */
  number: number;
  /** The number of digits. */
  digits: number;
  /** Where it ends. */
  end: number;
}

/**
 * Reads a sign, digits, and a point with digits, as far as they go from `start`.
 *
 * Few digits over a power of ten are two exact doubles, whose quotient is rounded once, as the text's own value would be (Clinger
 * 1990, "How to read floating point numbers accurately").
 *
 * @param into - Overwritten.
 */
export function readDecimal(text: string, start: number, into: Decimal): void {
  const sign = text.charCodeAt(start);
  let at = sign === 0x2d || sign === 0x2b ? start + 1 : start;
  let digits = at;
  let places = 0;
  let mantissa = 0;
  let code = text.charCodeAt(at);
  while (code >= 0x30 && code <= 0x39) {
    mantissa = mantissa * 10 + (code - 0x30);
    code = text.charCodeAt(++at);
  }
  digits = at - digits;
  if (code === 0x2e) {
    const point = at;
    code = text.charCodeAt(++at);
    while (code >= 0x30 && code <= 0x39) {
      mantissa = mantissa * 10 + (code - 0x30);
      code = text.charCodeAt(++at);
    }
    places = at - point - 1;
    digits += places;
  }
  into.end = at;
  into.digits = digits;
  if (digits === 0 || digits > 15) into.number = Number.NaN;
  else into.number = (sign === 0x2d ? -mantissa : mantissa) / POWERS[places];
}

/**
 * The number that stands from `start` up to `end`, or NaN if something else does: digits with a point and an exponent as in most
 * programming languages, and no words, spaces, hexadecimals or commas.
 */
export function decimalAt(text: string, start: number, end: number): number {
  const decimal: Decimal = { number: 0, digits: 0, end: 0 };
  readDecimal(text, start, decimal);
  if (decimal.digits === 0) return Number.NaN;
  if (behindExponent(text, decimal.end) !== end) return Number.NaN;
  return decimal.end === end && !Number.isNaN(decimal.number) ? decimal.number : Number(text.slice(start, end));
}

/** Where an exponent ends that begins at a place; the place itself if none does. */
function behindExponent(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  if (mark !== 0x65 && mark !== 0x45) return start;
  const sign = text.charCodeAt(start + 1);
  const first = sign === 0x2d || sign === 0x2b ? start + 2 : start + 1;
  let at = first;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; ) code = text.charCodeAt(++at);
  return at === first ? start : at;
}
