// Tells a classifier from a network, by its structure: it may come from another copy of this package.
import type { Classifier } from './Reading.js';

/** Whether a value is a classifier. */
export function isClassifier(value: unknown): value is Classifier {
  const { network, read } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Classifier>;
  return typeof network === 'object' && typeof read === 'function';
}
