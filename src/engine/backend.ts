// Which engine does the work, and its steps and evaluators; and how much it does before it gives way.
import { isPlain } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { type Evaluator, PlainEvaluator } from '../learning/Evaluator.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Step, StepPlan } from '../learning/Step.js';
import { TrainingStep } from '../learning/TrainingStep.js';
import type { Network } from '../model/Network.js';
import { ArgumentError, StateError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { CoreEvaluator } from './CoreEvaluator.js';
import { CoreStep, type OpenPlans } from './CoreStep.js';
import { makeCore } from './core.js';
import { hasIdleCore } from './idleCores.js';
import type { Threads } from './threads/Threads.js';

/** Which engine trains and evaluates, and why. */
export interface Backend {
  /** `'webassembly'` is the fast core, `'javascript'` the step written in plain JavaScript. Their bits are the same. */
  readonly name: 'webassembly' | 'javascript';
  /** Why it is this one, in words. */
  readonly reason: string;
}

let found: Backend | undefined;

/** The argument of the last {@link setBackend}. */
let chosen: Backend['name'] | undefined;

/**
 * Which engine `train`, `fit`, `trainer`, `evaluate` and `predictor` use here: WebAssembly where it can be had, and plain JavaScript
 * where a page's Content-Security-Policy forbids it or the platform has no 128-bit numbers. The results are the same to the bit; the
 * speed is not. Chrome and Edge before version 115 make it ready for calls that wait, such as `fit`; until then, and for others, it is
 * plain JavaScript on a page's own thread. {@link setBackend} chooses another.
 *
 * @returns Its name, and the reason.
 *
 * @example
 * ```ts
 * import { backend } from 'glassbox-nn';
 *
 * ['webassembly', 'javascript'].includes(backend().name); // => true
 * ```
 */
export function backend(): Backend {
  if (chosen === 'javascript') return { name: chosen, reason: "setBackend('javascript') chose it" };
  const atOnce = backendAtOnce();
  return atOnce.name === 'javascript' && hasIdleCore() ? LATER : atOnce;
}

/**
 * Chooses the engine for all work that begins from now on; what has begun, and predictors that were made, go on as they are. It is for
 * tests and comparisons: the results are the same to the bit. It counts for this copy of the library: a worker has another, and so has
 * a program that loads the library both by `import` and by `require`.
 *
 * @param name - `'javascript'`, `'webassembly'`, or undefined for what the platform has.
 * @throws {@link StateError} if there is no WebAssembly, {@link ArgumentError} for another name.
 *
 * @example
 * ```ts
 * import { Network, setBackend, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const losses = [undefined, 'javascript' as const].map((name) => {
 *   setBackend(name);
 *   return train(new Network([2, 4, 1]), xor(), { epochs: 10 }).at(-1)!.loss;
 * });
 * setBackend(undefined);
 * losses[0] === losses[1]; // => true
 * ```
 */
export function setBackend(name: Backend['name'] | undefined): void {
  if (name !== undefined && name !== 'javascript' && name !== 'webassembly') {
    throw new ArgumentError(wording('setBackend', "'webassembly', 'javascript' or undefined", describe(name)));
  }
  if (name === 'webassembly') {
    const { name: got, reason } = backendAtOnce();
    if (got !== name && !hasIdleCore()) throw new StateError(wording('setBackend', `a platform with ${name}`, 'none', reason));
  }
  chosen = name;
}

/** Where a call that could wait has left a core for the next. */
const LATER: Backend = { name: 'webassembly', reason: 'WebAssembly works here for calls that wait for it' };

/** Whether cores can be made without waiting. */
function worksAtOnce(): boolean {
  return backendAtOnce().name === 'webassembly';
}

/** Whether it is worth a try to wait for one. */
export function mayWorkLater(): boolean {
  return chosen !== 'javascript' && !worksAtOnce();
}

function backendAtOnce(): Backend {
  found ??= findBackend();
  return found;
}

function findBackend(): Backend {
  try {
    makeCore();
    return { name: 'webassembly', reason: 'WebAssembly with 128-bit numbers works here' };
  } catch (error) {
    return { name: 'javascript', reason: `WebAssembly does not work here: ${(error as Error).message}` };
  }
}

/**
 * Multiplications and additions of a portion. They take about 3 milliseconds in the core, which is quickest with many examples at a
 * time; in JavaScript a tenth of one, and a few before the engine has compiled the loops.
 */
const PORTION = { webassembly: 50_000_000, javascript: 100_000 };

/** Examples of a portion: a page or a server stays responsive if it gives way after each. */
export function examplesAtATime(network: Network): number {
  return Math.max(1, Math.floor(PORTION[backend().name] / network.parameterCount));
}

/** How a step is made. */
export interface StepOptions {
  /** Threads that may share the work. */
  readonly threads?: Threads | undefined;
  /** Whether the network must be current after every step; true if left out. */
  readonly watched?: boolean;
  /** Opens plans for several data sets, where `useData` is called. */
  readonly open?: OpenPlans | undefined;
}

/**
 * The steps of a plan.
 *
 * @param batch - Most examples of a batch.
 * @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work.
 */
export function stepFor(plan: StepPlan, batch: number, given: StepOptions = {}): Step {
  const { threads, watched, open } = { threads: undefined, watched: true, open: undefined, ...given };
  if (!coreTakes(plan.data) || !canAugment(plan)) return new TrainingStep(plan);
  return threads?.stepFor(plan, batch, watched, open) ?? new CoreStep(plan, batch, undefined, open);
}

/** The evaluator of a network on a data set. Throws as {@link stepFor}. */
export function evaluatorFor(network: Network, data: Dataset, loss: Loss, threads?: Threads): Evaluator {
  if (!coreTakes(data)) return new PlainEvaluator(network, data, loss);
  return threads?.evaluatorFor(network, data, loss) ?? new CoreEvaluator(network, data, loss);
}

/** Whether there is a core that can read the data: it calls no custom reader. */
function coreTakes(data: Dataset): boolean {
  return backend().name === 'webassembly' && isPlain(data);
}

/** Whether the core can augment: the module that does it opens the plan's memory, and so cannot be waited for. */
function canAugment({ augmentation }: StepPlan): boolean {
  return augmentation === undefined || worksAtOnce();
}
