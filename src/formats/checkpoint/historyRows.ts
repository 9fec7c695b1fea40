// The records of a training as rows of float64 numbers, and back, to the bit.
import type { EpochRecord } from '../../training/records.js';

/** Numbers of a record; what it does not have is NaN. */
export const RECORD_WIDTH = 8;

/** Which of the parts that may be missing the records of a training have. */
export interface RecordParts {
  readonly validation: boolean;
  readonly stopping: boolean;
}

/** [epochs, {@link RECORD_WIDTH}] */
export function historyRows(history: readonly EpochRecord[]): Float64Array {
  return Float64Array.from(
    history.flatMap(({ loss, accuracy, validation, learningRate, seconds, stopping }) => [
      loss,
      accuracy ?? Number.NaN,
      validation?.loss ?? Number.NaN,
      validation?.accuracy ?? Number.NaN,
      learningRate,
      seconds,
      stopping === undefined ? Number.NaN : Number(stopping.stopped),
      stopping?.best ?? Number.NaN,
    ]),
  );
}

/** The records of such rows, of which the first is of epoch `first`. */
export function historyOf(rows: ArrayLike<number>, parts: RecordParts, first = 1): EpochRecord[] {
  return Array.from({ length: rows.length / RECORD_WIDTH }, (_, index) => {
    const row = Array.from({ length: RECORD_WIDTH }, (_, column) => rows[index * RECORD_WIDTH + column] as number);
    const [loss = 0, accuracy, validationLoss = 0, validationAccuracy, learningRate = 0, seconds = 0, stopped, best] = row;
    const record = {
      epoch: first + index,
      loss,
      accuracy: given(accuracy),
      validation: parts.validation ? { loss: validationLoss, accuracy: given(validationAccuracy) } : undefined,
      learningRate,
      seconds,
    };
    return parts.stopping ? { ...record, stopping: { stopped: stopped === 1, best: given(best) } } : record;
  });
}

function given(number: number | undefined): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
