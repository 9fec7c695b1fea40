/**
 * Data to learn from: data sets of your own, MNIST and its file format, toy sets, and scaling.
 *
 * @module glassbox-nn/data
 */
export type { Dataset, Example } from './Dataset.js';
export { type DatasetSource, dataset } from './datasetFrom.js';
