// Which engine does the work, and why.
import { StateError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { makeCore } from './core.js';

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
 * is not. To see how it goes without, run `node --jitless`, or in a test set
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
  const forced = (globalThis as { [FORCED]?: unknown })[FORCED];
  if (forced === 'javascript') return { name: 'javascript', reason: 'a test asked for it' };
  found ??= findBackend();
  if (forced === 'webassembly' && found.name !== forced) {
    throw new StateError(wording('backend', 'webassembly, as a test asked for', found.name, found.reason));
  }
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
