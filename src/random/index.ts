export { Random } from './Random.js';
export type { SavedRandom } from './savedRandom.js';
