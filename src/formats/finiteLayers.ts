// Files of other formats hold finite numbers alone: a NaN in a file would be found long after it was made.
import type { Layer } from '../model/Layer.js';
import { NumericError } from '../support/errors.js';
import { wording } from '../support/wording.js';

/** Throws, in the name of the function `from`, if a weight or bias is NaN or infinite. */
export function checkFiniteLayers(from: string, layers: readonly Layer[]): void {
  for (const [index, { weights, biases }] of layers.entries()) {
    for (const [name, numbers] of Object.entries({ weights, biases })) {
      const place = numbers.findIndex((number) => !Number.isFinite(number));
      if (place < 0) continue;
      const what = `${from}: layers[${index}].${name}[${place}]`;
      throw new NumericError(wording(what, 'a finite number', `${numbers[place]}`, 'Load the last good network.'));
    }
  }
}
