/**
 * The parts that need Node: files, checkpoints, threads, and the size and colours of a terminal.
 *
 * @module glassbox-nn/node
 */

export type { KnownTerminal } from '../pictures/terminal/toTerminal.js';
export { fileCheckpoint } from './fileCheckpoint.js';
export { nodeThreads } from './nodeThreads.js';
export { type Mnist, type ReadMnistOptions, readMnist } from './readMnist.js';
export { loadCheckpoint, saveCheckpoint } from './saveCheckpoint.js';
export { type TerminalStream, terminalOptions } from './terminalOptions.js';
