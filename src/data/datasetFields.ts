// The fields of data sets.
import { ArgumentError } from '../support/errors.js';
import { defineFields, fieldsOf } from '../support/fields.js';
import { isHollow } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Dataset } from './Dataset.js';

/** The fields of a {@link Dataset}, unchecked: `dataset` makes one of checked values. */
export type DatasetFields = Pick<
  Dataset,
  'inputs' | 'scale' | 'width' | 'count' | 'labels' | 'targets' | 'targetWidth' | 'classes' | 'classNames'
> &
  Partial<Pick<Dataset, 'columnNames' | 'targetNames' | 'sampleWeights'>>;

const REMEDY = 'Make a new one with dataset({ ... }).';

/** The remedy for an assignment to a field. */
const FIELDS = /* @__PURE__ */ fieldsOf('dataset', 'Save its arrays, as dataset.inputs and dataset.labels.', {
  inputs: REMEDY,
  scale: REMEDY,
  width: REMEDY,
  count: 'Take a part with slice, select or take.',
  labels: REMEDY,
  targets: REMEDY,
  targetWidth: REMEDY,
  classes: REMEDY,
  classNames: REMEDY,
  columnNames: REMEDY,
  sampleWeights: REMEDY,
  targetNames: REMEDY,
});

/** The fields of a data set, if they can be read; each is read once. */
export function readFields(fields: DatasetFields): DatasetFields {
  if (typeof fields !== 'object' || fields === null || isHollow(fields)) {
    throw new ArgumentError(wording('Dataset', 'its fields', describe(fields), REMEDY));
  }
  const {
    inputs,
    scale,
    width,
    count,
    labels,
    targets,
    targetWidth,
    classes,
    classNames,
    columnNames,
    targetNames,
    sampleWeights,
  } = fields;
  return {
    inputs,
    scale,
    width,
    count,
    labels,
    targets,
    targetWidth,
    classes,
    classNames,
    columnNames,
    targetNames,
    sampleWeights,
  };
}

/** Gives a new data set its fields. They may have getters, for arrays that are made when they are first read. */
export function defineDataset(data: Dataset, fields: DatasetFields): void {
  defineFields(data, FIELDS, fields);
}
