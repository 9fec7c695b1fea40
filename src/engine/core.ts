// The WebAssembly core: decoded and compiled when it is first needed, and made into instances, each with a memory of its own. WebAssembly
// is typed here as far as it is used, since the types of no platform are asked for.
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { CORE } from './coreBytes.js';

/** Compiled code. */
export type Module = object;

/** A memory, which may be shared between threads. */
interface Memory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** Imports of a module, which its host provides. */
type Imports = Readonly<Record<string, object>>;

/** Compiled code over a memory. */
interface Instance<Exports extends object> {
  readonly exports: Exports;
}

interface WebAssemblyGlobal {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Memory: new (descriptor: { initial: number; maximum: number; shared: boolean }) => Memory;
  readonly Instance: new <Exports extends object>(module: Module, imports: Imports) => Instance<Exports>;
  compile(bytes: Uint8Array): Promise<Module>;
  instantiate<Exports extends object>(module: Module, imports: Imports): Promise<Instance<Exports>>;
}

/** The platform's; throws where there is none. */
export function webAssembly(): WebAssemblyGlobal {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyGlobal };
  if (WebAssembly === undefined) throw new Error('this platform has none');
  return WebAssembly;
}

/** The custom functions that the core calls, for rows of a batch. */
export interface Host {
  activate(layer: number, from: number, to: number): void;
  activationDerivative(layer: number, from: number, to: number): void;
  cost(row: number, target: number): number;
  lossGradient(row: number, target: number): void;
}

/** Exports of the core: see assembly/index.ts. All places are bytes from the start of its memory. */
interface CoreExports {
  packWeights(panels: number, weights: number, inputs: number, outputs: number): void;
  unpackWeights(weights: number, panels: number, inputs: number, outputs: number): void;
  areSame(one: number, other: number, count: number): boolean;
  addExamples(plan: number, thread: number, from: number, to: number, transposed: boolean): void;
  update(plan: number, thread: number, share: number): void;
  restore(plan: number): void;
  reset(plan: number): void;
  finishGradient(plan: number, thread: number, share: number): void;
  evaluate(plan: number, from: number, to: number): void;
  predict(plan: number, cases: number, rows: number): number;
  answerRows(plan: number, rows: number): void;
  writeCases(cases: number): void;
  countRows(counts: number, numbers: number, rows: number, width: number, bytes: boolean): void;
  listNumbers(
    columns: number,
    values: number,
    masks: number,
    numbers: number,
    rows: number,
    width: number,
    bytes: boolean,
    scale: number,
  ): void;
  takeTurn(plan: number, thread: number): void;
  evaluateTurn(plan: number, thread: number): void;
  takeRows(rows: number, thread: number): void;
}

/** An instance of the core. */
export interface Core {
  readonly memory: Memory;
  readonly exports: CoreExports;
  /** The functions that it calls at the moment. */
  host: Host | undefined;
  /** Whether it is calling one: the memory must not grow then, since the function may hold views of it. */
  calling: boolean;
}

const PAGE = 65536;
const MOST_PAGES = 65536;

/** The text of a module, and the place of the byte that says whether its memory is shared. */
export interface Code {
  readonly hex: string;
  readonly sharedFlag: number;
}

/** Compiled modules, for a memory of one thread and for one that threads share. */
const modules: WeakMap<Code, { plain?: Module; shared?: Module }> = /* @__PURE__ */ new WeakMap();

/** A compiled module. Throws where WebAssembly, or its 128-bit numbers, are missing or forbidden. */
export function compile(code: Code, shared: boolean): Module {
  return compiled(code, shared) ?? keep(code, shared, new (webAssembly().Module)(bytesOf(code, shared)));
}

const compiled = (code: Code, shared: boolean) => modules.get(code)?.[shared ? 'shared' : 'plain'];

function keep(code: Code, shared: boolean, module: Module): Module {
  modules.set(code, { ...modules.get(code), [shared ? 'shared' : 'plain']: module });
  return module;
}

function bytesOf(code: Code, shared: boolean): Uint8Array {
  const bytes = decode(code.hex);
  // With 1 it is not shared.
  if (!shared) bytes[code.sharedFlag] = 1;
  return bytes;
}

/** The compiled core. Throws as {@link compile}. */
export function compileCore(shared: boolean): Module {
  return compile(CORE, shared);
}

function decode(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** A memory of one page that can grow. The system reserves addresses for all of it, and can run out of them. */
function makeMemory(shared: boolean): Memory {
  try {
    return new (webAssembly().Memory)({ initial: 1, maximum: MOST_PAGES, shared });
  } catch (error) {
    const remedy = 'Let go of networks and data that are done with, or give the process more memory.';
    throw new LimitError(wording('WebAssembly', 'room for one more memory', String(error), remedy));
  }
}

/** An instance of the core with a new memory; threads can open a shared one. */
export function makeCore(shared = false): Core {
  const { Instance } = webAssembly();
  const { core, imports } = bareCore(shared);
  const { exports } = new Instance<CoreExports>(compileCore(shared), imports);
  return Object.assign(core, { exports });
}

/** The same for a page's main thread in Chrome before 115, which compiles no more than 4 kB there without waiting. */
export async function awaitCore(shared: boolean): Promise<Core> {
  const platform = webAssembly();
  const { core, imports } = bareCore(shared);
  const module = compiled(CORE, shared) ?? keep(CORE, shared, await platform.compile(bytesOf(CORE, shared)));
  const { exports } = await platform.instantiate<CoreExports>(module, imports);
  return Object.assign(core, { exports });
}

/** A core without its exports, and the imports of its instance. */
function bareCore(shared: boolean): { core: Omit<Core, 'exports'>; imports: Imports } {
  const memory = makeMemory(shared);
  const core: Omit<Core, 'exports'> = { memory, host: undefined, calling: false };
  // Each plan in the memory has its own host. A custom function may run another plan in between, so the host is put back.
  const calling = <Result>(call: (host: Host) => Result): Result => {
    const host = core.host as Host;
    core.calling = true;
    try {
      return call(host);
    } finally {
      core.calling = false;
      core.host = host;
    }
  };
  const host: Host = {
    activate: (...rows) => calling((custom) => custom.activate(...rows)),
    activationDerivative: (...rows) => calling((custom) => custom.activationDerivative(...rows)),
    cost: (...places) => calling((custom) => custom.cost(...places)),
    lossGradient: (...places) => calling((custom) => custom.lossGradient(...places)),
  };
  return { core, imports: { env: { memory }, host: { ...host } } };
}

/** Grows the memory to `bytes`. Throws before anything is allocated if a memory cannot be that large. */
export function makeRoom({ memory }: Core, bytes: number, what: string): void {
  const pages = Math.ceil(bytes / PAGE);
  const missing = pages - memory.buffer.byteLength / PAGE;
  if (missing <= 0) return;
  if (pages <= MOST_PAGES) {
    try {
      memory.grow(missing);
      return;
    } catch {
      // Reported below.
    }
  }
  const remedy =
    'Use smaller layers, a smaller batchSize, less data at a time, or sgd(), which remembers nothing of its steps.';
  const expected = `a network and data that fit into memory, ${MOST_PAGES / 16} MiB at the most`;
  throw new LimitError(wording(what, expected, `${Math.round(bytes / 2 ** 20)} MiB`, remedy));
}
