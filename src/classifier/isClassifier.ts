// Whether a value is a classifier, duck-typed: it may come from another copy of this package.
import { readable } from '../support/views.js';
import type { Classifier } from './Reading.js';

/** Whether a value is a classifier. */
export function isClassifier(value: unknown): value is Classifier {
  const { network, read } = readable<Classifier>(value);
  return typeof network === 'object' && typeof read === 'function';
}
