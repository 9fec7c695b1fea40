// The loop of an evaluation: portions of examples. `evaluate`, `evaluateAsync` and validation run this one.
import type { Dataset } from '../data/Dataset.js';
import { evaluatorFor, examplesAtATime } from '../engine/backend.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Network } from '../model/Network.js';

/** What an evaluation has counted. */
export interface Evaluated {
  /** Mean cost. */
  readonly loss: number;
  /** Share answered right, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** [examples]: the class that the network answers, or -1 where there are no classes. */
  readonly answers: Int32Array;
}

/**
 * Evaluates, yielding after each portion so that the caller can give way.
 *
 * @param threads - Threads that share the work. The caller must then await the promises that are yielded.
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
  const evaluator = evaluatorFor(network, data, loss, threads);
  let cost = 0;
  let right = 0;
  try {
    for (let start = 0; start < count; start += portion) {
      const end = Math.min(start + portion, count);
      for (let until = evaluator.workAhead?.(end); until !== undefined; until = evaluator.workAhead?.(end)) yield until;
      const portionResult = evaluator.evaluate(start, end);
      for (let example = start; example < end; example++) {
        cost += portionResult.costs[example - start];
        if (labels === undefined) continue;
        answers[example] = portionResult.answers[example - start];
        if (answers[example] === labels[example]) right += 1;
      }
      yield undefined;
    }
  } finally {
    evaluator.release();
  }
  return { loss: cost / count, accuracy: labels === undefined ? undefined : right / count, answers };
}
