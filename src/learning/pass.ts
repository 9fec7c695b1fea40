// The arrays that one example's pass through a network works on, made once for all examples.
import type { LayerTrace } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import type { Numbers } from '../support/numbers.js';
import { firstTrainable, ofTrainable, type Parameters, parametersOf } from './parameters.js';

/** A layer's numbers in float32, or in double precision. */
export interface Sums {
  readonly weightedSums: Numbers;
  readonly activations: Numbers;
}

/** A layer in a pass. */
export interface LayerPass extends LayerTrace {
  readonly layer: Layer;
  /** [inputs]: the activations of the layer before, or the example's input. */
  inputs: Float32Array;
  /** [outputs]: the gradient of the example's cost with respect to each weighted sum. */
  readonly delta: Float32Array;
  readonly weights: Parameters;
  readonly biases: Parameters;
}

/** A pass through all layers. */
export interface Pass {
  readonly layers: readonly LayerPass[];
  /** The weights and biases of all layers. */
  readonly all: readonly Parameters[];
  /** The layers whose parameters are updated. */
  readonly trainable: readonly LayerPass[];
  /** The weights and biases of these. */
  readonly parameters: readonly Parameters[];
  /** The index of the first of them: no delta is needed below it. */
  readonly first: number;
  /** [outputs]: what the example's output should be. */
  readonly target: Float32Array;
}

/** A pass through layers, of which the optimizer keeps `slots` numbers for each parameter. */
export function passFor(layers: readonly Layer[], slots: number): Pass {
  const parameters = parametersOf(layers, slots);
  let inputs = new Float32Array(layers[0].inputs);
  const passes = layers.map((layer, index): LayerPass => {
    const activations = new Float32Array(layer.outputs);
    const [weightedSums, delta] = [new Float32Array(layer.outputs), new Float32Array(layer.outputs)];
    const [weights, biases] = parameters.slice(2 * index);
    const pass = { layer, inputs, weightedSums, activations, delta, weights, biases };
    inputs = activations;
    return pass;
  });
  return {
    layers: passes,
    all: parameters,
    trainable: passes,
    parameters,
    first: 0,
    target: new Float32Array(layers[layers.length - 1].outputs),
  };
}

/** The pass in which frozen layers take part and are not updated. */
export function withoutFrozen(pass: Pass): Pass {
  const layers = pass.layers.map(({ layer }) => layer);
  const trainable = ofTrainable(layers, pass.layers);
  const parameters = trainable.flatMap(({ weights, biases }) => [weights, biases]);
  return { ...pass, trainable, parameters, first: firstTrainable(layers) };
}
