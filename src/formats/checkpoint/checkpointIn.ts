// A checkpoint in any place that stores bytes.
import { functionValue, numberWhere, wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { readable } from '../../support/views.js';
import type { Checkpoint } from '../../training/checkpoint.js';
import { trainingSaver } from './trainingSaver.js';

/** A place that stores bytes: a file, a database, a server. */
export interface CheckpointPlace {
  /** The bytes that were saved last; undefined if there are none. */
  load(): Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Saves bytes in place of the earlier ones. If it fails, the earlier ones should still be there. */
  save(bytes: Uint8Array): unknown;
}

/**
 * How often a checkpoint is saved. If nothing is given: after an epoch, unless saving would take more than a twentieth of the time, and
 * once a second at the most; and at the end of the training.
 */
export interface CheckpointOptions {
  /** After so many epochs, from 1, however long saving takes; and at the end of the training. */
  readonly everyEpochs?: number | undefined;
  /** After so many steps, from 1; and at the end of the training. */
  readonly everySteps?: number | undefined;
  /** After the first step that ends so many seconds after the last time, from 0; and at the end of the training. */
  readonly everySeconds?: number | undefined;
}

/** The names of the options. */
const CHECKPOINT_OPTIONS = ['everyEpochs', 'everySteps', 'everySeconds'] as const;

/**
 * Saves a training in a custom place, for the option `checkpoint` of {@link fit}: in a page's IndexedDB, in a database, on a
 * server. For a file of Node there is `fileCheckpoint` of `glassbox-nn/node`.
 *
 * It saves all that the next steps depend on: the network, the optimizer's state, the place in the epoch, the records
 * so far and the best weights. Random numbers are drawn by seed, epoch and example, and need no saving. A
 * training that goes on from it comes to the same bits as one that was never stopped.
 *
 * The first save shows whether the place can be written: try it before a long training.
 *
 * It is a safetensors file: `fromSafetensors(bytes)` reads the network in it.
 *
 * @param place - `load` and `save`, which may return promises; the training waits for them.
 * @param options - How often to save.
 * @returns A checkpoint.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for a wrong place or a number out of range.
 *
 * @example
 * ```ts
 * import { fit, Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 * import { checkpointIn } from 'glassbox-nn/formats';
 *
 * let saved: Uint8Array | undefined;
 * const checkpoint = checkpointIn({ load: () => saved, save: (bytes) => (saved = bytes) });
 * await fit(new Network([2, 3, 1]), xor(), { epochs: 3, checkpoint });
 * const network = new Network([2, 3, 1]);
 * const history = await fit(network, xor(), { epochs: 5, checkpoint }); // two more epochs
 * history.length; // => 5
 * ```
 */
export function checkpointIn(place: CheckpointPlace, options?: CheckpointOptions): Checkpoint {
  return checkpointOf('checkpoint', place, readRhythm('checkpointIn', options));
}

/** Options, checked. `what` begins the errors. */
export function readRhythm(what: string, options: CheckpointOptions | undefined): CheckpointOptions {
  const given = readOptions(`${what} options`, options, CHECKPOINT_OPTIONS);
  for (const name of ['everyEpochs', 'everySteps'] as const) {
    if (given[name] !== undefined) wholeNumber(`${what}: ${name}`, given[name], 1);
  }
  if (given.everySeconds !== undefined) {
    numberWhere(`${what}: everySeconds`, given.everySeconds, 'a number from 0', (seconds) => seconds >= 0);
  }
  return given;
}

/** A checkpoint whose errors begin with `what`; `trySave` rejects where the place cannot be written. */
export function checkpointOf(
  what: string,
  place: CheckpointPlace,
  rhythm: CheckpointOptions,
  trySave?: () => Promise<void>,
): Checkpoint {
  functionValue('checkpointIn: load', readable<CheckpointPlace>(place).load);
  functionValue('checkpointIn: save', readable<CheckpointPlace>(place).save);
  const load = async () => (await place.load()) ?? undefined;
  const save = async (bytes: Uint8Array) => void (await place.save(bytes));
  const checkpoint: Checkpoint = {
    load,
    save,
    saver: (plan, step) => trainingSaver(what, { load, save, trySave }, rhythm, plan, step),
  };
  return Object.freeze(checkpoint);
}
