import { classifier } from '../../classifier/classifier.js';
import type { Classifier, ClassOf, Reading, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type { Scaling } from '../../data/Scaling.js';
import type { RowOf } from '../../data/table/cells.js';
import type { LayerActivation } from '../../model/activations/index.js';
import { zeros } from '../../model/initializers/index.js';
import type { First, Last, Mutable, Sized, Sizes } from '../../model/sizes.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { ArgumentError } from '../../support/errors.js';
import type { Numbers } from '../../support/numbers.js';
import { readOptions } from '../../support/options.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { ModelOf } from '../kinds.js';
import { activationAt, checkCustom } from '../namedActivations.js';
import { arrayAt, fieldsAt, numbersAt, sizeAt } from './jsonFields.js';
import { fieldsOfKind } from './jsonHead.js';
import { JSON_KINDS, type JsonKind, LAYER_EXTRAS, LAYER_FIELDS } from './jsonModel.js';
import { classifierOptionsAt, giveNames } from './modelText.js';
import { columnNamesAt } from './namesText.js';
import { noText } from './notOurs.js';
import { parseOwnJson } from './ownJson.js';
import { scalingAt } from './scalingText.js';
import { tableModel } from './tableModel.js';

/** The beginning of errors: the function, and the file as a whole. */
const ROOT = 'fromJson: $';

/**
 * A classifier from a file: it reads numbers, or rows of a table if it was saved with a preparation.
 *
 * @typeParam S - The network's sizes.
 */
export interface LoadedClassifier<S extends Sizes = Sizes> extends Classifier<S> {
  /** Reads a row, if there is a preparation: as {@link TableClassifier}. */
  read<R extends object>(row: RowOf<R>): Reading<ClassOf<Last<S>>>;
  /** Reads numbers, if there is none: as {@link Classifier}. */
  read<const X extends Numbers>(raw: X & Sized<X, First<S>>): Reading<ClassOf<Last<S>>>;
}

/**
 * The result of {@link fromJson} for each kind.
 *
 * @typeParam S - The network's sizes.
 */
export interface JsonModels<S extends Sizes = Sizes> {
  /** A network. */
  readonly network: Network<S>;
  /** A classifier: a network with its scaling and its names, or with its preparation. */
  readonly classifier: LoadedClassifier<S>;
  /** A regressor: a network with its preparation. */
  readonly regressor: Regressor<S>;
  /** A scaling. */
  readonly scaling: Scaling;
}

/** Options of {@link fromJson}. */
export interface FromJsonOptions<Kind extends keyof JsonModels | undefined = 'network' | undefined, S extends Sizes = Sizes> {
  /** The kind of the file: 'network', 'classifier', 'regressor' or 'scaling'; a network if left out. */
  readonly kind?: Kind;
  /** Custom activations, which a file can only name. */
  readonly activations?: readonly LayerActivation[] | undefined;
  /** The sizes that the network must have, which its type then knows: `[4, 8, 3]`. */
  readonly sizes?: S | undefined;
}

/**
 * Reads what {@link toJson} wrote, to the bit: a network, or the classifier, regressor or scaling that `kind` asks for. No code of the text ever
 * runs: custom activations are passed in, and found by name. Files of earlier versions are read too.
 *
 * @typeParam Kind - The kind of the file.
 * @typeParam S - The sizes that are stated.
 * @param text - The text of `toJson`.
 * @param options - The kind, custom activations, and the sizes that the network must have.
 * @returns A new network, classifier, regressor or scaling.
 * @throws {@link FormatError} with the `path` of the fault, as `$.layers[1].biases`, if the text is of another kind or sizes, or has a fault;
 * {@link ArgumentError} if `kind` is none of the four, or `activations` are not activations.
 *
 * @example
 * ```ts
 * import { classifier, defineActivation, Network } from 'glassbox-nn';
 * import { fromJson, toJson } from 'glassbox-nn/formats';
 *
 * const half = defineActivation({ name: 'half', value: (sum) => sum / 2, derivative: () => 0.5 });
 * const text = toJson(new Network([2, 1], { output: half }));
 * String(fromJson(text, { activations: [half] })); // => '2-1, half, 2+1 = 3 parameters'
 *
 * const saved = toJson(classifier(new Network([2, 3]), { classNames: ['ant', 'bee', 'cat'] }));
 * fromJson(saved, { kind: 'classifier' }).classNames; // => [ 'ant', 'bee', 'cat' ]
 *
 * const known = fromJson(toJson(new Network([4, 8, 3])), { sizes: [4, 8, 3] }); // a Network<[4, 8, 3]>
 * known.layers[1].outputs; // => 3
 * ```
 */
export function fromJson<Kind extends keyof JsonModels | undefined = 'network', const S extends Sizes = Sizes>(
  text: string,
  options?: FromJsonOptions<Kind, S>,
): ModelOf<JsonModels<number extends S['length'] ? S : Mutable<S>>, Kind>;
export function fromJson(
  text: string,
  options?: FromJsonOptions<JsonKind>,
): Network | Classifier | TableClassifier | Regressor | Scaling {
  const given = readOptions('fromJson options', options, ['kind', 'activations', 'sizes']);
  const { kind = 'network', activations = [], sizes } = given;
  checkCustom('fromJson', activations);
  if (!JSON_KINDS.includes(kind)) {
    throw new ArgumentError(wording('fromJson: kind', "'network', 'classifier', 'regressor' or 'scaling'", describe(kind)));
  }
  if (sizes !== undefined) checkSizes(sizes, kind);
  const fields = fieldsOfKind(ROOT, parse(text), kind);
  if (kind === 'scaling') return namedScaling(fields);
  const network = networkFrom(fields.layers, activations);
  if (sizes !== undefined && network.sizes.join('-') !== sizes.join('-')) {
    throw fileError(`${ROOT}.layers`, `a network of ${sizes.join('-')}, as sizes says`, network.sizes.join('-'));
  }
  if (Object.hasOwn(fields, 'preparation')) return tableModel(ROOT, fields, network, kind);
  giveNames(ROOT, fields, network, kind === 'network' ? kind : 'classifier');
  return kind === 'network' ? network : classifier(network, classifierOptionsAt(ROOT, fields, network));
}

function checkSizes(sizes: Sizes, kind: JsonKind): void {
  const isWhole =
    isList(sizes) && sizes.length > 1 && sizes.every((size: unknown) => Number.isInteger(size) && Number(size) > 0);
  if (!isWhole) throw new ArgumentError(wording('fromJson: sizes', 'the sizes of a network, as [4, 8, 3]', describe(sizes)));
  if (kind === 'scaling') throw new ArgumentError(wording('fromJson: sizes', 'a network, which has sizes', "kind: 'scaling'"));
}

function namedScaling({ scaling, columnNames }: Readonly<Record<string, unknown>>): Scaling {
  const path = `${ROOT}.scaling`;
  const { width } = scalingAt(path, scaling);
  return scalingAt(path, scaling, width, columnNamesAt(`${ROOT}.columnNames`, columnNames, width));
}

function networkFrom(value: unknown, activations: readonly LayerActivation[]): Network {
  const layers = arrayAt(`${ROOT}.layers`, value).map((layer, index) =>
    readLayer(`${ROOT}.layers[${index}]`, layer, activations),
  );
  checkChain(layers);
  return new Network(layers);
}

function parse(text: string): unknown {
  if (typeof text !== 'string') throw noText(ROOT, text);
  // Some editors put a byte-order mark in front.
  return parseOwnJson(ROOT, text.replace(/^\uFEFF/, ''));
}

function readLayer(path: string, value: unknown, own: readonly LayerActivation[]): Layer {
  const fields = fieldsAt(path, value, LAYER_FIELDS, LAYER_EXTRAS);
  const inputs = sizeAt(`${path}.inputs`, fields.inputs);
  const outputs = sizeAt(`${path}.outputs`, fields.outputs);
  const weights = numbersAt(`${path}.weights`, fields.weights, outputs, inputs);
  const biases = numbersAt(`${path}.biases`, fields.biases, outputs);
  return new Layer(inputs, outputs, {
    activation: activationAt(`${path}.activation`, fields.activation, own, 'fromJson(text'),
    initializer: zeros,
    weights,
    biases,
    trainable: trainableAt(path, fields),
  });
}

/** Own properties alone count: a polluted prototype freezes nothing. */
function trainableAt(path: string, fields: { readonly trainable?: unknown }): boolean {
  if (!Object.hasOwn(fields, 'trainable')) return true;
  if (typeof fields.trainable === 'boolean') return fields.trainable;
  throw fileError(`${path}.trainable`, 'true or false', describe(fields.trainable));
}

function checkChain(layers: readonly Layer[]): void {
  if (layers.length === 0) throw fileError(`${ROOT}.layers`, 'one layer or more', 'none');
  for (const [index, layer] of layers.entries()) {
    const before = layers[index - 1];
    if (before && before.outputs !== layer.inputs) {
      throw fileError(
        `${ROOT}.layers[${index}].inputs`,
        `${before.outputs}, the outputs of the layer before`,
        `${layer.inputs}`,
      );
    }
    if (index < layers.length - 1 && layer.activation.kind === 'vector') {
      throw fileError(`${ROOT}.layers[${index}].activation`, 'softmax on the last layer only', describe(layer.activation.name));
    }
  }
}
