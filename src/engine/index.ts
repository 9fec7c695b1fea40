export { type Backend, backend } from './backend.js';
export { type Predictor, predictor } from './predictor.js';
