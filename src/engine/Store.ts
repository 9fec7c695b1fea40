// A memory of the core with the inputs of a data set. It is kept with the data set, since preparing them takes as long as an epoch; a
// fingerprint of the inputs shows whether they have changed since.
import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { type Core, makeRoom } from './core.js';
import { keepCore, takeCore, takeOwnCore } from './idleCores.js';
import { type InputShape, type PlacedInputs, placeAnyInputs, placeInputs, writeInputs } from './inputs.js';

/** The first bytes of a memory stay unused, so that no place is 0. */
const FIRST = 1024;

/** The fewest bytes of inputs that are kept with their data set. Smaller inputs are written anew, into a memory that all share. */
const WORTH_KEEPING = 0x100000;

/** Most stores of one buffer: for a data set, its validation split, and one more. */
const MOST_KEPT = 3;

/** A part of a store's memory, for one training or evaluation. */
export interface Lease {
  readonly store: Store;
  /** Where the part starts. */
  readonly start: number;
  /** Where it ends. */
  end: number;
}

/** A memory of the core with the inputs of one data set, and the leases of what works on them. */
interface Store {
  readonly core: Core;
  readonly inputs: PlacedInputs;
  readonly leases: Set<Lease>;
  readonly shared: boolean;
  /** The source of the inputs; undefined in a store that no data set keeps. */
  readonly source: Source | undefined;
}

type KeptStore = Store & { readonly source: Source };

/** The inputs that a store was made from, with a fingerprint that shows a change. */
interface Source {
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
  readonly bytes: number;
  readonly bytesOfOne: number;
  readonly width: number;
  readonly scale: number;
  /** Their fingerprint. */
  readonly print: number;
}

/** The fields that show a change. */
const SOURCE = ['buffer', 'offset', 'bytes', 'bytesOfOne', 'width', 'scale', 'print'] as const;

/** The stores of a buffer: several where data sets share it. */
const kept: WeakMap<ArrayBufferLike, KeptStore[]> = /* @__PURE__ */ new WeakMap();

/** Leases a part of a memory that has the inputs of `data`. It has no bytes until {@link extend} gives it some. */
export function lease(data: Dataset, shared = false): Lease {
  return leaseOf(isWorthKeeping(data) ? keptStore(data, shared) : passingStore(data, shared));
}

/** Whether prepared inputs are kept with the data set. */
export function isWorthKeeping({ inputs }: Dataset): boolean {
  return inputs.byteLength >= WORTH_KEEPING;
}

/** Leases a part of a memory with room for inputs of this shape and smaller, which {@link refill} writes. */
export function leaseRoom(shape: InputShape, shared = false): Lease {
  const inputs = placeAnyInputs(shape, FIRST);
  return leaseOf({ core: takeCore(shared), inputs, leases: new Set(), shared, source: undefined });
}

/** Writes the inputs of another data set, which are finite and fit. */
export function refill({ store }: Lease, data: Dataset): PlacedInputs {
  return inputsIn(store.core, data);
}

function leaseOf(store: Store): Lease {
  let start = store.inputs.end;
  for (const { end } of store.leases) start = Math.max(start, end);
  const part = { store, start, end: start };
  store.leases.add(part);
  return part;
}

/** Makes room for a lease up to `end`. */
export function extend(part: Lease, end: number, what: string): void {
  makeRoom(part.store.core, end, what);
  part.end = end;
}

/** Gives a lease back. */
export function giveBack(part: Lease): void {
  const { core, leases, shared, source } = part.store;
  if (!leases.delete(part)) return;
  if (leases.size === 0 && source === undefined) keepCore(core, shared);
}

/** Gives up a lease where a thread may still be writing: its memory is never leased again. */
export function abandon({ store }: Lease): void {
  if (store.source === undefined) return;
  const { buffer } = store.source;
  const stores = kept.get(buffer) ?? [];
  kept.set(
    buffer,
    stores.filter((other) => other !== store),
  );
}

/** A store for one training or evaluation, in a memory that the next one uses. */
function passingStore(data: Dataset, shared: boolean): Store {
  checkInputs(data);
  const core = takeCore(shared);
  return { core, inputs: inputsIn(core, data), leases: new Set(), shared, source: undefined };
}

/** Writes the inputs into a memory. */
function inputsIn(core: Core, data: Dataset): PlacedInputs {
  const inputs = placeInputs(core, data, FIRST);
  writeInputs(core, data, inputs);
  return inputs;
}

/** The store of inputs that are kept: the one there is, or a new one. */
function keptStore(data: Dataset, shared: boolean): Store {
  const { buffer } = data.inputs;
  const source = sourceOf(data);
  const others = kept.get(buffer) ?? [];
  const found = others.find((store) => store.shared === shared && !store.core.calling && isSame(store.source, source));
  if (found !== undefined) return found;
  // Where the numbers of a buffer were changed, the store of the old ones is used for the new.
  const stale = others.find(
    (store) => store.shared === shared && store.leases.size === 0 && isSame({ ...store.source, print: source.print }, source),
  );
  checkInputs(data);
  const left = others.filter((other) => other !== stale);
  // Removed first, so that an error on the way leaves no store of old numbers.
  if (stale !== undefined) kept.set(buffer, left);
  const core = stale?.core ?? takeOwnCore(shared);
  const store = { core, inputs: inputsIn(core, data), leases: new Set<Lease>(), shared, source };
  kept.set(buffer, [store, ...left].slice(0, MOST_KEPT));
  return store;
}

function sourceOf({ inputs, width, scale }: Dataset): Source {
  const { buffer, byteOffset: offset, byteLength: bytes, BYTES_PER_ELEMENT: bytesOfOne } = inputs;
  return { buffer, offset, bytes, bytesOfOne, width, scale, print: fingerprint(inputs) };
}

function isSame(one: Source, other: Source): boolean {
  return SOURCE.every((name) => one[name] === other[name]);
}

/**
 * 32 bits that depend on the bytes and their places: on every byte of a small array, and on one in sixteen of a large one, which
 * tells whether images were exchanged or scaled, and not whether one pixel was changed. 47 MB take about a millisecond.
 */
export function fingerprint({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
  // Hashes that run side by side. None waits for another: a multiplication takes a few cycles of the processor.
  const lanes = 4;
  // The most words of which each is read; of more, a run of 16 (a cache line) out of every 256.
  const most = 0x4000;
  const every = 256;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // Words where they are aligned, and the few bytes before and after them one by one.
  const head = Math.min((4 - (byteOffset % 4)) % 4, byteLength);
  const count = Math.floor((byteLength - head) / 4 / lanes) * lanes;
  const words = count === 0 ? new Int32Array(0) : new Int32Array(buffer, byteOffset + head, count);
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  const run = count <= most ? count : 16;
  for (let start = 0; start < count; start += run === count ? run : every) {
    const end = Math.min(start + run, count);
    for (let i = start; i < end; i += lanes) {
      a = stir(a, words[i]);
      b = stir(b, words[i + 1]);
      c = stir(c, words[i + 2]);
      d = stir(d, words[i + 3]);
    }
  }
  let hash = stir(stir(stir(a, b), c), d);
  for (let i = 0; i < head; i++) hash = stir(hash, bytes[i]);
  for (let i = head + count * 4; i < byteLength; i++) hash = stir(hash, bytes[i]);
  return hash;
}

function stir(hash: number, word: number): number {
  // An odd number whose bits are well mixed: 2^32 over the golden ratio.
  return Math.imul(((hash << 13) | (hash >>> 19)) ^ word, 0x9e3779b1);
}
