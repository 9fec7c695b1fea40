// The records of a training as rows of float64 numbers, and back, to the bit.
import type { EpochRecord } from '../../training/records.js';
import { fileError } from '../fileError.js';
import { type RecordParts, recordColumns } from './recordColumns.js';

/** Numbers of a row. A number that the record does not have is NaN. */
export const RECORD_WIDTH = 8;

/** [epochs, {@link RECORD_WIDTH}] */
export function historyRows(history: readonly EpochRecord[]): Float64Array {
  const rows = new Float64Array(history.length * RECORD_WIDTH);
  let at = 0;
  for (const { loss, accuracy, validation, learningRate, seconds, earlyStopping } of history) {
    rows[at] = loss;
    rows[at + 1] = accuracy ?? Number.NaN;
    rows[at + 2] = validation?.loss ?? Number.NaN;
    rows[at + 3] = validation?.accuracy ?? Number.NaN;
    rows[at + 4] = learningRate;
    rows[at + 5] = seconds;
    rows[at + 6] = earlyStopping === undefined ? Number.NaN : Number(earlyStopping.stopped);
    rows[at + 7] = earlyStopping?.best ?? Number.NaN;
    at += RECORD_WIDTH;
  }
  return rows;
}

/**
 * The records of such rows. The first row is that of epoch `first`. `what` begins the errors.
 *
 * @throws {@link FormatError} for a number that no record of such a training has.
 */
export function historyOf(what: string, rows: Float64Array, parts: RecordParts, first = 1): EpochRecord[] {
  const count = rows.length / RECORD_WIDTH;
  checkRows(what, rows, parts, first);
  return Array.from({ length: count }, (_, index) => {
    const at = index * RECORD_WIDTH;
    const record = {
      epoch: first + index,
      loss: rows[at],
      accuracy: given(rows[at + 1]),
      validation: parts.validation ? { loss: rows[at + 2], accuracy: given(rows[at + 3]) } : undefined,
      learningRate: rows[at + 4],
      seconds: rows[at + 5],
    };
    return parts.earlyStopping
      ? { ...record, earlyStopping: { stopped: rows[at + 6] === 1, best: given(rows[at + 7]) } }
      : record;
  });
}

function checkRows(what: string, rows: Float64Array, parts: RecordParts, first: number): void {
  const last = first + rows.length / RECORD_WIDTH - 1;
  for (const [column, { name, expected, fits }] of recordColumns(parts, last).entries()) {
    for (let at = column; at < rows.length; at += RECORD_WIDTH) {
      const value = rows[at];
      const row = (at - column) / RECORD_WIDTH;
      if (!fits(value, first + row)) throw fileError(`${what}[${row}, ${column}]`, `${name}: ${expected}`, `${value}`);
    }
  }
}

function given(number: number | undefined): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
