// Writes a network as TensorFlow.js's files.

import { isClassifier } from '../../classifier/isClassifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import { transpose } from '../../linalg/matrices.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { ArgumentError } from '../../support/errors.js';
import { hasField } from '../../support/hasField.js';
import { describe, wording } from '../../support/wording.js';
import { formOf, KERAS } from '../activationFormats.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { checkFiniteLayers } from '../finiteLayers.js';
import { writtenModel } from '../writtenModel.js';
import type { KerasForm } from './kerasActivations.js';
import { writtenScaling } from './kerasScaling.js';
import { checkLength } from './modelFiles.js';

/** The result of {@link toTensorFlow}: the files of a folder by name. */
export interface TensorFlowFiles {
  /** The layers, and a list of the weights. */
  readonly 'model.json': string;
  /** The weights: float32, the least significant byte first. */
  readonly 'group1-shard1of1.bin': Uint8Array<ArrayBuffer>;
}

const SHARD = 'group1-shard1of1.bin';

/** A custom activation. */
const CUSTOM: KerasForm = { cannot: 'Keras knows no function of your own; save the network with toJson or toSafetensors.' };

/** A layer of Keras with the numbers that belong to it. */
interface WrittenLayer {
  readonly className: string;
  readonly config: { readonly name: string; readonly [setting: string]: unknown };
  readonly weights?: readonly WrittenWeight[] | undefined;
}

interface WrittenWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Float32Array;
}

/**
 * A network as the two files of a TensorFlow.js layers model, `model.json` and its weights: put into one folder, `tf.loadLayersModel` loads
 * them. `keras.models.model_from_json` of Keras 3 makes a model of its `modelTopology`, which takes the weights in their order.
 *
 * It is a Sequential model of Dense layers. A classifier's scaling stands in front as a `BatchNormalization`, in float32, so that the
 * model takes numbers as they come; the names of classes stand in its metadata, which TensorFlow.js keeps. Other programs add in
 * another order and have functions of their own, so that their answers differ in the last digits.
 *
 * @param model - The network or classifier.
 * @returns The files by name.
 * @throws {@link ArgumentError} for a custom activation, which Keras does not know, and for `gelu`, whose form by tanh TensorFlow.js
 * cannot load; {@link NumericError} if a weight or bias is not
 * finite, or a scaling does not fit float32.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { toTensorFlow } from 'glassbox-nn/formats';
 *
 * const files = toTensorFlow(new Network([784, 16, 16, 10]));
 * Object.keys(files); // => [ 'model.json', 'group1-shard1of1.bin' ]
 * files['group1-shard1of1.bin'].length; // => 52008
 * ```
 */
export function toTensorFlow<S extends Sizes>(model: Network<S> | Classifier<S>): TensorFlowFiles {
  const network = writtenModel('toTensorFlow', model);
  checkFiniteLayers('toTensorFlow', network.layers);
  const layers = [inputLayer(network.sizes[0]), ...scalingLayers(model), ...network.layers.flatMap(writtenLayers)];
  const weights = layers.flatMap((layer) => (Object.hasOwn(layer, 'weights') && layer.weights) || []);
  const text = JSON.stringify({
    format: 'layers-model',
    generatedBy: 'glassbox-nn',
    convertedBy: null,
    modelTopology: {
      // Keras 3 looks classes up in modules, and has shapes of inputs in layers of their own; TensorFlow.js does not mind.
      module: 'keras',
      class_name: 'Sequential',
      config: {
        name: 'glassbox_nn',
        layers: layers.map(({ className, config }) => ({ module: 'keras.layers', class_name: className, config })),
      },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [{ paths: [SHARD], weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })) }],
    userDefinedMetadata: {
      [METADATA_KEY]: descriptionText(model),
    },
  });
  return { 'model.json': checkLength(text, 'toTensorFlow'), [SHARD]: bytesOf(weights) };
}

function inputLayer(inputs: number): WrittenLayer {
  return { className: 'InputLayer', config: { name: 'input', batch_input_shape: [null, inputs], dtype: 'float32' } };
}

/** The scaling in front, if there is one. */
function scalingLayers(model: unknown): WrittenLayer[] {
  if (!isClassifier(model) || model.scaling === undefined) return [];
  const name = 'scaling';
  const numbers = Object.entries<Float32Array>({ ...writtenScaling(model.scaling) });
  const weights = numbers.map(([part, values]) => ({ name: `${name}/${part}`, shape: [values.length], numbers: values }));
  return [
    {
      className: 'BatchNormalization',
      config: { name, axis: -1, epsilon: 0, center: false, scale: true, trainable: false },
      weights,
    },
  ];
}

/** A Dense layer, and a second one where its activation has settings. */
function writtenLayers({ inputs, outputs, weights, biases, activation, trainable }: Layer, index: number): WrittenLayer[] {
  const form = formOf(KERAS, activation) ?? CUSTOM;
  if (typeof form === 'object' && hasField(form, 'cannot')) {
    const expected = 'an activation that Keras has';
    throw new ArgumentError(
      wording(`toTensorFlow: layers[${index}] activation`, expected, describe(activation.name), form.cannot),
    );
  }
  const name = `dense_${index + 1}`;
  const named = typeof form === 'string' ? form : 'linear';
  const dense: WrittenLayer = {
    className: 'Dense',
    config: { name, trainable: trainable !== false, units: outputs, activation: named, use_bias: true },
    weights: [
      {
        name: `${name}/kernel`,
        shape: [inputs, outputs],
        numbers: transpose(new Float32Array(weights.length), weights, inputs),
      },
      { name: `${name}/bias`, shape: [outputs], numbers: biases },
    ],
  };
  if (typeof form === 'string') return [dense];
  return [dense, { className: form.className, config: { name: `${name}_activation`, ...form.config } }];
}

function bytesOf(weights: readonly WrittenWeight[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * weights.reduce((sum, { numbers }) => sum + numbers.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { numbers } of weights) {
    for (const number of numbers) {
      view.setFloat32(at, number, true);
      at += 4;
    }
  }
  return bytes;
}
