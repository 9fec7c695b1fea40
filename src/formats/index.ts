/**
 * Networks, classifiers and scalings as files.
 *
 * @module glassbox-nn/formats
 */
export { type FromJsonOptions, fromJson, type JsonModels } from './json/fromJson.js';
export { toJson } from './json/toJson.js';
