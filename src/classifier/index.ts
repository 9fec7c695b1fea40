export { classifier } from './classifier.js';
export type { Classifier, ClassifierOptions, ClassOf, Reading } from './Reading.js';
