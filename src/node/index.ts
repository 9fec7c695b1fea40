/**
 * What needs Node: reading files.
 *
 * @module glassbox-nn/node
 */
export { nodeThreads } from './nodeThreads.js';
export { type Mnist, type ReadMnistOptions, readMnist } from './readMnist.js';
