export type {
  Activation,
  ActivationDefinition,
  Float32Kernel,
  LayerActivation,
  OutputRange,
  Softmax,
  SoftmaxKernel,
} from './activation.js';
export * from './builtIns.js';
export { defineActivation } from './defineActivation.js';
