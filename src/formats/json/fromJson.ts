import { classifier } from '../../classifier/classifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import type { Scaling } from '../../data/Scaling.js';
import type { LayerActivation } from '../../model/activations/index.js';
import { zeros } from '../../model/initializers/index.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { ModelOf } from '../kinds.js';
import { activationAt, checkCustom } from '../namedActivations.js';
import { arrayAt, fieldsAt, numbersAt, sizeAt } from './jsonFields.js';
import { fieldsOfKind } from './jsonHead.js';
import { type JsonKind, LAYER_EXTRAS, LAYER_FIELDS } from './jsonModel.js';
import { classifierOptionsAt, giveNames } from './modelText.js';
import { columnNamesAt } from './namesText.js';
import { noText } from './notOurs.js';
import { parseOwnJson } from './ownJson.js';
import { scalingAt } from './scalingText.js';

/** The beginning of errors: the function, and the file as a whole. */
const ROOT = 'fromJson: $';

/** The result of {@link fromJson} for each kind. */
export interface JsonModels {
  /** A network. */
  readonly network: Network;
  /** A classifier: a network with its scaling and its names. */
  readonly classifier: Classifier;
  /** A scaling. */
  readonly scaling: Scaling;
}

/** Options of {@link fromJson}. */
export interface FromJsonOptions<Kind extends keyof JsonModels | undefined = 'network' | undefined> {
  /** The kind of the file: 'network', 'classifier' or 'scaling'; a network if left out. */
  readonly kind?: Kind;
  /** Custom activations, which a file can only name. */
  readonly activations?: readonly LayerActivation[] | undefined;
}

/**
 * Reads what {@link toJson} wrote, to the bit: a network, or the classifier or scaling that `kind` asks for. No code of the text ever
 * runs: custom activations are passed in, and found by name. Files of earlier versions are read too.
 *
 * @typeParam Kind - The kind of the file.
 * @param text - The text of `toJson`.
 * @param options - The kind, and custom activations.
 * @returns A new network, classifier or scaling.
 * @throws {@link FormatError} with the `path` of the fault, as `$.layers[1].biases`, if the text is of another kind or has a fault;
 * {@link ArgumentError} if `kind` is none of the three, or `activations` are not activations.
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
 * ```
 */
export function fromJson<Kind extends keyof JsonModels | undefined = 'network'>(
  text: string,
  options?: FromJsonOptions<Kind>,
): ModelOf<JsonModels, Kind>;
export function fromJson(text: string, options?: FromJsonOptions<JsonKind>): JsonModels[JsonKind] {
  const { kind = 'network', activations = [] } = readOptions('fromJson options', options, ['kind', 'activations']);
  checkCustom('fromJson', activations);
  if (kind !== 'network' && kind !== 'classifier' && kind !== 'scaling') {
    throw new ArgumentError(wording('fromJson: kind', "'network', 'classifier' or 'scaling'", describe(kind)));
  }
  const fields = fieldsOfKind(ROOT, parse(text), kind);
  if (kind === 'scaling') return namedScaling(fields);
  const network = networkFrom(fields.layers, activations);
  giveNames(ROOT, fields, network, kind);
  return kind === 'network' ? network : classifier(network, classifierOptionsAt(ROOT, fields, network));
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
