export * from './activations/index.js';
export { type Explanation, explain } from './explain.js';
export type { LayerTrace, Trace } from './forward.js';
export * from './initializers/index.js';
export { Layer, type LayerOptions } from './Layer.js';
export type { NetworkOptions } from './layersFrom.js';
export { Network, type NetworkConstructor } from './Network.js';
export { Neuron } from './Neuron.js';
export type { Below, First, Fits, Last, LayersOf, Mutable, Sized, SizesOf } from './sizes.js';
