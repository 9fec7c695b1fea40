// The records of a training as rows of float64 numbers, and back, to the bit.
import type { EpochRecord } from '../../training/records.js';
import { fileError } from '../fileError.js';

/** The numbers of a record, in the order of a row; what it does not have is NaN. */
const COLUMNS = [
  'loss',
  'accuracy',
  'validationLoss',
  'validationAccuracy',
  'learningRate',
  'seconds',
  'stopped',
  'best',
] as const;

export const RECORD_WIDTH = COLUMNS.length;

/** Which of the parts that may be missing the records of a training have. */
export interface RecordParts {
  readonly accuracy: boolean;
  readonly validation: boolean;
  readonly validationAccuracy: boolean;
  readonly stopping: boolean;
  /** Whether the loss is the user's own, which may come to anything on validation data. */
  readonly anyLoss: boolean;
}

type Row = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** [epochs, {@link RECORD_WIDTH}] */
export function historyRows(history: readonly EpochRecord[]): Float64Array {
  const rows = new Float64Array(history.length * RECORD_WIDTH);
  for (const [index, { loss, accuracy, validation, learningRate, seconds, stopping }] of history.entries()) {
    const row: Row = {
      loss,
      accuracy: accuracy ?? Number.NaN,
      validationLoss: validation?.loss ?? Number.NaN,
      validationAccuracy: validation?.accuracy ?? Number.NaN,
      learningRate,
      seconds,
      stopped: stopping === undefined ? Number.NaN : Number(stopping.stopped),
      best: stopping?.best ?? Number.NaN,
    };
    for (const [column, name] of COLUMNS.entries()) rows[index * RECORD_WIDTH + column] = row[name];
  }
  return rows;
}

/**
 * The records of such rows, of which the first is of epoch `first`. `what` begins the errors.
 *
 * @throws {@link FormatError} for a number that no record of such a training has.
 */
export function historyOf(what: string, rows: ArrayLike<number>, parts: RecordParts, first = 1): EpochRecord[] {
  const count = rows.length / RECORD_WIDTH;
  return Array.from({ length: count }, (_, index) => {
    const cells = COLUMNS.map((name, column) => [name, rows[index * RECORD_WIDTH + column]]);
    const row = Object.fromEntries(cells) as Row;
    const epoch = first + index;
    for (const [column, name] of COLUMNS.entries()) {
      const expected = expectedOf(name, row[name], parts, epoch);
      if (expected !== undefined) throw fileError(`${what}[${index}, ${column}]`, `${name}: ${expected}`, `${row[name]}`);
    }
    const stopped = row.stopped === 1;
    if (stopped && index < count - 1) throw fileError(`${what}[${index}, 6]`, 'stopped: 0 before the last epoch', '1');
    const record = {
      epoch,
      loss: row.loss,
      accuracy: given(row.accuracy),
      validation: parts.validation ? { loss: row.validationLoss, accuracy: given(row.validationAccuracy) } : undefined,
      learningRate: row.learningRate,
      seconds: row.seconds,
    };
    return parts.stopping ? { ...record, stopping: { stopped, best: given(row.best) } } : record;
  });
}

/** What a number of a record should be, if it is not. */
function expectedOf(name: keyof Row, value: number, parts: RecordParts, epoch: number): string | undefined {
  const isThere = name === 'stopped' || name === 'best' ? parts.stopping : presence(name, parts);
  if (!isThere) return Number.isNaN(value) ? undefined : 'NaN, since such a training has none';
  const from0 = value >= 0 && Number.isFinite(value);
  switch (name) {
    case 'accuracy':
    case 'validationAccuracy':
      return from0 && value <= 1 ? undefined : 'a share from 0 to 1';
    case 'learningRate':
    case 'seconds':
      return from0 ? undefined : 'a finite number from 0';
    case 'stopped':
      return value === 0 || value === 1 ? undefined : '0 or 1';
    case 'best':
      return Number.isNaN(value) || (from0 && value <= epoch && Number.isInteger(value))
        ? undefined
        : `an epoch up to ${epoch}, or NaN`;
    default:
      return Number.isFinite(value) || (name === 'validationLoss' && parts.anyLoss) ? undefined : 'a finite number';
  }
}

function presence(name: Exclude<keyof Row, 'stopped' | 'best'>, parts: RecordParts): boolean {
  if (name === 'accuracy') return parts.accuracy;
  if (name === 'validationLoss') return parts.validation;
  return name === 'validationAccuracy' ? parts.validationAccuracy : true;
}

function given(number: number): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
