export { classifier } from './classifier.js';
export type { Classifier, ClassifierOptions, ClassOf, Reading, TableClassifier, TableClassifierOptions } from './Reading.js';
export { regressor } from './regressor.js';
export type { Regressor, RegressorOptions } from './TableRegressor.js';
