// A fault inside a document.
import { FormatError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** A fault at a path of a file, as `$.layers[1].biases`. */
export function fileError(path: string, expected: string, got: string, remedy = ''): FormatError {
  return new FormatError(wording(path, expected, got, remedy), { path });
}
