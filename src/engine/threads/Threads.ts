// Threads, a value that is passed in. A platform makes them: see node/ and browser/.
import type { Dataset } from '../../data/Dataset.js';
import type { Evaluator } from '../../learning/Evaluator.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { Step, StepPlan } from '../../learning/Step.js';
import type { Network } from '../../model/Network.js';
import type { OpenPlans } from '../CoreStep.js';
import type { Resident } from '../resident.js';

/**
 * Threads that share the work of a call: made by `nodeThreads` of `glassbox-nn/node`, or `webThreads` of `glassbox-nn/browser`.
 *
 * They start when they are first needed, and then wait for more work. One value serves any number of calls, one after another or at
 * once.
 */
export interface Threads {
  /** How many there are. */
  readonly count: number;
  /** Multiplications and additions of a batch below which the work is not shared, since threads would wait more than work. */
  readonly leastWork: number;
  /** Why there can be no threads here, in words; undefined where there can. Without threads the work is done all the same. */
  readonly missing: string | undefined;
  /**
   * Has every thread open a compiled WebAssembly module. For the library's own use.
   *
   * @param module - The module; it imports its memory as `env.memory`.
   * @param memory - A memory that all threads share.
   */
  open(module: object, memory: object): Team;
  /**
   * The steps of a plan by these threads, or undefined where they would gain nothing. For the library's own use: only programs
   * that pass threads in carry their code.
   *
   * @internal
   * @param plan - The plan of the training.
   * @param batch - Examples of a batch.
   * @param watched - Whether the network must be current after every step.
   * @param open - Opens plans for several data sets; a single plan if left out.
   */
  stepFor(plan: StepPlan, batch: number, watched: boolean, open?: OpenPlans): Step | undefined;
  /**
   * The evaluator of a network by these threads, or undefined where they would gain nothing. For the library's own use.
   *
   * @internal
   * @param network - The network.
   * @param data - The examples.
   * @param loss - The loss.
   */
  evaluatorFor(network: Network, data: Dataset, loss: Loss): Evaluator | undefined;
  /**
   * Takes inputs through a predictor's network by these threads, or returns undefined where they would gain nothing. For the
   * library's own use.
   *
   * @internal
   * @param resident - The network's copy in the core.
   * @param inputs - [count, inputs]
   * @param count - How many inputs.
   * @param out - [count, outputs], overwritten.
   */
  forwardRows(resident: Resident, inputs: Float32Array, count: number, out: Float32Array): Promise<void> | undefined;
  /**
   * Ends the threads at once. A call that still uses them rejects with a {@link StateError}, and one that needs them later starts
   * new ones. Nothing has to be ended for a program of Node to end.
   */
  end(): void;
}

/** Threads that have opened one module over one memory. */
export interface Team {
  /**
   * Calls an export of the module in every thread, as `name(place, thread)`, with threads numbered from 0.
   *
   * @param name - What the module calls it.
   * @param place - Its first argument.
   * @returns A promise that resolves when it has returned in all threads.
   * @throws {@link StateError} if a thread has ended: the promise is rejected.
   */
  call(name: string, place: number): Promise<void>;
  /** Whether the threads have ended: then it is of no more use. */
  hasEnded(): boolean;
  /** Has the threads drop the module and the memory once their calls are done. */
  close(): void;
}
