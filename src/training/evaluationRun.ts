// The course of an evaluation, portion by portion.
import type { Dataset } from '../data/Dataset.js';
import { evaluatorFor } from '../engine/stepFor.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Network } from '../model/Network.js';
import { examplesAtATime } from './work.js';

/** What an evaluation counted. */
export interface Evaluated {
  /** Mean cost. */
  readonly loss: number;
  /** Share answered right; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** [examples]: the class the network answered, or -1 where there are no classes. */
  readonly answers: Int32Array;
}

/**
 * Evaluates, yielding after each portion so that the caller can give way.
 *
 * @param threads - Threads that may share the work. With threads, the caller must wait for the promises that are yielded.
 */
export function* evaluationRun(
  network: Network,
  data: Dataset,
  loss: Loss,
  threads?: Threads,
): Generator<Promise<void> | undefined, Evaluated, void> {
  const { labels, count } = data;
  const answers = new Int32Array(count).fill(-1);
  const portion = examplesAtATime(network);
  const examination = evaluatorFor(network, data, loss, threads);
  let cost = 0;
  let right = 0;
  try {
    for (let start = 0; start < count; start += portion) {
      const end = Math.min(start + portion, count);
      for (let until = examination.workAhead?.(end); until !== undefined; until = examination.workAhead?.(end)) yield until;
      const examined = examination.evaluate(start, end);
      for (let example = start; example < end; example++) {
        cost += examined.costs[example - start] as number;
        if (labels === undefined) continue;
        answers[example] = examined.answers[example - start] as number;
        if (answers[example] === labels[example]) right += 1;
      }
      yield undefined;
    }
  } finally {
    examination.release();
  }
  return { loss: cost / count, accuracy: labels === undefined ? undefined : right / count, answers };
}
