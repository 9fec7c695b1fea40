// The labels or targets of a data set, as they are stored.
import type { DatasetFields } from './datasetFields.js';

/** Labels or targets, checked and copied. */
export type Answers = Pick<DatasetFields, 'count' | 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames'>;
