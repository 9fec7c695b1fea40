export { binaryCrossEntropy } from './binaryCrossEntropy.js';
export { crossEntropy } from './crossEntropy.js';
export { defineLoss } from './defineLoss.js';
export type { Loss, LossDefinition, LossPartner, Target, TargetKind } from './loss.js';
export { meanSquaredError } from './meanSquaredError.js';
export { quadratic } from './quadratic.js';
