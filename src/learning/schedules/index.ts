export { constantRate } from './constantRate.js';
export { type CosineDecayOptions, cosineDecay } from './cosineDecay.js';
export { type ExponentialDecayOptions, exponentialDecay } from './exponentialDecay.js';
export { inTurn, type ScheduleTurn } from './inTurn.js';
export type { Schedule } from './schedule.js';
export { type StepDecayOptions, stepDecay } from './stepDecay.js';
export { stepsOf } from './stepsOf.js';
export { type WarmupOptions, warmup } from './warmup.js';
