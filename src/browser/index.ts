/**
 * What needs a browser: threads of a page.
 *
 * @module glassbox-nn/browser
 */
export { type WebThreadsOptions, webThreads, webThreadsScript } from './webThreads.js';
