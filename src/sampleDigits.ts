/**
 * Some of MNIST's digits that come with the package, to try things with.
 *
 * @module glassbox-nn/sample-digits
 */
export { type SampleDigits, sampleDigits } from './digits/samples/sampleDigits.js';
