// What a network answers.
import { argmax } from '../linalg/vectors.js';

/** The class an output stands for: the brightest, or for a single output whether it is above 0.5. */
export function answer(outputs: Float32Array): number {
  return outputs.length === 1 ? Number(outputs[0] > 0.5) : argmax(outputs);
}
