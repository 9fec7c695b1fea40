// Where the numbers of each layer lie in the core's memory.
import { isTrainable } from '../learning/parameters.js';
import { dropThreshold } from '../learning/parts/dropout.js';
import type { Layer } from '../model/Layer.js';
import { activationNumber, isSparse, needsSums } from './kernels.js';
import type { LAYER } from './planFields.js';
import type { Places, ValuesOf } from './record.js';

/** The record of a layer. */
export type PlacedLayer = ValuesOf<typeof LAYER>;

/** Conditions that the places of layers depend on. */
export interface LayerNeeds {
  /** Examples of a batch. */
  readonly batch: number;
  /** Whether there is a way back. */
  readonly learning: boolean;
  /** One dropout rate for the inputs of each layer. */
  readonly dropout: readonly number[];
}

/** Outputs rounded up to a multiple of 4: the numbers in a row of activations. */
export function strideOf(outputs: number): number {
  return Math.ceil(outputs / 4) * 4;
}

/** Bytes of all weights and biases, as the core keeps them. */
export function parameterBytes(layers: readonly Layer[]): number {
  return layers.reduce((bytes, { inputs, outputs }) => bytes + (inputs + 1) * strideOf(outputs) * 4, 0);
}

/** Places for the layers: parameters from `parameters` on, gradients from `gradients` on, the rest wherever there is room. */
export function placeLayers(
  layers: readonly Layer[],
  parameters: number,
  gradients: number,
  places: Places,
  { batch, learning, dropout }: LayerNeeds,
): PlacedLayer[] {
  let offset = 0;
  return layers.map((layer, index) => {
    const { inputs, outputs, activation } = layer;
    const stride = strideOf(outputs);
    const weights = offset;
    const biases = weights + inputs * stride * 4;
    offset = biases + stride * 4;
    const row = batch * stride * 4;
    const isLast = index === layers.length - 1;
    const weightedSums = places.take(row);
    const activations = (learning && needsSums(activation)) || isLast ? places.take(row) : weightedSums;
    const rate = isLast ? 0 : dropout[index + 1];
    return {
      inputs,
      outputs,
      stride,
      activation: activationNumber(activation),
      sparse: isSparse(activation) ? 1 : 0,
      weights: parameters + weights,
      biases: parameters + biases,
      weightGradient: gradients + weights,
      biasGradient: gradients + biases,
      transposed: learning && index > 0 ? places.take(outputs * strideOf(inputs) * 4) : 0,
      weightedSums,
      activations,
      nextInputs: rate > 0 ? places.take(row) : activations,
      mask: rate > 0 ? places.take(row) : 0,
      deltas: learning ? places.take(row) : 0,
      dropThreshold: dropThreshold(rate),
      dropScale: 1 / (1 - rate),
      frozen: isTrainable(layer) ? 0 : 1,
    };
  });
}
