// Puts a network, a scaling and names together.
import { checkScaling } from '../data/checkScaling.js';
import type { Preparation } from '../data/table/Preparation.js';
import { checkShares, lastActivation } from '../learning/checkFit.js';
import { answer } from '../learning/TrainingStep.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { checkOutputs, forwardThrough, readInput } from '../model/forward.js';
import type { Last, Sizes } from '../model/sizes.js';
import type { Layer, Network } from '../model/typedBySizes.js';
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { fixed } from '../support/fields.js';
import { withJsonNote } from '../support/jsonNote.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { hasConfidence } from './hasConfidence.js';
import { columnsOf, readNames } from './names.js';
import { checkPreparation, outputsFor } from './preparedReader.js';
import type { Classifier, ClassifierOptions, ClassOf, Reading, TableClassifier, TableClassifierOptions } from './Reading.js';

/**
 * A network together with the scaling of its inputs, and the names of its classes and columns. `toJson` of
 * `glassbox-nn/formats` saves all of it, so that the scaling cannot be forgotten when it is loaded.
 *
 * @typeParam S - The network's sizes.
 * @param network - The network; it is kept, not copied.
 * @param options - The scaling, the names, and the width of a picture; or the `preparation` of a table alone, whose rows it then reads.
 * @returns A frozen value with `read`.
 * @throws {@link ArgumentError} if something is of the wrong kind, if a class has another number than in the network, if the
 * columns of scaling or preparation and network are not the same in the same order, for a preparation beside other options, or for a network of one output that may be any number: it answers
 * a quantity, and no class; {@link ShapeError} if scaling, names or width do not fit the network, or for softmax of one output, and {@link OutOfRangeError} for a width that is no whole number from 1.
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
 * const { read } = classifier(network, { scaling }); // the network knows the names of the data it was trained on
 * read([18, 130]).name; // => 'banana'
 * ```
 *
 * @example
 * ```ts
 * import { adam, classifier, Network, softmax, train } from 'glassbox-nn';
 * import { prepare, table } from 'glassbox-nn/data';
 *
 * const passengers = table('age,ship_class,survived\n22,third,no\n38,first,yes\n,third,no\n35,first,yes\n');
 * const preparation = prepare(passengers, { target: 'survived' });
 * const network = new Network([preparation.width, 4, 2], { output: softmax });
 * train(network, preparation.apply(passengers), { optimizer: adam({ learningRate: 0.05 }), epochs: 100 });
 *
 * const { read } = classifier(network, { preparation });
 * read({ age: 31, ship_class: 'third' }).name; // => 'no'
 * ```
 */
export function classifier<const S extends Sizes>(network: Network<S>, options: TableClassifierOptions): TableClassifier<S>;
export function classifier<const S extends Sizes>(network: Network<S>, options?: ClassifierOptions): Classifier<S>;
export function classifier<const S extends Sizes>(
  network: Network<S>,
  options?: ClassifierOptions | TableClassifierOptions,
): Classifier<S> | TableClassifier<S> {
  checkNetwork(network);
  checkAnswers(network);
  const given = readOptions<EitherOptions>('classifier options', options, [...OPTIONS, 'preparation'], ELSEWHERE);
  const { preparation } = given;
  // Its own fields alone: a copy by a spread would inherit those of Object.prototype.
  return preparation === undefined ? plainClassifier(network, given) : tableClassifier(network, preparation, given);
}

/** The options of both kinds of classifiers. */
type PlainOptions = Omit<ClassifierOptions, 'preparation'>;
type EitherOptions = PlainOptions & { readonly preparation?: Preparation | undefined };

const ELSEWHERE = {
  threshold:
    'A reading has the outputs to compare with it: read(row).outputs[1] >= threshold, of a single output outputs[0]. Save it as a number of your own.',
};

const OPTIONS = ['scaling', 'classNames', 'columnNames', 'width'] as const;

function tableClassifier<const S extends Sizes>(
  network: Network<S>,
  given: Preparation,
  others: PlainOptions,
): TableClassifier<S> {
  const second = OPTIONS.find((name) => others[name] !== undefined);
  if (second !== undefined) {
    const got = `${second} as well`;
    throw new ArgumentError(
      wording('classifier options', 'a preparation alone', got, `The preparation has it: leave ${second} out.`),
    );
  }
  const preparation = checkPreparation('classifier', given, network);
  const classNames = preparation.classNames ?? [];
  const confident = hasConfidence(network);
  return finished<TableClassifier<S>>({
    network,
    preparation,
    scaling: undefined,
    classNames,
    columnNames: preparation.columnNames,
    width: undefined,
    read: (row) => readingOf<S>(outputsFor(network, preparation, row), classNames, confident),
  });
}

function plainClassifier<const S extends Sizes>(network: Network<S>, given: PlainOptions): Classifier<S> {
  const layers: readonly Layer[] = network.layers;
  const confident = hasConfidence(network);
  const inputs = network.sizes[0];
  const scaling = given.scaling === undefined ? undefined : checkScaling('classifier: scaling', given.scaling, inputs);
  const named = readNames(given.classNames, network);
  const columns = columnsOf(given.columnNames, scaling, network);
  const width = given.width === undefined ? undefined : checkWidth(given.width, inputs);

  function read(raw: Numbers) {
    const input = readInput(network, raw);
    const outputs = forwardThrough(layers, scaling === undefined ? input : scaling.applyInput(input));
    checkOutputs(outputs);
    return readingOf<S>(outputs, named ?? network.classNames, confident);
  }

  return finished<Classifier<S>>({
    network,
    scaling,
    // A network that is trained later gets its names then.
    get classNames() {
      return named ?? network.classNames;
    },
    get columnNames() {
      return columns ?? network.columnNames;
    },
    width,
    read,
  });
}

/** The answer that outputs give, with its name. */
function readingOf<S extends Sizes>(
  outputs: Float32Array,
  classNames: readonly string[] | undefined,
  confident: boolean,
): Reading<ClassOf<Last<S>>> {
  const index = answer(outputs) as ClassOf<Last<S>>;
  const own = outputs[outputs.length === 1 ? 0 : index];
  const confidence = confident ? (outputs.length === 1 && index === 0 ? 1 - own : own) : undefined;
  return { index, name: classNames?.[index] ?? String(index), confidence, outputs };
}

/** The same, frozen, with what JSON.stringify writes of it. */
function finished<Made extends object>(made: Made): Made {
  const noted = withJsonNote(made, 'classifier', 'Save it with toJson(classifier) of glassbox-nn/formats.');
  return fixed('classifier', 'Make a new one: classifier(network, { ... }).', noted);
}

/** Throws unless the outputs can tell classes apart. */
function checkAnswers(network: Network): void {
  checkShares(network);
  const { name, range } = lastActivation(network);
  if (range !== 'any' || network.sizes[network.sizes.length - 1] !== 1) return;
  const remedy =
    'It answers a quantity: use regressor(network, { preparation }), or the network itself with scaling.applyInput. For two classes end it with output: sigmoid, or with two outputs and softmax.';
  throw new ArgumentError(
    wording('classifier: network', 'an output from 0 to 1, or one for each class', `one output of ${name}`, remedy),
  );
}

function checkWidth(width: unknown, inputs: number): number {
  const pixels = wholeNumber('classifier: width', width, 1);
  if (inputs % pixels === 0) return pixels;
  throw new ShapeError(wording('classifier: width', `a whole part of ${inputs} inputs`, `${pixels}`));
}
