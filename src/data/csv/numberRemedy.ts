// The remedy for a field that should be a number and is none.
import { looksMissing } from '../missingLabels.js';
import type { CsvReader } from './CsvReader.js';
import { otherDelimiter } from './otherDelimiter.js';

const FRACTION = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
/** Groups of three digits with one mark between them, and perhaps a fraction after another: 1,200 and 1.200,50 and 1 200. */
const GROUPED = /^([+-]?[1-9]\d{0,2})([,.'\u2019 \u00a0\u202f])(\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/;
const COLUMNS =
  'Leave out columns of words with inputs, or have them prepared: prepare(table(text), { target }). A column of classes is the label.';
/** A number with a sign of money before it, or of money or percent after it, and perhaps a letter for millions: $1.5M. */
const SIGNED = /^[+-]?[$\u00a3\u20ac] ?[+-]?\d[\d.,'\u2019\s]*[kmbn]*$|^[+-]?\d[\d.,'\u2019\s]*[kmbn]*\s?[%$\u00a3\u20ac]$/i;

/** Longer fields are not numbers in another notation. */
const LONGEST = 64;

/** The remedy for the field before the reader. */
export function numberRemedy(reader: CsvReader): string {
  const value = reader.value();
  return otherWriting(value) || otherMark(reader, value) || COLUMNS;
}

/** The remedy for a number in another notation, or a missing one. */
function otherWriting(value: string): string | undefined {
  if (looksMissing(value))
    return 'Fill it in, leave the line out, leave the column out of inputs, or have it filled: prepare(table(text), { target }).';
  return otherNotation(value);
}

/** The remedy for a number in another notation; undefined for a text that is none. */
export function otherNotation(value: string): string | undefined {
  if (value.length > LONGEST) return undefined;
  const [grouped, first, mark, rest = '', fraction] = GROUPED.exec(value) ?? [];
  if (grouped !== undefined) {
    const groups = rest.replace(/\D/g, '');
    const whole = `${first}${groups}${fraction === undefined ? '' : `.${fraction}`}`;
    if (mark === ',' && value === `${first},${groups}`) {
      return `If the comma parts thousands, write ${whole}; if it begins the fraction, ${first}.${groups}.`;
    }
    return `Write ${whole}, without marks between thousands.`;
  }
  if (FRACTION.test(value)) return 'Write a point instead of the comma.';
  if (SIGNED.test(value)) return 'Write the number alone, without signs and units.';
  return undefined;
}

function otherMark({ quoted, delimiter }: CsvReader, value: string): string {
  return quoted ? '' : otherDelimiter(value, String.fromCharCode(delimiter));
}
