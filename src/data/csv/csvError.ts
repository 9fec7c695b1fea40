// Errors of a CSV text, with line and column.
import { FormatError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';

/** A fault at a place as `line 3, column 'size'`. `reader` is the function that reads the text. */
export function csvError(place: string, expected: string, got: string, remedy = '', reader = 'parseCsv'): FormatError {
  return new FormatError(wording(`${reader}: ${place}`, expected, got, remedy), { path: place });
}

/** What to do about a first line that may be either. */
export const HEADER_REMEDY = 'Is the first line a header? Say header: true, or header: false if it is data.';
