// The smallest problem that a single neuron cannot solve.
import type { Dataset } from './Dataset.js';
import { dataset } from './datasetFrom.js';

/**
 * Exclusive or: the label is 1 where exactly one of two inputs is 1. No straight line separates the two classes, so it takes a hidden
 * layer.
 *
 * Source: M. Minsky and S. Papert, "Perceptrons" (1969).
 *
 * @returns Four examples of width 2, labels 0 1 1 0.
 *
 * @example
 * ```ts
 * import { xor } from 'glassbox-nn/data';
 *
 * String(xor().inputs); // => '0,0,0,1,1,0,1,1'
 * xor().labels; // => Int32Array(4) [ 0, 1, 1, 0 ]
 * ```
 */
export function xor(): Dataset {
  return dataset({
    inputs: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    labels: [0, 1, 1, 0],
  });
}
