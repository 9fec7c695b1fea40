// The trainable layers of a network: all that are not frozen.
import type { Layer } from '../model/Layer.js';
import type { Pass } from './pass.js';

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

/** The pass in which frozen layers take part and are not updated. */
export function withoutFrozen(pass: Pass): Pass {
  const layers = pass.layers.map(({ layer }) => layer);
  const trainable = ofTrainable(layers, pass.layers);
  const parameters = trainable.flatMap(({ weights, biases }) => [weights, biases]);
  return { ...pass, trainable, parameters, first: firstTrainable(layers) };
}
