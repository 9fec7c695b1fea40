// Locks a network while it is trained: two trainings at once would overwrite each other's weights.
import type { Network } from '../model/Network.js';
import { StateError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { type AbortSignalLike, orAborted } from './abort.js';

/** The layers in training, shared by all copies of this library in a program, ESM and CJS. */
const REGISTRY: unique symbol = /* @__PURE__ */ Symbol.for('glassbox-nn: layers in training');

/** The `fit` that trains a layer, shared in the same way. */
const FITS: unique symbol = /* @__PURE__ */ Symbol.for('glassbox-nn: layers in fit');

/** A call of `fit` that has begun. */
interface Fit {
  readonly signal: AbortSignalLike | undefined;
  /** Resolves when its layers are free again. */
  readonly ended: Promise<void>;
}

const shared = () => globalThis as { [REGISTRY]?: WeakSet<object>; [FITS]?: WeakMap<object, Fit> };

function inTraining(): WeakSet<object> {
  const all = shared();
  all[REGISTRY] ??= new WeakSet();
  return all[REGISTRY];
}

function inFit(): WeakMap<object, Fit> {
  const all = shared();
  all[FITS] ??= new WeakMap();
  return all[FITS];
}

/** Locks a network's layers; throws if one of them is locked already, in this network or in another that shares it. */
export function lock(network: Network): void {
  if (isLocked(network)) {
    const remedy = 'Wait for the other training to end, abort it, or call return() on the steps you left unfinished.';
    throw new StateError(wording('network', 'a network that is not being trained', 'one that is', remedy));
  }
  const locked = inTraining();
  for (const layer of network.layers) locked.add(layer);
}

/** Unlocks them. */
export function unlock({ layers }: Network): void {
  const locked = inTraining();
  for (const layer of layers) locked.delete(layer);
}

function isLocked({ layers }: Network): boolean {
  const locked = inTraining();
  return layers.some((layer) => locked.has(layer));
}

/**
 * Runs a `fit` after those that are aborted have ended: a page may abort one and begin the next at once, as React does in its
 * StrictMode. While any other training goes on, `run` cannot lock the network and rejects.
 *
 * @param signal - Stops the training, and the waiting before it.
 * @param run - Locks the network before it first waits.
 */
export async function runFit<Result>(
  network: Network,
  signal: AbortSignalLike | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  const { layers } = network;
  const aborted = () => layers.map((layer) => inFit().get(layer)).find((fit) => fit?.signal?.aborted);
  for (let other = aborted(); other !== undefined; other = aborted()) await orAborted(other.ended, signal);
  if (isLocked(network)) return run();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const fit: Fit = { signal, ended };
  for (const layer of layers) inFit().set(layer, fit);
  try {
    return await run();
  } finally {
    for (const layer of layers) inFit().delete(layer);
    end();
  }
}
