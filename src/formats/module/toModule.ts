// Writes a network as a program.
import { hasConfidence } from '../../classifier/hasConfidence.js';
import { hasPreparation, isClassifier, isRegressor } from '../../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type { Scaling } from '../../data/Scaling.js';
import type { NamesOptions } from '../../model/layersFrom.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { base64 } from '../../support/base64.js';
import { ArgumentError, LimitError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { formOf, MODULE } from '../activationFormats.js';
import { checkFiniteLayers } from '../finiteLayers.js';
import { preparationLetters, writtenPreparation } from '../json/preparationText.js';
import { writtenModel } from '../writtenModel.js';
import { numberText } from './literals.js';
import { type ModuleLayer, type ModuleParts, moduleText } from './moduleText.js';
import { tableText } from './tableText.js';

/** Options of {@link toModule}. */
export interface ToModuleOptions {
  /** The language of the module: `'typescript'`, or `'javascript'` with types in its comments; TypeScript if left out. */
  readonly language?: 'typescript' | 'javascript' | undefined;
}

/** The most weights and biases of a module: with more of them, its text is longer than engines allow. */
const MOST_PARAMETERS = 2 ** 26;

/**
 * A network as the text of one module of TypeScript or JavaScript that needs nothing else, not even this library: for a page, a server
 * or a program that only predicts. It gives the same bits as the network here, on every engine.
 *
 * A network's module exports `forward(input)` and `predict(input)`; a classifier's exports `read(input)`, which scales and names. Both
 * export `classNames` and `columnNames` where the model has them, the columns in the order of the input's numbers.
 *
 * The module of a classifier or regressor of a table exports `read(row)`, which prepares a row as here, to the same bits, and refuses what is
 * refused here; its types name the columns, their words and the targets, and `columns` says what becomes of each. Of a regressor `read` gives
 * the targets by name, in their units.
 *
 * Weights stand at the end of the file in base64, so that the rest of it can be read. Nothing in it is run as code that is not written
 * there: it needs no `eval`, and keeps a page's Content-Security-Policy as strict as it is.
 *
 * @param model - The network, classifier or regressor.
 * @param options - See {@link ToModuleOptions}.
 * @returns The text: 5.4 characters for each weight and bias, and about four thousand more: 74 kB for 784-16-16-10.
 * @throws {@link ArgumentError} for a custom activation, whose formula cannot be written, a preparation that does not fit its network,
 * or a wrong option;
 * {@link NumericError} if a weight or bias is not finite; {@link LimitError} for more than 67 million of them.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { toModule } from 'glassbox-nn/formats';
 *
 * const text = toModule(new Network([784, 16, 16, 10]), { language: 'javascript' }); // write it to network.js
 * text.includes('export function predict(input)'); // => true
 * text.length < 75_000; // => true
 * ```
 *
 * @example
 * ```ts
 * import { classifier, Network, softmax } from 'glassbox-nn';
 * import { prepare, table } from 'glassbox-nn/data';
 * import { toModule } from 'glassbox-nn/formats';
 *
 * const passengers = table('age,ship_class,survived\n22,third,no\n38,first,yes\n,third,no\n35,first,yes\n');
 * const preparation = prepare(passengers, { target: 'survived' });
 * const network = new Network([preparation.width, 4, 2], { output: softmax });
 * const text = toModule(classifier(network, { preparation })); // write it to passengers.ts
 * text.includes('export function read(row: Row): Reading'); // => true
 * ```
 */
export function toModule<S extends Sizes>(
  model: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
  options?: ToModuleOptions,
): string {
  const { language = 'typescript' } = readOptions('toModule options', options, ['language']);
  if (language !== 'typescript' && language !== 'javascript') {
    throw new ArgumentError(wording('toModule: language', "'typescript' or 'javascript'", describe(language)));
  }
  const network = writtenModel('toModule', model, 6, preparationLetters(model));
  const parameters = network.layers.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0);
  if (parameters > MOST_PARAMETERS) {
    throw new LimitError(wording('toModule', `at most ${MOST_PARAMETERS} weights and biases`, `${parameters}`));
  }
  checkFiniteLayers('toModule', network.layers);
  // Whole numbers, whatever the network holds: nothing of it must become code.
  const sizes = [network.layers[0]?.inputs, ...Array.from(network.layers, ({ outputs }) => outputs)].map(Number);
  const parts: ModuleParts = { sizes, layers: Array.from(network.layers, layerParts) };
  const typed = language === 'typescript';
  const outputs = sizes[sizes.length - 1];
  if (hasPreparation(model)) {
    const preparation = writtenPreparation('toModule: preparation', model);
    const { network: own } = model;
    const { classNames } = preparation;
    const reading = isRegressor(model) ? undefined : readingParts({ network: own, classNames, scaling: undefined }, outputs);
    return moduleText({ ...parts, ...reading, table: tableText(preparation, typed) }, typed);
  }
  const { classNames, columnNames }: NamesOptions = model;
  const names = { classNames: textsOf(classNames), columnNames: textsOf(columnNames) };
  const reading = isClassifier(model) ? readingParts(model, outputs) : undefined;
  return moduleText({ ...parts, ...names, reading: undefined, ...reading }, typed);
}

/** A new list of texts: a list of the caller's may have methods of its own. */
function textsOf(names: readonly string[] | undefined): string[] | undefined {
  return names && Array.from(names, String);
}

function layerParts({ inputs, outputs, weights, biases, activation }: Layer, index: number): ModuleLayer {
  const { name } = activation;
  if (formOf(MODULE, activation) === undefined) {
    const remedy = 'A formula of your own cannot be written down; save the network with toJson.';
    throw new ArgumentError(wording(`toModule: layers[${index}] activation`, 'a built-in activation', describe(name), remedy));
  }
  return {
    inputs: Number(inputs),
    outputs: Number(outputs),
    activation: name,
    weights: base64Of(weights),
    biases: base64Of(biases),
  };
}

/** float32 numbers in base64, the least significant byte first. */
function base64Of(numbers: Float32Array): string {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setFloat32(4 * index, number, true);
  return base64(bytes);
}

/** A class that has no name goes by its number, as in the readings of the classifier. */
function readingParts(
  { network, classNames, scaling }: Pick<Classifier, 'network' | 'classNames' | 'scaling'>,
  outputs: number,
): Pick<ModuleParts, 'reading' | 'classNames'> {
  const classes = outputs === 1 ? 2 : outputs;
  const names = Array.from({ length: classes }, (_, index) => String(classNames?.[index] ?? index));
  return { classNames: names, reading: { confident: hasConfidence(network), scaling: scaling && scalingLists(scaling) } };
}

/** The scaling as (x - offset) / size, in lists of float64 numbers, exact to the bit. */
function scalingLists(scaling: Scaling): { readonly offsets: string; readonly sizes: string } {
  const offsets = scaling.kind === 'standard' ? scaling.means : scaling.minimums;
  const sizes =
    scaling.kind === 'standard' ? scaling.deviations : scaling.maximums.map((maximum, column) => maximum - offsets[column]);
  const list = (numbers: Float64Array) => `[${Array.from(numbers, numberText).join(', ')}]`;
  return { offsets: list(offsets), sizes: list(sizes) };
}
