// A row of Keras's layers as a network's layers, with a scaling before the first.
import { identity } from '../../model/activations/index.js';
import type { Layer } from '../../model/typedBySizes.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { LinearScaling } from '../linearScaling.js';
import { checkProportion } from '../proportion.js';
import { activationLayer } from './kerasActivations.js';
import { type DenseDraft, denseOf, layerOf } from './kerasDense.js';
import { type Fields, fieldOf, listAt, ROOT, sidesAt } from './kerasFields.js';
import type { KerasLayer } from './kerasRow.js';
import { normalization, rescaling } from './kerasScaling.js';
import type { finderOf } from './kerasWeights.js';

/** The layers of a file, and its scaling if it has one. */
export interface KerasModel {
  readonly layers: Layer[];
  readonly scaling: LinearScaling | undefined;
}

/** Layers that only training uses, or that change no number of a row. */
const PASSED = [
  'InputLayer',
  'Flatten',
  'Dropout',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'ActivityRegularization',
];

/** Puts the layers of files of so many bytes together. */
export function modelOf(row: readonly KerasLayer[], weightOf: ReturnType<typeof finderOf>, bytes: number): KerasModel {
  const drafts: DenseDraft[] = [];
  let scaling: LinearScaling | undefined;
  let shape: readonly number[] | undefined;
  for (const layer of row) {
    const { path, className, config } = layer;
    const draft = drafts.at(-1);
    shape ??= inputShape(path, config);
    if (className === 'Flatten') {
      checkOrder(path, config, shape);
      shape &&= [shape.reduce((product, side) => product * side, 1)];
    }
    if (PASSED.includes(className)) continue;
    if (className === 'Dense') {
      if (shape !== undefined && shape.length !== 1) {
        throw fileError(path, 'a row of numbers as input', `[${shape.join(', ')}]`, 'A Flatten layer makes it one.');
      }
      if (draft?.activation.kind === 'vector') {
        throw fileError(path, 'no layer behind a softmax', 'one', 'It stands at the end only.');
      }
      const made = denseOf(layer, shape?.[0], weightOf);
      drafts.push(made);
      shape = [made.outputs];
      continue;
    }
    if (draft === undefined && scaling === undefined && (className === 'Rescaling' || className === 'BatchNormalization')) {
      scaling = className === 'Rescaling' ? rescaling(path, config) : normalization(layer, weightOf, shape);
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
  const [first] = drafts;
  if (first === undefined) throw fileError(`${ROOT}.modelTopology`, 'one Dense layer or more', 'none');
  // Nothing is copied before all layers are counted.
  checkProportion('fromTensorFlow', [first.inputs, ...drafts.map(({ outputs }) => outputs)], bytes);
  return { layers: drafts.map(layerOf), scaling };
}

/** Throws if a Flatten changes the order of the numbers: with the channels first, it puts them last. */
function checkOrder(path: string, config: Fields, shape: readonly number[] | undefined): void {
  const order = fieldOf(config, 'data_format');
  if (order === undefined || order === null || order === 'channels_last' || order === 'channelsLast') return;
  const [channels, ...sides] = shape ?? [];
  if (channels === 1 || (shape !== undefined && sides.every((side) => side === 1))) return;
  const remedy = 'It changes the order of the numbers: give them in that order to a model without it.';
  throw fileError(`${path}.data_format`, "'channels_last'", describe(order), remedy);
}

/** The shape of an input, where a layer has it: `batch_input_shape` in Keras 2, `batch_shape` in Keras 3. */
function inputShape(path: string, config: Fields): readonly number[] | undefined {
  const name = Object.hasOwn(config, 'batch_shape') ? 'batch_shape' : 'batch_input_shape';
  const value = fieldOf(config, name);
  if (value === undefined || value === null) return undefined;
  const [batch] = listAt(`${path}.${name}`, value);
  if (batch !== null && !Number.isSafeInteger(batch))
    throw fileError(`${path}.${name}[0]`, 'null, for a batch of any size', describe(batch));
  return sidesAt(`${path}.${name}`, value, 1, 1);
}
