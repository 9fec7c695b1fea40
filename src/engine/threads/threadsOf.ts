// Makes threads of a platform's workers.
import type { Dataset } from '../../data/Dataset.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { StepPlan } from '../../learning/Step.js';
import type { Network } from '../../model/Network.js';
import { numberWhere, wholeNumber } from '../../support/checks.js';
import { backend } from '../backend.js';
import type { OpenPlans } from '../CoreStep.js';
import type { Resident } from '../resident.js';
import { canShare, canShareRows } from './canShare.js';
import { type Pool, type StartWorker, startPool } from './pool.js';
import { TeamEvaluator } from './TeamEvaluator.js';
import { TeamStep } from './TeamStep.js';
import type { Threads } from './Threads.js';
import { teamRows } from './teamRows.js';

/** Options of {@link Threads} on any platform. */
export interface ThreadsOptions {
  /**
   * Multiplications and additions of a batch, as batchSize times the network's parameters, below which its work is not shared;
   * from 0. 3,200,000 if left out, where two threads gain: 784-128-10 in batches of 32 is just above it.
   */
  readonly leastWork?: number | undefined;
}

/** Where two threads gain, also with most inputs 0: measured. */
const LEAST_WORK = 3_200_000;

/** Examples that an evaluation takes at a time. */
const EVALUATED = 128;

/** Most threads: more would wait for each other most of the time. */
const MOST = 64;

/**
 * The threads of a platform that starts workers by `start`. Arguments are checked; nothing is started yet.
 *
 * @param missing - Why there can be no threads, if so.
 * @param unstarted - The remedy in the error where a worker cannot be started.
 */
export function threadsOf(
  what: string,
  count: number,
  given: ThreadsOptions,
  start: StartWorker,
  missing?: string,
  unstarted?: string,
): Threads {
  wholeNumber(`${what}: count`, count, 1, MOST, 'As many as there are processors to spare.');
  const { leastWork = LEAST_WORK } = given;
  let pool: Pool | undefined;
  const threads: Threads = Object.freeze({
    count,
    leastWork: numberWhere(`${what}: leastWork`, leastWork, 'a number from 0', (number) => number >= 0),
    get missing() {
      return (
        missing ?? (backend().name === 'javascript' ? 'Threads share the WebAssembly core, and there is none here.' : undefined)
      );
    },
    open(module: object, memory: object) {
      if (pool === undefined || pool.isGone()) pool = startPool(count, start, unstarted);
      return pool.open(module, memory);
    },
    stepFor(plan: StepPlan, batch: number, watched: boolean, open?: OpenPlans) {
      return canShare(threads, plan, batch) ? new TeamStep(plan, batch, threads, { watched, open }) : undefined;
    },
    evaluatorFor(network: Network, data: Dataset, loss: Loss) {
      return canShare(threads, { network, data, loss }, EVALUATED)
        ? new TeamEvaluator(network, data, loss, threads)
        : undefined;
    },
    forwardRows(resident: Resident, inputs: Float32Array, count: number, out: Float32Array) {
      return canShareRows(threads, resident, count) ? teamRows(threads, resident, inputs, count, out) : undefined;
    },
    end() {
      pool?.end('workers that were ended');
    },
  });
  return threads;
}
