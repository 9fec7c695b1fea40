import type { Classifier, TableClassifier } from '../classifier/Reading.js';
import type { Regressor } from '../classifier/TableRegressor.js';
import type { Dataset } from '../data/Dataset.js';
import type { Table } from '../data/table/Table.js';
import { readyCore } from '../engine/readyCore.js';
import { checkThreads } from '../engine/threads/checkThreads.js';
import type { Threads } from '../engine/threads/Threads.js';
import { copyNetwork } from '../learning/parameters.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { giveWay } from '../support/giveWay.js';
import { readOptions } from '../support/options.js';
import { now } from '../support/platform.js';
import { type AbortSignalLike, checkSignal, throwIfAborted } from './abort.js';
import type { EvaluateOptions, Evaluation } from './Evaluation.js';
import { EVALUATE_ELSEWHERE, evaluationOf, planEvaluation } from './evaluate.js';
import { evaluationRun } from './evaluationRun.js';

/** Options of {@link evaluateAsync}. */
export interface EvaluateAsyncOptions extends EvaluateOptions {
  /** Threads that share the work: `nodeThreads(2)` of `glassbox-nn/node`, or `webThreads(2)` of `glassbox-nn/browser`. */
  readonly threads?: Threads | undefined;
  /** Stops the evaluation, with the signal's reason as the error. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Milliseconds of work between two turns of the event loop, as in fit. */
const TURN = 3;

/**
 * As {@link evaluate}, with the same bits, but it gives way to the event loop every few milliseconds, or leaves the work to threads.
 *
 * @param network - The network; it is copied, so that later changes of it do not matter.
 * @param data - The examples; for an honest measure, a test set that it has not learnt from.
 * @param options - The loss, more measures, threads, and a signal.
 * @returns A promise of the measures.
 * @throws As {@link evaluate}, and {@link StateError} if a thread dies, or the signal's reason: the promise is rejected.
 *
 * @example
 * ```ts
 * import { evaluate, evaluateAsync, Network, softmax } from 'glassbox-nn';
 * import { spirals } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 16, 2], { output: softmax });
 * const { loss } = await evaluateAsync(network, spirals());
 * loss === evaluate(network, spirals()).loss; // => true
 * ```
 */
export async function evaluateAsync<S extends Sizes>(
  network: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
  data: Dataset | Table,
  options: EvaluateAsyncOptions = {},
): Promise<Evaluation> {
  const given = readOptions('evaluateAsync options', options, ['loss', 'measures', 'threads', 'signal'], EVALUATE_ELSEWHERE);
  const plan = planEvaluation(network, data, given);
  const signal = checkSignal(given.signal);
  const threads = checkThreads(given.threads);
  // A copy: later changes of the weights do not matter.
  const copy = copyNetwork(plan.network);
  const ready = readyCore(threads);
  if (ready !== undefined) await ready;
  const run = evaluationRun(copy, plan.data, plan.loss, threads, plan.measures);
  let turnBegan = now();
  try {
    for (;;) {
      throwIfAborted(signal);
      const { done, value } = run.next();
      if (done) return evaluationOf(plan, value);
      if (value === undefined && now() - turnBegan < TURN) continue;
      await (value ?? giveWay());
      turnBegan = now();
    }
  } finally {
    run.return(undefined as never);
  }
}
