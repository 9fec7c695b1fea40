// The WebAssembly core: decoded and compiled when it is first needed, and made into instances, each with a memory of its own.
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { CORE } from './coreBytes.js';

/** What the core asks of its host, in rows of a layer's batch: functions of the user's own. */
export interface Host {
  activate(layer: number, from: number, to: number): void;
  activateBackward(layer: number, from: number, to: number): void;
  cost(row: number, target: number): number;
  slopes(row: number, target: number): void;
}

/** What the core exports: see assembly/index.ts. All places are bytes from the start of its memory. */
export interface CoreExports {
  enter(panels: number, weights: number, inputs: number, outputs: number): void;
  leave(weights: number, panels: number, inputs: number, outputs: number): void;
  add(plan: number, thread: number, from: number, to: number): void;
  apply(plan: number, thread: number, share: number): void;
  restore(plan: number): void;
  reset(plan: number): void;
  finishGradient(plan: number, share: number): void;
  evaluate(plan: number, from: number, to: number): void;
}

/** An instance of the core. */
export interface Core {
  readonly memory: WebAssembly.Memory;
  readonly exports: CoreExports;
  /** Whose functions it calls at the moment. */
  host: Host | undefined;
}

const PAGE = 65536;
const MOST_PAGES = 65536;

let modules: { readonly plain: WebAssembly.Module; readonly shared: WebAssembly.Module } | undefined;

/** The compiled core. Throws where WebAssembly, or its 128-bit numbers, are missing or forbidden. */
export function compileCore(): { readonly plain: WebAssembly.Module; readonly shared: WebAssembly.Module } {
  if (modules === undefined) {
    const bytes = decode(CORE.base64);
    const shared = new WebAssembly.Module(bytes);
    // The same bytes but one, which says whether the memory is shared between threads.
    bytes[CORE.sharedFlag] = 1;
    modules = { plain: new WebAssembly.Module(bytes), shared };
  }
  return modules;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** An instance of the core with a memory of its own; a shared one can be handed to threads. */
export function makeCore(shared = false): Core {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared });
  const { plain, shared: threaded } = compileCore();
  const core: Core = { memory, host: undefined, exports: undefined as never };
  // By way of `core`, since each work on the memory brings its own.
  const host: Host = {
    activate: (...rows) => core.host?.activate(...rows),
    activateBackward: (...rows) => core.host?.activateBackward(...rows),
    cost: (...places) => core.host?.cost(...places) ?? Number.NaN,
    slopes: (...places) => core.host?.slopes(...places),
  };
  const instance = new WebAssembly.Instance(shared ? threaded : plain, { env: { memory }, host: { ...host } });
  return Object.assign(core, { exports: instance.exports as unknown as CoreExports });
}

/** Throws, before anything is allocated, if `bytes` are more than a memory can have; otherwise makes room for them. */
export function makeRoom({ memory }: Core, bytes: number, what: string): void {
  const pages = Math.ceil(bytes / PAGE);
  const missing = pages - memory.buffer.byteLength / PAGE;
  if (missing <= 0) return;
  if (pages <= MOST_PAGES) {
    try {
      memory.grow(missing);
      return;
    } catch {
      // Told below.
    }
  }
  const remedy = 'Use smaller layers, a smaller batchSize, or less data at a time.';
  throw new LimitError(wording(what, 'a network and data that fit into memory', `${Math.round(bytes / 2 ** 20)} MiB`, remedy));
}
