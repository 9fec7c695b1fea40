// The parameters of layers: arrays of weights and biases, with their gradients and their optimizer state; and the trainable layers,
// all that are not frozen.
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';

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

/** The gradient of the cost with respect to each parameter of a layer. */
export interface LayerGradient {
  /** [outputs, inputs], as the layer's weights. */
  readonly weights: Float32Array;
  /** [outputs], as the layer's biases. */
  readonly biases: Float32Array;
}

/** Gradients of zeros for layers. */
export function zeroGradients(layers: readonly Layer[]): LayerGradient[] {
  return layers.map(({ weights, biases }) => ({
    weights: new Float32Array(weights.length),
    biases: new Float32Array(biases.length),
  }));
}

/** The optimizer state of parameters, not copied: the arrays of slot 0, those of slot 1, and so on. */
export function optimizerStateOf(parameters: readonly Parameters[], slots: number): Float32Array[] {
  return Array.from({ length: slots }, (_, slot) => parameters.map((array) => array.slots[slot])).flat();
}

/** Writes a state of the same form over it. */
export function restoreOptimizerState(parameters: readonly Parameters[], slots: number, state: readonly Float32Array[]): void {
  for (const [index, array] of optimizerStateOf(parameters, slots).entries()) array.set(state[index]);
}

/** Whether a layer's weights and biases are updated. A layer of another version may have no such field, and is trainable. */
export function isTrainable({ trainable }: { readonly trainable?: boolean | undefined }): boolean {
  return trainable !== false;
}

/** The index of the first trainable layer, below which no delta is needed; the number of layers if there is none. */
export function firstTrainable(layers: readonly Layer[]): number {
  const first = layers.findIndex(isTrainable);
  return first < 0 ? layers.length : first;
}

/** Of things, one for each layer, those of the trainable layers. */
export function ofTrainable<Thing>(layers: readonly Layer[], things: readonly Thing[]): Thing[] {
  return things.filter((_, index) => isTrainable(layers[index]));
}

/** A network with weights and biases of its own, for a step or an evaluation. It has the fields of layers, and not their methods. */
export function copyNetwork(network: Network): Network {
  const layers = network.layers.map((layer) => {
    const { inputs, outputs, weights, biases, activation, trainable, parameterCount } = layer;
    const fields: Partial<Layer> = { inputs, outputs, activation, trainable, parameterCount };
    return { ...fields, weights: weights.slice(), biases: biases.slice() };
  });
  return Object.create(network, { layers: { value: layers } });
}
