// The names of a network's classes.
import { ShapeError } from '../support/errors.js';
import { readNames } from '../support/names.js';
import { wording } from '../support/wording.js';

/** Names of classes, checked, in the order of the outputs: one for each at most, and two for a single output, which parts two classes. */
export function readClassNames(what: string, given: unknown, outputs: number): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const names = readNames(what, given, 'class');
  const most = outputs === 1 ? 2 : outputs;
  if (names.length > most) {
    const expected = `at most ${most} names (the network has ${outputs === 1 ? '1 output' : `${outputs} outputs`})`;
    throw new ShapeError(wording(what, expected, `${names.length}`, 'Give the network an output for each class.'));
  }
  return names;
}
