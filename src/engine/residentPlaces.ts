// Where a predictor's numbers lie in the core's memory: some in a part that all predictors share, since one works at a time; the
// others in its block.
import type { Network } from '../model/Network.js';
import { type PlacedLayer, parameterBytes, placeLayers } from './layerPlaces.js';
import { LAYER, LISTS, PLAN, type PlanValues, PRODUCT } from './planFields.js';
import { Places, wholeLines } from './record.js';

/** The table of assembly/sieve.ts; the first bytes of a memory stay unused, so that no place is 0. */
export const CASES = 1024;

/** Where the shared part starts, after the table. */
export const SHARED = CASES + 256 * 16;

/** Inputs that are worked on at a time: enough to fill the tiles of products, few enough for the caches. Measured. */
const MOST_AT_A_TIME = 64;

/** Most numbers of a layer that are worked on at a time, where layers are wide. */
const MOST_NUMBERS = 0x40000;

/** Numbers and entries that the core may read, or write, beyond the last. */
const SLACK = 16;

/** Places for one network. Those in the shared part are final, those in its block count from where the block will start. */
export interface ResidentPlaces {
  /** Most inputs of one call. */
  readonly rows: number;
  /** Fields of the plan's record; those left out are 0. */
  readonly fields: Partial<PlanValues>;
  /** The layers' records; the places of their weights and biases count from the parameters. */
  readonly layers: readonly PlacedLayer[];
  /** Where the shared part has to end. */
  readonly sharedEnd: number;
  /** In the block: where the layers' records stand, and where the parameters. */
  readonly records: number;
  readonly parameters: number;
  /** Bytes of the parameters, and of the whole block. */
  readonly parameterBytes: number;
  readonly bytes: number;
}

/** Finds a place for everything that predicting with a network needs. */
export function placeResident({ layers, sizes }: Pick<Network, 'layers' | 'sizes'>): ResidentPlaces {
  const width = sizes[0];
  const widest = Math.max(...sizes);
  const rows = Math.max(1, Math.min(MOST_AT_A_TIME, Math.floor(MOST_NUMBERS / widest)));
  const listCapacity = rows * widest + SLACK;
  const shared = new Places(SHARED);
  const batchInputs = shared.take((rows * width + SLACK) * 4);
  const scratchLists = wholeLines(PRODUCT.bytes);
  const scratch = shared.take(scratchLists + LISTS.bytes + (rows + SLACK + 2 * listCapacity) * 4);
  const answers = shared.take(rows * 4);
  const needs = { batch: rows, learning: false, dropout: layers.map(() => 0) };
  const placed = placeLayers(layers, 0, 0, shared, needs);
  const block = new Places(PLAN.bytes);
  const records = block.take(LAYER.bytes * layers.length);
  const bytes = parameterBytes(layers);
  const parameters = block.take(bytes);
  const fields = {
    layerCount: layers.length,
    width,
    batchCapacity: rows,
    batchInputs,
    // The sieve of the inputs is read before the lists of the first layer's activations are made.
    inputLists: scratch + scratchLists,
    listCapacity,
    answers,
    scratch,
    scratchLists,
    threads: 1,
  };
  return { rows, fields, layers: placed, sharedEnd: shared.end, records, parameters, parameterBytes: bytes, bytes: block.end };
}
