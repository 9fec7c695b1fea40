// Threads of Node: each a worker that runs a few lines of text.
import { Worker } from 'node:worker_threads';
import type { PoolWorker } from '../engine/threads/pool.js';
import type { Threads } from '../engine/threads/Threads.js';
import { THREAD_SCRIPT } from '../engine/threads/threadScript.js';
import { type ThreadsOptions, threadsOf } from '../engine/threads/threadsOf.js';
import { readOptions } from '../support/options.js';

/**
 * Threads for {@link fit}, {@link evaluateAsync} and a predictor's `forwardBatchAsync` in Node. Each starts when it is needed,
 * which takes a tenth of a second or so; then they stay, and serve all calls that get this value. They do not keep a program
 * running. Where Node's permission model allows none, `missing` says so, `fit` warns of it, and everything is done as without threads,
 * to the same bits.
 *
 * @param count - How many, from 1 to 64: as many as there are processors to spare. With 1, all work leaves the thread of the caller.
 * @param options - The least work for which they are used.
 * @returns The threads.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for a count or an option out of its range.
 *
 * @example
 * ```ts
 * import { fit, Network, relu, sgd, softmax } from 'glassbox-nn';
 * import { spirals } from 'glassbox-nn/data';
 * import { nodeThreads } from 'glassbox-nn/node';
 *
 * const network = new Network([2, 256, 256, 2], { hidden: relu, output: softmax });
 * const threads = nodeThreads(2);
 * const history = await fit(network, spirals(), { optimizer: sgd({ learningRate: 0.1 }), epochs: 2, threads });
 * history.length; // => 2
 * ```
 */
export function nodeThreads(count: number, options?: ThreadsOptions): Threads {
  return threadsOf('nodeThreads', count, readOptions('nodeThreads options', options, ['leastWork']), startWorker, missing());
}

/** The reason why this process can have no threads; undefined if it can. */
function missing(): string | undefined {
  const { permission }: { readonly permission?: { has(scope: string): boolean } } = process;
  if (permission === undefined || permission.has('worker')) return undefined;
  return 'this process may start none by its permissions; node --allow-worker gives it that one.';
}

/** A module, which a worker runs from its text. */
function script(): string {
  return `
import { parentPort } from 'node:worker_threads';
const tell = (job) => parentPort.postMessage(job);
${THREAD_SCRIPT}
parentPort.on('message', hear);`;
}

function startWorker(done: (job: number) => void, died: (why: string) => void): PoolWorker {
  // Without the arguments of this process: the modules that they load are not loaded again in every thread.
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script())}`), { execArgv: [] });
  worker.unref();
  worker.on('message', done);
  worker.on('error', (error) => died(`one that failed: ${String(error)}`));
  worker.on('exit', (code) => died(`one that ended with exit code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    busy: (working) => (working ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}
