// Puts a network, a scaling and names together.
import { checkScaling } from '../data/checkScaling.js';
import { readClasses } from '../data/classes.js';
import { checkSameColumns } from '../data/columnNames.js';
import type { Scaling } from '../data/Scaling.js';
import { answer } from '../learning/answer.js';
import { checkShares, lastActivation } from '../learning/checkLoss.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { checkOutputs, forwardThrough, readInput } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import type { Last } from '../model/sizes.js';
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { withJsonNote } from '../support/jsonNote.js';
import { readColumnNames } from '../support/names.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import { hasConfidence } from './hasConfidence.js';
import type { Classifier, ClassifierOptions, ClassOf } from './Reading.js';

/**
 * A network together with what belongs to its numbers: the scaling of its inputs and the names of its classes. `toJson` of
 * `glassbox-nn/formats` saves the lot, so that whoever loads it cannot forget the scaling.
 *
 * @typeParam S - The network's sizes.
 * @param network - The network; it is kept, not copied.
 * @param options - The scaling, the names, and the width of a picture.
 * @returns A frozen value with `read`.
 * @throws {@link ArgumentError} if something is of the wrong kind, or for a network of one output that may be any number: it answers a
 * quantity, and no class; {@link ShapeError} if scaling, names or width do not fit the
 * network, or for softmax of one output, and {@link OutOfRangeError} for a width that is no whole number from 1.
 *
 * @example
 * ```ts
 * import { classifier, Network, softmax, train } from 'glassbox-nn';
 * import { dataset, standardize } from 'glassbox-nn/data';
 *
 * const fruit = dataset({ inputs: [[7, 180], [8, 210], [19, 120], [21, 140]], labels: ['apple', 'apple', 'banana', 'banana'] });
 * const scaling = standardize(fruit);
 * const network = new Network([2, 3, 2], { output: softmax });
 * train(network, scaling.apply(fruit), { epochs: 500, batchSize: 4 });
 *
 * const { read } = classifier(network, { scaling, classNames: fruit.classNames });
 * read([18, 130]).name; // => 'banana'
 * ```
 */
export function classifier<const S extends readonly number[]>(network: Network<S>, options?: ClassifierOptions): Classifier<S> {
  checkNetwork(network);
  checkAnswers(network);
  const given = readOptions('classifier options', options, ['scaling', 'classNames', 'columnNames', 'width']);
  const layers: readonly Layer[] = network.layers;
  const confident = hasConfidence(network);
  const inputs = network.sizes[0] as number;
  const scaling = given.scaling === undefined ? undefined : checkScaling('classifier: scaling', given.scaling, inputs);
  const named = readNames(given.classNames, network.sizes[network.sizes.length - 1] as number);
  checkSameClasses(named, network.classNames);
  const columns = columnsOf(given.columnNames, scaling, network);
  const width = given.width === undefined ? undefined : checkWidth(given.width, inputs);

  function read(raw: Numbers) {
    const input = readInput(network, raw);
    const outputs = forwardThrough(layers, scaling === undefined ? input : scaling.applyInput(input));
    checkOutputs(outputs);
    const index = answer(outputs) as ClassOf<Last<S>>;
    const own = outputs[outputs.length === 1 ? 0 : index] as number;
    const confidence = confident ? (outputs.length === 1 && index === 0 ? 1 - own : own) : undefined;
    return { index, name: (named ?? network.classNames)?.[index] ?? String(index), confidence, outputs };
  }

  const made: Classifier<S> = {
    network,
    scaling,
    // A network that is trained later learns its names then.
    get classNames() {
      return named ?? network.classNames;
    },
    get columnNames() {
      return columns ?? network.columnNames;
    },
    width,
    read,
  };
  return Object.freeze(withJsonNote(made, 'classifier', 'Save it with toJson(classifier) of glassbox-nn/formats.'));
}

/** Throws unless the outputs can tell classes apart. */
function checkAnswers(network: Network): void {
  checkShares(network);
  const { name, range } = lastActivation(network);
  if (range !== 'any' || network.sizes[network.sizes.length - 1] !== 1) return;
  const remedy =
    'It answers a quantity: use the network itself, with scaling.applyInput. For two classes end it with output: sigmoid, or with two outputs and softmax.';
  throw new ArgumentError(
    wording('classifier: network', 'an output from 0 to 1, or one for each class', `one output of ${name}`, remedy),
  );
}

function readNames(given: unknown, outputs: number): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const what = 'classifier: classNames';
  if (!Array.isArray(given)) throw new ArgumentError(wording(what, 'a list of names', describe(given)));
  const classes = outputs === 1 ? 2 : outputs;
  if (given.length !== classes) {
    const expected = `${classes} names, for a network of ${outputs === 1 ? '1 output' : `${outputs} outputs`}`;
    throw new ShapeError(wording(what, expected, `${given.length}`, 'Name every class once, in the order of the outputs.'));
  }
  return readClasses(what, given).classNames;
}

/** A class may be shown by another word than the network learned, but a word of the network's must stand at its own output. */
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
function columnsOf(given: unknown, scaling: Scaling | undefined, network: Network): readonly string[] | undefined {
  const own = readColumnNames('classifier: columnNames', given, network.sizes[0] as number);
  checkSameColumns('classifier: scaling', scaling?.columnNames, network.columnNames);
  checkSameColumns('classifier', own, network.columnNames);
  checkSameColumns('classifier', own, scaling?.columnNames);
  return own ?? scaling?.columnNames;
}

function checkWidth(width: unknown, inputs: number): number {
  const pixels = wholeNumber('classifier: width', width, 1);
  if (inputs % pixels === 0) return pixels;
  throw new ShapeError(wording('classifier: width', `a whole part of ${inputs} inputs`, `${pixels}`));
}
