// Makes networks like a given one, with new initial weights.
import { isTrainable } from '../../learning/parameters.js';
import { isBuiltIn, type LayerActivation } from '../../model/activations/activation.js';
import { freeze } from '../../model/freeze.js';
import type { Initializer } from '../../model/initializers/initializer.js';
import { Layer, Network } from '../../model/typedBySizes.js';

/** Changes of a network beside its weights. */
export interface Change {
  /** The activation of each layer. */
  readonly activation: (layer: Layer, index: number) => LayerActivation;
  /** The neurons of each hidden layer. */
  readonly width: (layer: Layer) => number;
  /** Whether frozen layers are drawn too; otherwise they stay as they are. */
  readonly frozen: boolean;
  /** How biases are drawn; as before if left out. */
  readonly biasInitializer?: Initializer;
}

/** Nothing but the weights. */
export const SAME: Change = { activation: ({ activation }) => activation, width: ({ outputs }) => outputs, frozen: false };

/** The network with new initial weights, by the initializers that fit its activations. */
export function redrawn({ layers }: Network, seed: number, { activation, width, frozen, biasInitializer } = SAME): Network {
  let inputs = layers[0].inputs;
  const drawn = layers.map((layer, index) => {
    if (!frozen && !isTrainable(layer)) {
      inputs = layer.outputs;
      return freeze(layer);
    }
    const outputs = index === layers.length - 1 ? layer.outputs : width(layer);
    const made = new Layer(inputs, outputs, {
      activation: activation(layer, index),
      biasInitializer: biasInitializer ?? layer.biasInitializer,
      seed: 1000 * seed + index,
    });
    inputs = outputs;
    return made;
  });
  return new Network(drawn);
}

/** Whether a layer's activation is not linear. */
export function bends({ activation }: Layer): boolean {
  return !isBuiltIn(activation, 'identity');
}
