// Every door of a page in one, but for the pictures, and for the trained digits, which are as large as all the rest: the source of the
// single minified file for pages without a bundler.
export * from './browser/index.js';
export * from './data/index.js';
export * from './formats/index.js';
export * from './index.js';
