// Which engine does the work, and why.
import { StateError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { makeCore } from './core.js';
import { hasIdleCore } from './idleCores.js';

/** Which engine trains and evaluates, and why. */
export interface Backend {
  /** `'webassembly'` is the fast core, `'javascript'` the step written in plain JavaScript. Their bits are the same. */
  readonly name: 'webassembly' | 'javascript';
  /** Why it is this one, in words. */
  readonly reason: string;
}

/** Where a test says which backend it wants, for all copies of this library in a program. */
const FORCED: unique symbol = /* @__PURE__ */ Symbol.for('glassbox-nn: backend');

let found: Backend | undefined;

/**
 * Which engine `train`, `fit`, `evaluate` and `predictor` use here: WebAssembly where it can be had, and plain JavaScript where a
 * page's Content-Security-Policy forbids it or the platform has no 128-bit numbers. The results are the same to the bit; the speed
 * is not. Chrome and Edge before version 115 make it ready for calls that wait, such as `fit`; until then, and for others, it is plain
 * JavaScript on a page's own thread. To see how it goes without, run `node --jitless`, or in a test set
 * `globalThis[Symbol.for('glassbox-nn: backend')] = 'javascript'`.
 *
 * @returns Its name, and the reason.
 * @throws {@link StateError} if a test asks for WebAssembly and there is none.
 *
 * @example
 * ```ts
 * import { backend } from 'glassbox-nn';
 *
 * ['webassembly', 'javascript'].includes(backend().name); // => true
 * ```
 */
export function backend(): Backend {
  const asked = askedFor();
  if (asked === 'javascript') return { name: 'javascript', reason: 'a test asked for it' };
  const atOnce = backendAtOnce();
  if (atOnce.name === 'javascript' && hasIdleCore()) return LATER;
  if (asked === 'webassembly' && atOnce.name !== asked) {
    throw new StateError(wording('backend', 'webassembly, as a test asked for', atOnce.name, atOnce.reason));
  }
  return atOnce;
}

/** Where a call that could wait has left a core for the next. */
const LATER: Backend = { name: 'webassembly', reason: 'WebAssembly works here for calls that wait for it' };

/** Whether cores can be made without waiting. */
export function worksAtOnce(): boolean {
  return backendAtOnce().name === 'webassembly';
}

/** Whether it is worth a try to wait for one. */
export function mayWorkLater(): boolean {
  return askedFor() !== 'javascript' && !worksAtOnce();
}

function askedFor(): unknown {
  return (globalThis as { [FORCED]?: unknown })[FORCED];
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
