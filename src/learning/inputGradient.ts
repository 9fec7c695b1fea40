// The gradient with respect to the input: one layer further down than a training needs to go.
import { transposeTimesVector } from '../linalg/matrixVector.js';
import type { Pass } from './pass.js';

/**
 * gradient with respect to the input = transposed W of the first layer x its delta, once `backward` has filled the deltas.
 *
 * @returns A new array, [inputs] of the first layer.
 */
export function inputGradient({ layers: [{ layer, delta }] }: Pass): Float32Array {
  return transposeTimesVector(new Float32Array(layer.inputs), layer.weights, delta);
}
