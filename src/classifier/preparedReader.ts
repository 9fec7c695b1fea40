// What classifiers and regressors of tables share: a preparation that fits the network, and the way of a row through both.
import { checkSameColumns } from '../data/matchedData.js';
import type { RowOf } from '../data/table/cells.js';
import type { Preparation } from '../data/table/Preparation.js';
import { checkOutputs, forwardThrough } from '../model/forward.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { isList, readable } from '../support/views.js';
import { describe, listed, wording } from '../support/wording.js';

/** A preparation that fits a network, for an `owner` that answers classes or numbers. */
export function checkPreparation<Target extends string>(
  owner: 'classifier' | 'regressor',
  value: Preparation<Target> | undefined,
  network: Network,
): Preparation<Target> {
  const what = `${owner}: preparation`;
  const { columns, targets, columnNames, width, apply, applyRow, inverse } = readable<Preparation>(value);
  const isWhole = value !== undefined && isList(columns) && isList(targets) && isList(columnNames) && typeof width === 'number';
  if (!isWhole || [apply, applyRow, inverse].some((action) => typeof action !== 'function')) {
    const remedy = "Make one with prepare(table, { target: 'price' }) from glassbox-nn/data.";
    throw new ArgumentError(wording(what, 'a Preparation', describe(value), remedy));
  }
  checkTargets(owner, value);
  const { sizes } = network;
  const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1]];
  if (inputs !== width) {
    const remedy = 'Make the network with [preparation.width, ...].';
    throw new ShapeError(wording(`${what}.width`, `${inputs}, the inputs of the network`, `${width}`, remedy));
  }
  const { classNames } = value;
  const answers = classNames?.length ?? targets.length;
  if (outputs !== answers && !(classNames?.length === 2 && outputs === 1)) {
    const [each, of] = classNames === undefined ? ['target', 'targets'] : ['class', 'classes'];
    const remedy = `Make the network with an output for each ${each}: new Network([preparation.width, ..., ${answers}]).`;
    throw new ShapeError(wording(`${what}: ${of}`, `${outputs}, the outputs of the network`, `${answers}`, remedy));
  }
  checkSameColumns(what, columnNames, network.columnNames);
  const learned = network.classNames;
  if (classNames !== undefined && learned !== undefined && classNames.some((name, index) => name !== learned[index])) {
    const remedy = 'Give the preparation whose data the network was trained on.';
    const expected = `the classes of the network, ${listed(learned.map(describe))}`;
    throw new ArgumentError(wording(`${what}.classNames`, expected, listed(classNames.map(describe)), remedy));
  }
  return value;
}

function checkTargets(owner: 'classifier' | 'regressor', { targets }: Preparation): void {
  const [{ name, kind }] = targets;
  if ((kind === 'number') === (owner === 'regressor')) return;
  const [expected, remedy] =
    owner === 'regressor'
      ? ['a target of numbers', 'Its answers are classes: classifier(network, { preparation }).']
      : [
          'a target of words, or of yes and no',
          `Its answers are numbers: regressor(network, { preparation }). For classes say so when the table is made: kinds: { ${describe(name)}: 'yes/no' }.`,
        ];
  throw new ArgumentError(wording(`${owner}: preparation`, expected, `${describe(name)}, a column of ${kind}`, remedy));
}

/** The outputs of a network for a row: [outputs]. */
export function outputsFor<R extends object>(network: Network, preparation: Preparation, row: RowOf<R>): Float32Array {
  const outputs = forwardThrough(network.layers, preparation.applyRow<R>(row));
  checkOutputs(outputs);
  return outputs;
}
