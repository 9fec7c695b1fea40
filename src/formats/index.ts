/**
 * Networks as files.
 *
 * @module glassbox-nn/formats
 */
export { type FromJsonOptions, fromJson } from './fromJson.js';
export { toJson } from './toJson.js';
