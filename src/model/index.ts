export * from './activations/index.js';
export { copyOf } from './copyOf.js';
export { type Explanation, explain } from './explain.js';
export type { LayerTrace, Trace } from './forward.js';
export { freeze, unfreeze } from './freeze.js';
export * from './initializers/index.js';
export type { LayerOptions } from './Layer.js';
export type { NamesOptions, NetworkOptions } from './layersFrom.js';
export type {
  Below,
  Columns,
  First,
  Fits,
  Last,
  LayersOf,
  Mutable,
  OptionsFor,
  Sized,
  Sizes,
  SizesOf,
  SizesOrLayers,
} from './sizes.js';
export {
  Layer,
  type LayerConstructor,
  Network,
  type NetworkConstructor,
  Neuron,
  type NeuronConstructor,
} from './typedBySizes.js';
