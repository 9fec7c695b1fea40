// A row of Keras's layers as a network's layers, and what comes before the first of them as a scaling.
import { transpose } from '../../linalg/matrices.js';
import { identity, type LayerActivation } from '../../model/activations/index.js';
import { zeros } from '../../model/initializers/index.js';
import { Layer } from '../../model/Layer.js';
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { LinearScaling } from '../linearScaling.js';
import { activationAt, activationLayer } from './kerasActivations.js';
import { countAt, type Fields, fieldOf, listAt, ROOT } from './kerasFields.js';
import type { KerasLayer } from './kerasRow.js';
import { normalization, rescaling } from './kerasScaling.js';
import type { finderOf, KerasWeight } from './kerasWeights.js';

/** The layers of a file, and its scaling if it has one. */
export interface KerasModel {
  readonly layers: Layer[];
  readonly scaling: LinearScaling | undefined;
}

/** What only training does, or what changes no number of a row. */
const PASSED = [
  'InputLayer',
  'Flatten',
  'Dropout',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'ActivityRegularization',
];

/** A layer that is still being put together. */
interface Draft {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array | undefined;
  readonly trainable: boolean;
  activation: LayerActivation;
}

/** Puts the layers together. */
export function modelOf(row: readonly KerasLayer[], weightOf: ReturnType<typeof finderOf>): KerasModel {
  const drafts: Draft[] = [];
  let scaling: LinearScaling | undefined;
  let shape: readonly number[] | undefined;
  for (const layer of row) {
    const { path, className, config } = layer;
    const draft = drafts.at(-1);
    shape ??= inputShape(path, config);
    if (className === 'Flatten') shape &&= [shape.reduce((product, side) => product * side, 1)];
    if (PASSED.includes(className)) continue;
    if (className === 'Dense') {
      if (shape !== undefined && shape.length !== 1) {
        throw fileError(path, 'a row of numbers as input', `[${shape.join(', ')}]`, 'A Flatten layer makes it one.');
      }
      const made = denseOf(layer, shape?.[0], weightOf);
      drafts.push(made);
      shape = [made.outputs];
      continue;
    }
    if (draft === undefined && scaling === undefined && (className === 'Rescaling' || className === 'BatchNormalization')) {
      scaling = className === 'Rescaling' ? rescaling(path, config) : normalization(layer, weightOf, float32s);
      continue;
    }
    const activation = activationLayer(path, className, config);
    if (activation === undefined) {
      throw fileError(
        path,
        'Dense layers, and activations behind them',
        describe(className),
        'Only networks of dense layers can be read.',
      );
    }
    if (draft === undefined || (draft.activation !== identity && activation !== identity)) {
      throw fileError(
        path,
        'one activation behind each Dense layer',
        draft === undefined ? 'one before the first' : 'two in a row',
      );
    }
    if (activation !== identity) draft.activation = activation;
  }
  if (drafts.length === 0) throw fileError(`${ROOT}.modelTopology`, 'one Dense layer or more', 'none');
  return { layers: drafts.map(layerOf), scaling };
}

/** The shape of one input, where a layer tells it: Keras 2 says `batch_input_shape`, Keras 3 `batch_shape`. */
function inputShape(path: string, config: Fields): readonly number[] | undefined {
  const name = Object.hasOwn(config, 'batch_shape') ? 'batch_shape' : 'batch_input_shape';
  const value = fieldOf(config, name);
  if (value === undefined || value === null) return undefined;
  const [batch, ...sides] = listAt(`${path}.${name}`, value);
  if (batch !== null && !Number.isSafeInteger(batch))
    throw fileError(`${path}.${name}[0]`, 'null, for a batch of any size', describe(batch));
  return sides.map((side, index) => countAt(`${path}.${name}[${index + 1}]`, side, 1));
}

function denseOf({ path, name, config }: KerasLayer, before: number | undefined, weightOf: ReturnType<typeof finderOf>): Draft {
  const outputs = countAt(`${path}.units`, fieldOf(config, 'units'), 1);
  const activation = activationAt(`${path}.activation`, fieldOf(config, 'activation'));
  const [kernel, bias] = [weightOf(name, 'kernel'), weightOf(name, 'bias')];
  const usesBias = fieldOf(config, 'use_bias') !== false;
  if (kernel === undefined || (usesBias && bias === undefined)) {
    const missing = `${name}/${kernel === undefined ? 'kernel' : 'bias'}`;
    throw fileError(path, `a weight ${describe(missing)} in the manifest`, 'none');
  }
  const [inputs = 0] = kernel.shape;
  checkShape(kernel, [before ?? Math.max(inputs, 1), outputs]);
  if (usesBias && bias !== undefined) checkShape(bias, [outputs]);
  return {
    inputs,
    outputs,
    // Keras has [inputs, outputs].
    weights: transpose(new Float32Array(inputs * outputs), float32s(kernel), outputs),
    biases: usesBias && bias !== undefined ? float32s(bias) : undefined,
    trainable: fieldOf(config, 'trainable') !== false,
    activation,
  };
}

function checkShape({ path, name, shape }: KerasWeight, expected: readonly number[]): void {
  if (shape.length === expected.length && shape.every((side, index) => side === expected[index])) return;
  throw new ShapeError(wording(`${path}: ${describe(name)}`, `[${expected.join(', ')}]`, `[${shape.join(', ')}]`));
}

/** A weight's numbers, all finite. */
function float32s({ path, name, dtype, bytes }: KerasWeight): Float32Array {
  if (dtype !== 'float32') throw fileError(`${path}.dtype`, 'float32', describe(dtype));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = new Float32Array(bytes.length / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = view.getFloat32(4 * index, true);
  const place = numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  throw new NumericError(wording(`${path}: ${describe(name)}[${place}]`, 'a finite number', `${numbers[place]}`));
}

function layerOf({ inputs, outputs, weights, biases, activation, trainable }: Draft): Layer {
  const layer = new Layer(inputs, outputs, { activation, initializer: zeros, trainable });
  layer.weights.set(weights);
  if (biases !== undefined) layer.biases.set(biases);
  return layer;
}
