// A pool of workers, which live from one call to the next, and their jobs. All workers do every job, in the same order.
import { StateError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import type { Team } from './Threads.js';

/** A worker of the platform. */
export interface PoolWorker {
  /** Sends it a message: see threadScript.ts. */
  post(message: object): void;
  /** Marks it as busy or idle, where idle workers must not keep the program running. */
  busy(working: boolean): void;
  /** Ends it at once. */
  end(): void;
}

/**
 * Starts a worker.
 *
 * @param done - The worker calls it with the number of each job that is done.
 * @param died - The worker calls it with the reason in words, and the remedy, when it has ended or cannot work any more.
 */
export type StartWorker = (done: (job: number) => void, died: (why: string, remedy?: string) => void) => PoolWorker;

/** Workers that are all alive, or none. */
export interface Pool {
  /** Whether they have ended. */
  isGone(): boolean;
  /** Has all of them open a module. */
  open(module: object, memory: object): Team;
  /** Ends them all, and rejects their jobs. */
  end(why: string): void;
}

interface Job {
  /** How many workers have not done it yet. */
  left: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts workers. When one of them dies, the others are ended too.
 *
 * @param unstarted - The remedy in the error where one cannot be started.
 */
export function startPool(count: number, start: StartWorker, unstarted?: string): Pool {
  const workers: PoolWorker[] = [];
  const jobs = new Map<number, Job>();
  let teams = 0;
  let jobsSoFar = 0;
  let gone: StateError | undefined;

  function done(number: number): void {
    const job = jobs.get(number);
    if (job === undefined) return;
    job.left -= 1;
    if (job.left > 0) return;
    jobs.delete(number);
    if (jobs.size === 0) for (const worker of workers) worker.busy(false);
    job.resolve();
  }

  function end(why: string, remedy = 'A new call starts new ones.'): void {
    if (gone !== undefined) return;
    gone = new StateError(wording('threads', 'workers that live until the work is done', why, remedy));
    for (const worker of workers) worker.end();
    for (const job of jobs.values()) job.reject(gone);
    jobs.clear();
  }

  function call(team: number, name: string, place: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (gone !== undefined) return reject(gone);
      jobsSoFar += 1;
      const job = jobsSoFar;
      jobs.set(job, { left: count, resolve, reject });
      workers.forEach((worker, thread) => {
        worker.busy(true);
        worker.post({ team, call: name, place, thread, job });
      });
    });
  }

  function tellAll(message: object): void {
    if (gone === undefined) for (const worker of workers) worker.post(message);
  }

  try {
    for (let index = 0; index < count; index++) workers.push(start(done, end));
  } catch (error) {
    end(`one that could not be started: ${String(error)}`, unstarted);
  }
  return {
    isGone: () => gone !== undefined,
    open(module, memory) {
      teams += 1;
      const team = teams;
      tellAll({ team, module, memory });
      return {
        call: (name, place) => call(team, name, place),
        hasEnded: () => gone !== undefined,
        close: () => tellAll({ team }),
      };
    },
    end,
  };
}
