export { type BackpropagateOptions, type Backpropagation, backpropagate } from './backpropagate.js';
export { type CheckGradientsOptions, checkGradients, type GradientCheck, type GradientComparison } from './checkGradients.js';
export * from './losses/index.js';
export * from './optimizers/index.js';
export type { LayerGradient } from './parameters.js';
export * from './schedules/index.js';
