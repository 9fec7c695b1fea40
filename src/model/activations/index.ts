export type {
  Activation,
  ActivationDefinition,
  Float32Kernel,
  LayerActivation,
  OutputRange,
  Softmax,
  SoftmaxKernel,
} from './activation.js';
export { defineActivation } from './defineActivation.js';
export { elu } from './elu.js';
export { gelu } from './gelu.js';
export { identity } from './identity.js';
export { leakyRelu } from './leakyRelu.js';
export { relu } from './relu.js';
export { sigmoid } from './sigmoid.js';
export { softmax } from './softmax.js';
export { softplus } from './softplus.js';
export { tanh } from './tanh.js';
