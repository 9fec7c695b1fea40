// Rows of float32 numbers as JSON text: each the shortest decimal that rounds to the same float32.
import { asciiText } from '../../support/asciiText.js';
import { NumericError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';

/** Powers of ten that a float64 holds exactly. */
const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
] as const;

/** Digits that are tried: 9 distinguish any two float32 numbers (IEEE 754, 5.12.2). */
const DIGITS = { fewest: 6, most: 9 };

/** Numbers that are written at a time, and the most letters of a number with its comma. */
const PIECE = { numbers: 2048, letters: 24 };

/** Letters of ASCII. */
const CODE = { space: 32, comma: 44, point: 46, zero: 48 };

/** The numbers in brackets; `what` names them in the error for one that is not finite. */
export function numbersText(what: string, values: Float32Array): string {
  const letters = new Uint8Array(PIECE.letters * Math.min(values.length, PIECE.numbers));
  const pieces: string[] = [];
  for (let start = 0; start < values.length; start += PIECE.numbers) {
    const end = Math.min(values.length, start + PIECE.numbers);
    let at = 0;
    for (let index = start; index < end; index++) {
      if (index > 0) {
        letters[at++] = CODE.comma;
        letters[at++] = CODE.space;
      }
      const value = values[index];
      if (!Number.isFinite(value)) throw notFinite(`${what}[${index}]`, value);
      at = writeNumber(letters, at, value);
    }
    pieces.push(asciiText(letters.subarray(0, at)));
  }
  return `[${pieces.join('')}]`;
}

function notFinite(what: string, value: number): NumericError {
  const remedy = 'JSON has no word for it. Load the last good network, or set it to a number.';
  return new NumericError(wording(what, 'a finite number', `${value}`, remedy));
}

/** Writes a number at a place, and gives the place behind it. JSON can tell -0 from 0, though JSON.stringify does not. */
function writeNumber(letters: Uint8Array, at: number, value: number): number {
  const size = Math.abs(value);
  // Outside of these bounds, which few weights are, powers of ten would not be exact or be negative.
  if (!(size >= 1e-14 && size < 1e6)) return writeText(letters, at, Object.is(value, -0) ? '-0' : slowText(value));
  let exponent = 0; // of the first digit
  if (size < 1)
    do exponent--;
    while (size * POWERS[-exponent] < 1);
  else while (size >= POWERS[exponent + 1]) exponent++;
  let decimals = DIGITS.fewest - 1 - exponent;
  for (let digits = DIGITS.fewest; digits <= DIGITS.most; digits++, decimals++) {
    const power = POWERS[decimals];
    const scaled = size * power;
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    // `scaled` is off by 2^-24 at most. So near to the middle the engine must decide which way it is rounded.
    if (Math.abs(rest - 0.5) < 1e-6) break;
    const mantissa = rest > 0.5 ? whole + 1 : whole;
    // A quotient of two exact numbers is the float64 nearest to the decimal (W. Clinger, 1990).
    if (Math.fround(mantissa / power) === size) {
      const signed = value < 0 ? writeText(letters, at, '-') : at;
      return writeDecimal(letters, signed, mantissa, decimals);
    }
  }
  return writeText(letters, at, slowText(value));
}

/** The same by the functions of the engine. */
function slowText(value: number): string {
  for (let digits = DIGITS.fewest; digits < DIGITS.most; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(DIGITS.most)));
}

/** Writes mantissa / 10^decimals as `String` does: without zeros at its end, and with an exponent below 0.000001. */
function writeDecimal(letters: Uint8Array, start: number, mantissa: number, decimals: number): number {
  let left = mantissa | 0; // below 2^30
  let places = decimals;
  while (places > 0 && left % 10 === 0) {
    left = (left / 10) | 0;
    places--;
  }
  let digits = 1;
  while (left >= POWERS[digits]) digits++;
  const zeros = places - digits; // between the point and the first digit
  if (zeros >= 6) {
    const text = String(left);
    return writeText(letters, start, `${text[0]}${digits > 1 ? `.${text.slice(1)}` : ''}e-${zeros + 1}`);
  }
  const at = zeros >= 0 ? writeText(letters, start, '0.000000'.slice(0, 2 + zeros)) : start;
  const end = at + digits + (zeros < 0 && places > 0 ? 1 : 0);
  for (let to = end - 1; to >= at; to--) {
    if (zeros < 0 && places > 0 && end - 1 - to === places) {
      letters[to] = CODE.point;
      continue;
    }
    const rest = (left / 10) | 0;
    letters[to] = CODE.zero + (left - 10 * rest);
    left = rest;
  }
  return end;
}

function writeText(letters: Uint8Array, start: number, text: string): number {
  for (let index = 0; index < text.length; index++) letters[start + index] = text.charCodeAt(index);
  return start + text.length;
}
