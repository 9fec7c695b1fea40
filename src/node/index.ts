/**
 * What needs Node: reading files, threads, and what a terminal can show.
 *
 * @module glassbox-nn/node
 */
export { nodeThreads } from './nodeThreads.js';
export { type Mnist, type ReadMnistOptions, readMnist } from './readMnist.js';
export { type TerminalStream, terminalOptions } from './terminalOptions.js';
