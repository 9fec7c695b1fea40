export { Random, type SavedRandom } from './Random.js';
export { restoreRandom } from './restoreRandom.js';
