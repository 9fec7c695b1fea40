// The numbers of a record, and the values that each may have.

/** The optional parts of a training's records. */
export interface RecordParts {
  readonly accuracy: boolean;
  readonly validation: boolean;
  readonly validationAccuracy: boolean;
  readonly earlyStopping: boolean;
  /** Whether the loss is custom: it may return any number on validation data. */
  readonly anyLoss: boolean;
  /** The names of the measures. */
  readonly measures: readonly string[];
}

/** A number of every record. */
export interface RecordColumn {
  readonly name: string;
  /** Its values in words, for errors. */
  readonly expected: string;
  readonly fits: (value: number, epoch: number) => boolean;
}

/** The columns of a row, in order. */
export function recordColumns(parts: RecordParts, lastEpoch: number): readonly RecordColumn[] {
  const { accuracy, validation, validationAccuracy, earlyStopping, anyLoss, measures } = parts;
  return [
    column('loss', 'a finite number', true, Number.isFinite),
    column('accuracy', SHARE, accuracy, isShare),
    column('validationLoss', 'a finite number', validation, anyLoss ? () => true : Number.isFinite),
    column('validationAccuracy', SHARE, validationAccuracy, isShare),
    column('learningRate', FROM_0, true, isFrom0),
    column('seconds', FROM_0, true, isFrom0),
    column('stopped', '0, or 1 after the last epoch', earlyStopping, (value, epoch) => {
      return value === 0 || (value === 1 && epoch === lastEpoch);
    }),
    column('best', 'an epoch up to its own, or NaN', earlyStopping, (value, epoch) => {
      return Number.isNaN(value) || (Number.isInteger(value) && value >= 0 && value <= epoch);
    }),
    // A measure may be any number, NaN too.
    ...measures.map((name) => column(name, 'a number', true, () => true)),
  ];
}

const SHARE = 'a share from 0 to 1';
const FROM_0 = 'a finite number from 0';

function column(name: string, expected: string, isThere: boolean, fits: RecordColumn['fits']): RecordColumn {
  return isThere ? { name, expected, fits } : { name, expected: 'NaN, since such a training has none', fits: Number.isNaN };
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function isFrom0(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}
