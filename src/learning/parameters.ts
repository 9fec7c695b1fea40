// The parameters of layers: arrays of weights and biases, each with its gradient and its optimizer state.
import type { Layer } from '../model/Layer.js';

/** The weights or the biases of a layer, and what a training keeps beside them; all arrays of one length. */
export interface Parameters {
  /** Its name in errors: `layers[1].weights`. */
  readonly name: string;
  /** Numbers in a row: the weights of a neuron, or its one bias. */
  readonly width: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  /** The optimizer state: `slots` numbers for each parameter. */
  readonly slots: readonly Float32Array[];
}

/** Parameters by themselves. */
export type NamedParameters = Pick<Parameters, 'name' | 'width' | 'values'>;

/** The parameters of all layers, weights and then biases of each, under their names. */
export function namedParameters(layers: readonly Layer[]): NamedParameters[] {
  return layers.flatMap((layer, index) => [
    { name: `layers[${index}].weights`, width: layer.inputs, values: layer.weights },
    { name: `layers[${index}].biases`, width: 1, values: layer.biases },
  ]);
}

/** The same with gradients of 0 and `slots` arrays of optimizer state. */
export function parametersOf(layers: readonly Layer[], slots: number): Parameters[] {
  const zeros = (values: Float32Array) => new Float32Array(values.length);
  return namedParameters(layers).map(({ name, width, values }) => {
    return { name, width, values, gradient: zeros(values), slots: Array.from({ length: slots }, () => zeros(values)) };
  });
}
