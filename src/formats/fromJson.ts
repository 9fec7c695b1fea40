import type { LayerActivation } from '../model/activations/index.js';
import { zeros } from '../model/initializers/index.js';
import { checkActivation, Layer } from '../model/Layer.js';
import { Network } from '../model/Network.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import { builtInActivation } from './builtInActivations.js';
import { arrayAt, fieldsAt, fileError, numbersAt, sizeAt } from './jsonFields.js';
import { FORMAT, LAYER_FIELDS, MODEL_FIELDS, VERSION } from './jsonModel.js';

/** What {@link fromJson} may be told. */
export interface FromJsonOptions {
  /** Your own activations, which a file can only name. */
  readonly activations?: readonly LayerActivation[];
}

/**
 * The network that {@link toJson} wrote, to the bit. No code ever runs from the text: activations of your own are passed in, and
 * found by name.
 *
 * @param text - What `toJson` returned.
 * @param options - Your own activations.
 * @returns A new network.
 * @throws {@link FormatError} with the `path` of the fault, as `$.layers[1].biases`, if the text is not such a network;
 * {@link ArgumentError} if `activations` are none.
 *
 * @example
 * ```ts
 * import { defineActivation, Network } from 'glassbox-nn';
 * import { fromJson, toJson } from 'glassbox-nn/formats';
 *
 * const half = defineActivation({ name: 'half', value: (sum) => sum / 2, derivative: () => 0.5 });
 * const text = toJson(new Network([2, 1], { output: half }));
 * String(fromJson(text, { activations: [half] })); // => '2-1, half, 2+1 = 3 knobs'
 * ```
 */
export function fromJson(text: string, options: FromJsonOptions = {}): Network {
  const { activations = [] } = readOptions('fromJson options', options, ['activations']);
  checkOwn(activations);
  const model = fieldsAt('$', parse(text), MODEL_FIELDS);
  if (model.format !== FORMAT) throw fileError('$.format', `'${FORMAT}'`, describe(model.format), 'Was it written by toJson?');
  if (model.version !== VERSION) {
    const newer = typeof model.version === 'number' && model.version > VERSION;
    const remedy = newer ? 'A newer version of glassbox-nn wrote it: update to read it.' : 'Was it written by toJson?';
    throw fileError('$.version', `${VERSION}`, describe(model.version), remedy);
  }
  const layers = arrayAt('$.layers', model.layers).map((layer, index) => readLayer(`$.layers[${index}]`, layer, activations));
  checkChain(layers);
  return new Network(layers);
}

/** Activations of which a name tells just one. */
function checkOwn(activations: readonly LayerActivation[]): void {
  if (!Array.isArray(activations))
    throw new ArgumentError(wording('activations', 'an array of activations', describe(activations)));
  const names = new Set<string>();
  for (const [index, activation] of activations.entries()) {
    const { name, kernel } = checkActivation(`activations[${index}]`, activation);
    if (names.has(name) || (kernel === undefined && builtInActivation(name) !== undefined)) {
      throw new ArgumentError(wording(`activations[${index}]`, 'a name that no other activation has', describe(name)));
    }
    names.add(name);
  }
}

function parse(text: string): unknown {
  if (typeof text !== 'string')
    throw fileError('$', 'the text that toJson wrote', describe(text), 'Pass the text itself, not what JSON.parse made of it.');
  try {
    // Some editors put a byte-order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw fileError(
      '$',
      'JSON',
      `text that ends or breaks in the middle (${(error as Error).message})`,
      'Was the file cut off?',
    );
  }
}

function readLayer(path: string, value: unknown, own: readonly LayerActivation[]): Layer {
  const fields = fieldsAt(path, value, LAYER_FIELDS);
  const inputs = sizeAt(`${path}.inputs`, fields.inputs);
  const outputs = sizeAt(`${path}.outputs`, fields.outputs);
  const rows = arrayAt(`${path}.weights`, fields.weights, outputs).map((row, neuron) =>
    numbersAt(`${path}.weights[${neuron}]`, row, inputs),
  );
  const biases = numbersAt(`${path}.biases`, fields.biases, outputs);
  const layer = new Layer(inputs, outputs, {
    activation: activationAt(`${path}.activation`, fields.activation, own),
    initializer: zeros,
  });
  for (const [neuron, row] of rows.entries()) layer.weights.set(row, neuron * inputs);
  layer.biases.set(biases);
  return layer;
}

function activationAt(path: string, name: unknown, own: readonly LayerActivation[]): LayerActivation {
  if (typeof name !== 'string') throw fileError(path, 'the name of an activation', describe(name));
  const activation = own.find((one) => one.name === name) ?? builtInActivation(name);
  if (activation === undefined) {
    throw fileError(
      path,
      'the name of a built-in activation, or of one passed in',
      describe(name),
      'Pass your own: fromJson(text, { activations: [yours] }).',
    );
  }
  return activation;
}

function checkChain(layers: readonly Layer[]): void {
  if (layers.length === 0) throw fileError('$.layers', 'one layer or more', 'none');
  for (const [index, layer] of layers.entries()) {
    const before = layers[index - 1];
    if (before && before.outputs !== layer.inputs) {
      throw fileError(`$.layers[${index}].inputs`, `${before.outputs}, the outputs of the layer before`, `${layer.inputs}`);
    }
    if (index < layers.length - 1 && layer.activation.kind === 'vector') {
      throw fileError(`$.layers[${index}].activation`, 'softmax on the last layer only', describe(layer.activation.name));
    }
  }
}
