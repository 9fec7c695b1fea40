/**
 * Handwritten digits: networks that have learnt to read them, and what turns a picture or a drawing into what they read.
 *
 * @module glassbox-nn/digits
 */

export type { Picture } from '../data/images/picture.js';
export { type DigitNetworkKind, digitNetwork } from './digitNetwork.js';
export type { Recognition } from './digitReader.js';
export { handmadeNetwork } from './handmade/handmadeNetwork.js';
export { type PrepareOptions, prepareDigit } from './prepareDigit.js';
export { type RecognizeOptions, recognize } from './recognize.js';
export { type DigitPlace, type PlacedDigit, type RecognizeAllOptions, recognizeAll } from './recognizeAll.js';
export type { Point, Strokes } from './strokes/strokes.js';
