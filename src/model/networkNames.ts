// The names that belong to a network: what its outputs and its inputs stand for.
import { ShapeError } from '../support/errors.js';
import { readNames } from '../support/names.js';
import { wording } from '../support/wording.js';

/** Names of classes in the order of the outputs: one for each at most, and two for a single output, which tells two classes apart. */
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

/** Names of columns in the order of the inputs, one for each. */
export function readColumnNames(what: string, given: unknown, inputs: number): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const names = readNames(what, given, 'column');
  if (names.length !== inputs) {
    throw new ShapeError(wording(what, `${inputs} names, one for each input`, `${names.length}`));
  }
  return names;
}
