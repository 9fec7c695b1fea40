// The error of a fault in a file.
import { FormatError } from '../support/errors.js';
import { inALine, wording } from '../support/wording.js';

/** The most letters of a path. */
const LONGEST = 200;

/**
 * A fault at a path of a file, as `$.layers[1].biases`. The function that reads the file may stand before it, as in
 * `fromJson: $.layers[1].biases`: it begins the message, and is no part of the error's `path`.
 */
export function fileError(path: string, expected: string, got: string, remedy = ''): FormatError {
  return new FormatError(wording(path, expected, got, remedy), { path: inALine(path.replace(/^\w+: /, ''), LONGEST) });
}
