// The names of a classifier, which must agree with those of its network.
import { readClasses } from '../data/classes.js';
import { checkSameColumns } from '../data/matchedData.js';
import type { Scaling } from '../data/Scaling.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { readColumnNames } from '../support/names.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The names of the classes, one for each; undefined if none are given. */
export function readNames(given: unknown, { sizes, classNames: learned }: Network): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const outputs = sizes[sizes.length - 1];
  const what = 'classifier: classNames';
  if (!isList(given)) throw new ArgumentError(wording(what, 'a list of names', describe(given)));
  const classes = outputs === 1 ? 2 : outputs;
  if (given.length !== classes) {
    const expected = `${classes} names, for a network of ${outputs === 1 ? '1 output' : `${outputs} outputs`}`;
    throw new ShapeError(wording(what, expected, `${given.length}`, 'Name every class once, in the order of the outputs.'));
  }
  const names = readClasses(what, given).classNames;
  checkSameClasses(names, learned);
  return names;
}

/** A class may have another name than in the network, but a name of the network's must stand at its own output. */
function checkSameClasses(named: readonly string[] | undefined, learned: readonly string[] | undefined): void {
  named?.forEach((name, index) => {
    const output = learned?.indexOf(name) ?? -1;
    if (output < 0 || output === index) return;
    const remedy = 'Leave classNames out: the network knows its names.';
    throw new ArgumentError(
      wording(`classifier: classNames[${output}]`, `${describe(name)}, as the network has it`, describe(named[output]), remedy),
    );
  });
}

/** The names of the columns, which scaling and network must have in the same order where they have any. */
export function columnsOf(given: unknown, scaling: Scaling | undefined, network: Network): readonly string[] | undefined {
  const own = readColumnNames('classifier: columnNames', given, network.sizes[0]);
  checkSameColumns('classifier: scaling', scaling?.columnNames, network.columnNames);
  checkSameColumns('classifier', own, network.columnNames);
  checkSameColumns('classifier', own, scaling?.columnNames);
  return own ?? scaling?.columnNames;
}
