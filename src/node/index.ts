/**
 * What needs Node: reading files, checkpoints, threads, and what a terminal can show.
 *
 * @module glassbox-nn/node
 */

export type { KnownTerminal } from '../pictures/terminal/toTerminal.js';
export { fileCheckpoint } from './fileCheckpoint.js';
export { nodeThreads } from './nodeThreads.js';
export { type Mnist, type ReadMnistOptions, readMnist } from './readMnist.js';
export { loadCheckpoint, saveCheckpoint } from './saveCheckpoint.js';
export { type TerminalStream, terminalOptions } from './terminalOptions.js';
