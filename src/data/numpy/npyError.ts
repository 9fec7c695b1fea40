// Errors of .npy and .npz files, with their place.
import { FormatError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';

/** A fault at a byte of a file. */
export function npyError(what: string, offset: number, expected: string, got: string, remedy = ''): FormatError {
  return new FormatError(wording(what, expected, got, remedy), { offset });
}
