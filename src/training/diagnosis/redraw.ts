// Networks like a given one, with weights of their own.
import { learns } from '../../learning/learners.js';
import type { LayerActivation } from '../../model/activations/activation.js';
import { identity } from '../../model/activations/identity.js';
import { freeze } from '../../model/freeze.js';
import { Layer } from '../../model/Layer.js';
import { Network } from '../../model/Network.js';

/** What shall be other. */
export interface Change {
  /** The activation of each layer, given the one that it has; the same if left out. */
  readonly activation?: ((layer: Layer, index: number) => LayerActivation) | undefined;
  /** The neurons of each hidden layer; the same if left out. */
  readonly width?: ((layer: Layer) => number) | undefined;
  /** Whether frozen layers are drawn too; they stay as they are if left out. */
  readonly frozen?: boolean | undefined;
}

/** The network with weights drawn anew, by the initializers that fit its activations. */
export function redrawn({ layers }: Network, seed: number, { activation, width, frozen = false }: Change = {}): Network {
  let inputs = layers[0]?.inputs as number;
  const drawn = layers.map((layer, index) => {
    if (!frozen && !learns(layer)) {
      inputs = layer.outputs;
      return freeze(layer);
    }
    const outputs = width === undefined || index === layers.length - 1 ? layer.outputs : width(layer);
    const made = new Layer(inputs, outputs, {
      activation: activation?.(layer, index) ?? layer.activation,
      seed: 1000 * seed + index,
    });
    inputs = outputs;
    return made;
  });
  return new Network(drawn as [Layer]);
}

/** Whether an activation bends anything. */
export function bends({ activation }: Layer): boolean {
  return activation.kernel !== identity.kernel;
}
