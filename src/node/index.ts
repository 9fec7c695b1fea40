/**
 * What needs Node: reading files.
 *
 * @module glassbox-nn/node
 */
export { type Mnist, type ReadMnistOptions, readMnist } from './readMnist.js';
