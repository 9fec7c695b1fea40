export { type AdamOptions, adam } from './adam.js';
export { type AdamWOptions, adamW } from './adamW.js';
export type { Optimizer, Update, UpdateMoment, UpdateRule } from './optimizer.js';
export { type RmspropOptions, rmsprop } from './rmsprop.js';
export { type SgdOptions, sgd } from './sgd.js';
