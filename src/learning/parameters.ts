// All arrays of knobs in a row, each with its gradient, its optimizer's memory and its last good values.
import type { Layer } from '../model/Layer.js';
import { firstNotFinite } from '../support/finite.js';
import type { LayerGradient } from './gradients.js';
import { isTrainable } from './trainableLayers.js';

/** One array of knobs, the weights or the biases of a layer, and what training keeps beside it; all of one length. */
export interface Parameters {
  /** Its name in errors: `layers[1].weights`. */
  readonly name: string;
  /** Numbers in a row: the weights of a neuron, or its one bias. */
  readonly width: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly slots: readonly Float32Array[];
  /** The values before the last update. */
  readonly before: Float32Array;
}

/** The arrays of all layers, weights and then biases of each, under their names. */
export function namedParameters(layers: readonly Layer[]): Pick<Parameters, 'name' | 'width' | 'values'>[] {
  return layers.flatMap((layer, index) => [
    { name: `layers[${index}].weights`, width: layer.inputs, values: layer.weights },
    { name: `layers[${index}].biases`, width: 1, values: layer.biases },
  ]);
}

/** The same with their gradients, and with `slots` arrays of memory. */
export function parametersOf(layers: readonly Layer[], gradients: readonly LayerGradient[], slots: number): Parameters[] {
  const slopes = gradients.flatMap(({ weights, biases }) => [weights, biases]);
  return namedParameters(layers).map((knobs, index) => ({
    ...knobs,
    gradient: slopes[index],
    slots: Array.from({ length: slots }, () => new Float32Array(knobs.values.length)),
    before: new Float32Array(knobs.values.length),
  }));
}

/** The same of the layers that learn. */
export function trainableParameters(
  layers: readonly Layer[],
  gradients: readonly LayerGradient[],
  slots: number,
): Parameters[] {
  return parametersOf(layers, gradients, slots).filter((_, index) => isTrainable(layers[Math.floor(index / 2)]));
}

/** What is not finite after an update, in words: a knob, or what the optimizer remembers of it, by which it would never move again. */
export function overflowIn(parameters: readonly Parameters[]): string | undefined {
  for (const { name, values, slots } of parameters) {
    for (const array of [values, ...slots]) {
      const index = firstNotFinite(array);
      const owner = array === values ? '' : "the optimizer's memory of ";
      if (index >= 0) return `${array[index]} in ${owner}${name}[${index}]`;
    }
  }
  return undefined;
}
