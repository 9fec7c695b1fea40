export { type Backend, backend, setBackend } from './backend.js';
export { type ForwardBatchOptions, type Predictor, predictor } from './predictor.js';
export type { Team, Threads } from './threads/Threads.js';
export type { ThreadsOptions } from './threads/threadsOf.js';
