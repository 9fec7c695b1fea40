/**
 * Networks, classifiers and scalings as files.
 *
 * @module glassbox-nn/formats
 */
export { type FromJsonOptions, fromJson, type JsonModels } from './fromJson.js';
export { toJson } from './toJson.js';
