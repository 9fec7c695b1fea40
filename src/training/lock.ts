// One training at a time: two at once would each move the weights under the other's feet.
import type { Network } from '../model/Network.js';
import { StateError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** Where all copies of this library in a program, ESM and CJS, keep what is being trained. */
const REGISTRY: unique symbol = /* @__PURE__ */ Symbol.for('glassbox-nn: layers in training');

function inTraining(): WeakSet<object> {
  const shared = globalThis as { [REGISTRY]?: WeakSet<object> };
  shared[REGISTRY] ??= new WeakSet();
  return shared[REGISTRY];
}

/** Marks a network's layers as being trained; throws if one of them is already, in this network or in another that shares it. */
export function lock({ layers }: Network): void {
  const taken = inTraining();
  if (layers.some((layer) => taken.has(layer))) {
    const remedy = 'Wait for the other training to end, abort it, or call return() on the steps you left unfinished.';
    throw new StateError(wording('network', 'a network that is not being trained', 'one that is', remedy));
  }
  for (const layer of layers) taken.add(layer);
}

/** Marks its layers as free again. */
export function unlock({ layers }: Network): void {
  for (const layer of layers) inTraining().delete(layer);
}
