export { Random, type SavedRandom, type Shufflable } from './Random.js';
export { restoreRandom } from './restoreRandom.js';
