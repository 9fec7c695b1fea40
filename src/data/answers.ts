// What a data set's labels or targets become once they are read.
import type { DatasetFields } from './datasetFields.js';

/** The answers of a data set, checked and copied. */
export type Answers = Pick<DatasetFields, 'count' | 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames'>;
