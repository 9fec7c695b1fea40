// A memory of the core with a data set's inputs in it, kept with the data set, since preparing them costs as much as an epoch.
import type { Dataset } from '../data/Dataset.js';
import { checkInputs } from '../data/plainInputs.js';
import { type Core, makeRoom } from './core.js';
import { fingerprint } from './fingerprint.js';
import { keepCore, takeCore, takeOwnCore } from './idleCores.js';
import { type PlacedInputs, placeInputs, writeInputs } from './inputs.js';

/** The first bytes of a memory stay unused, so that no place is 0. */
const FIRST = 1024;

/** From so many bytes on, inputs are kept with their data set; less is written anew each time, into a memory that all share. */
const WORTH_KEEPING = 0x100000;

/** Stores kept for one buffer: the data set, its validation split, and one more. */
const MOST_KEPT = 3;

/** A part of a store's memory, for one training or evaluation. */
export interface Lease {
  readonly store: Store;
  /** Where the part starts. */
  readonly start: number;
  /** Where it ends. */
  end: number;
}

/** A memory of the core with the inputs of one data set in it, and what works on them beside. */
interface Store {
  readonly core: Core;
  readonly inputs: PlacedInputs;
  readonly leases: Set<Lease>;
  readonly shared: boolean;
  readonly source: Source;
}

/** The inputs that a store was made from, and how to tell whether they are still the same. */
interface Source {
  readonly offset: number;
  readonly bytes: number;
  readonly bytesOfOne: number;
  readonly width: number;
  readonly scale: number;
  /** Their fingerprint; 0 where it is not needed, since they are written anew each time. */
  readonly print: number;
}

/** The stores of a buffer: several where data sets share it. */
const kept: WeakMap<ArrayBufferLike, Store[]> = /* @__PURE__ */ new WeakMap();

/** A part of a memory in which the inputs of `data` lie. It has no bytes yet: {@link extend} gives it some. */
export function lease(data: Dataset, shared = false): Lease {
  const source = sourceOf(data);
  const store = keptStore(data, source, shared) ?? makeStore(data, source, shared);
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
  if (leases.size === 0 && source.bytes < WORTH_KEEPING) keepCore(core, shared);
}

/** Gives up a lease where somebody may still be writing: nobody is given a part of its memory again. */
export function abandon(part: Lease, { inputs }: Dataset): void {
  const stores = kept.get(inputs.buffer) ?? [];
  kept.set(
    inputs.buffer,
    stores.filter((store) => store !== part.store),
  );
}

function keptStore({ inputs }: Dataset, source: Source, shared: boolean): Store | undefined {
  const stores = kept.get(inputs.buffer);
  return stores?.find((store) => store.shared === shared && !store.core.calling && isSame(store.source, source));
}

function sourceOf({ inputs, width, scale }: Dataset): Source {
  const { byteOffset: offset, byteLength: bytes, BYTES_PER_ELEMENT: bytesOfOne } = inputs;
  return { offset, bytes, bytesOfOne, width, scale, print: bytes < WORTH_KEEPING ? 0 : fingerprint(inputs) };
}

function isSame(one: Source, other: Source): boolean {
  return (Object.keys(one) as (keyof Source)[]).every((name) => one[name] === other[name]);
}

function makeStore(data: Dataset, source: Source, shared: boolean): Store {
  const { buffer } = data.inputs;
  const worthKeeping = source.bytes >= WORTH_KEEPING;
  const others = kept.get(buffer) ?? [];
  // Where the numbers of a buffer were changed, what was kept of the old ones makes room for the new.
  const stale = others.find(
    (store) => store.shared === shared && store.leases.size === 0 && isSame({ ...store.source, print: source.print }, source),
  );
  checkInputs(data);
  const left = others.filter((other) => other !== stale);
  // Nothing is kept of the old ones from here on, whatever happens.
  if (stale !== undefined) kept.set(buffer, left);
  const core = worthKeeping ? (stale?.core ?? takeOwnCore(shared)) : takeCore(shared);
  const inputs = placeInputs(core, data, FIRST);
  writeInputs(core, data, inputs);
  const store = { core, inputs, leases: new Set<Lease>(), shared, source };
  if (worthKeeping) kept.set(buffer, [store, ...left].slice(0, MOST_KEPT));
  return store;
}
