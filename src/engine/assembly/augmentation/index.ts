// What the module that augments exports to its host.
export { augment } from './augment';
export { prepare } from './tables';
