// One training at a time: two at once would each move the weights under the other's feet.
import { StateError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** Made when first needed, so that nothing runs at import. */
let inTraining: WeakSet<object> | undefined;

/** Marks a network as being trained; throws if it is already. */
export function lock(network: object): void {
  inTraining ??= new WeakSet();
  if (inTraining.has(network)) {
    const remedy = 'Wait for the other training to end, abort it, or call return() on the steps you left unfinished.';
    throw new StateError(wording('network', 'a network that is not being trained', 'one that is', remedy));
  }
  inTraining.add(network);
}

/** Marks it as free again. */
export function unlock(network: object): void {
  inTraining?.delete(network);
}
