// The records of a training as rows of float64 numbers, and back, to the bit.
import type { Measure } from '../../measures/Measure.js';
import type { EpochRecord } from '../../training/records.js';
import { fileError } from '../fileError.js';
import { type RecordParts, recordColumns } from './recordColumns.js';

/** Numbers of every row, before those of the measures. A number that the record does not have is NaN. */
const PLAIN_WIDTH = 8;

/** Numbers of a row. */
export function recordWidth(measures: readonly unknown[] = []): number {
  return PLAIN_WIDTH + measures.length;
}

/** [epochs, recordWidth] */
export function historyRows(history: readonly EpochRecord[], measures: readonly Measure[] = []): Float64Array {
  const width = recordWidth(measures);
  const rows = new Float64Array(history.length * width);
  let at = 0;
  for (const record of history) {
    const { loss, accuracy, validation, learningRate, seconds, earlyStopping } = record;
    const shown = validation?.measures ?? record.measures;
    rows[at] = loss;
    rows[at + 1] = accuracy ?? Number.NaN;
    rows[at + 2] = validation?.loss ?? Number.NaN;
    rows[at + 3] = validation?.accuracy ?? Number.NaN;
    rows[at + 4] = learningRate;
    rows[at + 5] = seconds;
    rows[at + 6] = earlyStopping === undefined ? Number.NaN : Number(earlyStopping.stopped);
    rows[at + 7] = earlyStopping?.best ?? Number.NaN;
    measures.forEach(({ name }, index) => {
      rows[at + PLAIN_WIDTH + index] = shown?.[name] ?? Number.NaN;
    });
    at += width;
  }
  return rows;
}

/**
 * The records of such rows. The first row is that of epoch `first`. `what` begins the errors.
 *
 * @throws {@link FormatError} for a number that no record of such a training has.
 */
export function historyOf(what: string, rows: Float64Array, parts: RecordParts, first = 1): EpochRecord[] {
  const width = recordWidth(parts.measures);
  const count = rows.length / width;
  checkRows(what, rows, parts, first);
  return Array.from({ length: count }, (_, index) => {
    const at = index * width;
    const shown = parts.measures.length > 0 && {
      measures: Object.fromEntries(parts.measures.map((name, place) => [name, rows[at + PLAIN_WIDTH + place]])),
    };
    const record = {
      epoch: first + index,
      loss: rows[at],
      accuracy: given(rows[at + 1]),
      validation: parts.validation ? { loss: rows[at + 2], accuracy: given(rows[at + 3]), ...shown } : undefined,
      learningRate: rows[at + 4],
      seconds: rows[at + 5],
      ...(!parts.validation && shown),
    };
    return parts.earlyStopping
      ? { ...record, earlyStopping: { stopped: rows[at + 6] === 1, best: given(rows[at + 7]) } }
      : record;
  });
}

function checkRows(what: string, rows: Float64Array, parts: RecordParts, first: number): void {
  const width = recordWidth(parts.measures);
  const last = first + rows.length / width - 1;
  for (const [column, { name, expected, fits }] of recordColumns(parts, last).entries()) {
    for (let at = column; at < rows.length; at += width) {
      const value = rows[at];
      const row = (at - column) / width;
      if (!fits(value, first + row)) throw fileError(`${what}[${row}, ${column}]`, `${name}: ${expected}`, `${value}`);
    }
  }
}

function given(number: number | undefined): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
