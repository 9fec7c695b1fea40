/**
 * A plain neural network you can see into: networks and layers, activations and initializers, learning and training, and the
 * linear algebra and random numbers they stand on.
 *
 * @module glassbox-nn
 */

export * from './classifier/index.js';
export type { Dataset, Example } from './data/Dataset.js';
export * from './engine/index.js';
export * from './learning/index.js';
export * from './linalg/index.js';
export * from './measures/index.js';
export * from './model/index.js';
export * from './random/index.js';
export * from './support/index.js';
export * from './trainer/index.js';
export * from './training/index.js';
