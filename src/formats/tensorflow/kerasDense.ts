// A Dense layer of Keras: its settings and its weights, checked before any number is copied.
import { transpose } from '../../linalg/matrices.js';
import type { LayerActivation } from '../../model/activations/index.js';
import { Layer } from '../../model/typedBySizes.js';
import { NumericError, ShapeError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { activationAt } from './kerasActivations.js';
import { countAt, fieldOf, said, truthAt } from './kerasFields.js';
import type { KerasLayer } from './kerasRow.js';
import type { finderOf, KerasWeight } from './kerasWeights.js';

/** A layer that is still being put together. */
export interface DenseDraft {
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: KerasWeight;
  readonly bias: KerasWeight | undefined;
  readonly trainable: boolean;
  activation: LayerActivation;
}

/** A Dense layer, of `before` inputs where the layers before it state them. */
export function denseOf(
  { path, name, config }: KerasLayer,
  before: number | undefined,
  weightOf: ReturnType<typeof finderOf>,
): DenseDraft {
  const rank = fieldOf(config, 'lora_rank');
  if (rank !== undefined && rank !== null) {
    // Its kernel is only a part of its weights.
    throw fileError(`${path}.lora_rank`, 'none', said(rank), 'Export the model with its weights merged.');
  }
  const outputs = countAt(`${path}.units`, fieldOf(config, 'units'), 1);
  const activation = activationAt(`${path}.activation`, fieldOf(config, 'activation'));
  const usesBias = truthAt(`${path}.use_bias`, fieldOf(config, 'use_bias'), true);
  const [kernel, bias] = [weightOf(name, 'kernel'), usesBias ? weightOf(name, 'bias') : undefined];
  if (kernel === undefined || (usesBias && bias === undefined)) {
    const missing = `${name}/${kernel === undefined ? 'kernel' : 'bias'}`;
    throw fileError(path, `a weight ${describe(missing)} in the manifest`, 'none');
  }
  const [inputs = 0] = kernel.shape;
  checkShape(kernel, [before ?? Math.max(inputs, 1), outputs]);
  if (bias !== undefined) checkShape(bias, [outputs]);
  const trainable = truthAt(`${path}.trainable`, fieldOf(config, 'trainable'), true);
  return { inputs, outputs, kernel, bias, trainable, activation };
}

function checkShape({ path, name, shape }: KerasWeight, expected: readonly number[]): void {
  if (shape.length === expected.length && shape.every((side, index) => side === expected[index])) return;
  throw new ShapeError(wording(`${path}: ${describe(name)}`, `[${expected.join(', ')}]`, `[${shape.join(', ')}]`));
}

/** The layer; Keras has kernels of [inputs, outputs]. */
export function layerOf({ inputs, outputs, kernel, bias, activation, trainable }: DenseDraft): Layer {
  const weights = transpose(new Float32Array(inputs * outputs), float32s(kernel), outputs);
  return new Layer(inputs, outputs, { activation, trainable, weights, ...(bias && { biases: float32s(bias) }) });
}

/** A weight's numbers, all finite. */
export function float32s({ path, name, dtype, bytes }: KerasWeight): Float32Array {
  if (dtype !== 'float32') throw fileError(`${path}.dtype`, 'float32', describe(dtype));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = new Float32Array(bytes.length / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = view.getFloat32(4 * index, true);
  const place = numbers.findIndex((number) => !Number.isFinite(number));
  if (place < 0) return numbers;
  throw new NumericError(wording(`${path}: ${describe(name)}[${place}]`, 'a finite number', `${numbers[place]}`));
}
