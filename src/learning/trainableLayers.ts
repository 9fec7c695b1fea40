// Which layers of a network learn: all that are not frozen.
import type { Layer } from '../model/Layer.js';

/** Whether a layer's weights and biases follow their gradients. Layers of other versions may not say, and do. */
export function isTrainable({ trainable }: { readonly trainable?: boolean | undefined }): boolean {
  return trainable !== false;
}

/** The index of the first layer that learns, below which nothing needs to be blamed; the number of layers if none does. */
export function firstTrainable(layers: readonly Layer[]): number {
  const first = layers.findIndex(isTrainable);
  return first < 0 ? layers.length : first;
}

/** Of what there is one of for each layer, what is of those that learn. */
export function ofTrainable<Thing>(layers: readonly Layer[], things: readonly Thing[]): Thing[] {
  return things.filter((_, index) => isTrainable(layers[index]));
}
