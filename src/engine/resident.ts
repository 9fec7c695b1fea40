// The networks of predictors in the memory of one core, as long as there is room. When there is none left, all are evicted, and each
// moves in again when it is next used. So that they leave nothing behind when they are no longer needed, their weights are kept in
// ordinary arrays.
import type { Network } from '../model/Network.js';
import { type Core, makeRoom } from './core.js';
import { takeOwnCore } from './idleCores.js';
import { LAYER, PLAN } from './planFields.js';
import { writeRecord } from './record.js';
import { CASES, placeResident, type ResidentPlaces, SHARED } from './residentPlaces.js';

/** The most bytes that the memory grows to for more networks. It grows further only for a single one that needs it. */
const MOST_BYTES = 0x4000000;

/** The memory of all predictors. */
export interface Residence {
  readonly core: Core;
  /** How often all were evicted. */
  generation: number;
  /** Where blocks start, after the part that all share, and where the next one may. */
  start: number;
  end: number;
}

/** A predictor's network. */
export interface Resident {
  readonly name: string;
  readonly places: ResidentPlaces;
  /** Its weights and biases as the core reads them. */
  packed: Float32Array;
  /** Of which generation its place and its views are. */
  generation: number;
  /** Where its plan stands. */
  place: number;
  /** Views of the memory: [rows, inputs], [rows, outputs] and [rows]. */
  inputs: Float32Array;
  outputs: Float32Array;
  answers: Int32Array;
}

let made: Residence | undefined;

/** The memory of all predictors, made when it is first asked for. */
export function residence(): Residence {
  if (made === undefined) {
    const core = takeOwnCore(false);
    core.exports.writeCases(CASES);
    made = { core, generation: 0, start: SHARED, end: SHARED };
  }
  return made;
}

/**
 * A copy of a network's parameters, packed for the core, and already in its memory.
 *
 * @throws {@link LimitError} if there is no room for it.
 */
export function makeResident(home: Residence, network: Pick<Network, 'layers' | 'sizes'>): Resident {
  const none = new Float32Array(0);
  const resident: Resident = {
    name: `predictor of ${network.sizes.join('-')}`,
    places: placeResident(network),
    packed: none,
    generation: -1,
    place: 0,
    inputs: none,
    outputs: none,
    answers: new Int32Array(0),
  };
  const largest = Math.max(...network.layers.map(({ weights }) => weights.byteLength));
  const packed = settle(home, resident, largest).fill(0);
  const { memory, exports } = home.core;
  network.layers.forEach(({ inputs, outputs, weights, biases }, index) => {
    const layer = resident.places.layers[index];
    new Float32Array(memory.buffer, home.end, weights.length).set(weights);
    exports.packWeights(packed.byteOffset + layer.weights, home.end, inputs, outputs);
    packed.set(biases, layer.biases / 4);
  });
  resident.packed = new Float32Array(packed);
  return resident;
}

/** Moves an evicted network into the memory again. */
export function moveIn(home: Residence, resident: Resident): void {
  settle(home, resident).set(resident.packed);
}

/** Gives a network a place in the memory, with `beyond` free bytes after it. Returns where its parameters go. */
function settle(home: Residence, resident: Resident, beyond = 0): Float32Array {
  const place = roomFor(home, resident, beyond);
  const { rows, fields, layers, records, parameters, parameterBytes } = resident.places;
  const { buffer } = home.core.memory;
  const view = new DataView(buffer);
  writeRecord(view, place, PLAN, { ...fields, layers: place + records });
  layers.forEach((layer, index) => {
    const weights = place + parameters + layer.weights;
    const biases = place + parameters + layer.biases;
    writeRecord(view, place + records + index * LAYER.bytes, LAYER, { ...layer, weights, biases });
  });
  const first = layers[0];
  const last = layers[layers.length - 1];
  resident.inputs = new Float32Array(buffer, fields.batchInputs, rows * first.inputs);
  resident.outputs = new Float32Array(buffer, last.activations, rows * last.outputs);
  resident.answers = new Int32Array(buffer, fields.answers, rows);
  resident.place = place;
  resident.generation = home.generation;
  return new Float32Array(buffer, place + parameters, parameterBytes / 4);
}

/** A place for a network's block. */
function roomFor(home: Residence, { name, places }: Resident, beyond: number): number {
  const { memory } = home.core;
  const start = Math.max(home.start, places.sharedEnd);
  if (start > home.start || home.end + places.bytes + beyond > memory.buffer.byteLength) {
    const needed = start + places.bytes + beyond;
    // Growing detaches all views, so it comes in large steps, and all networks are evicted.
    makeRoom(home.core, Math.max(needed, Math.min(2 * memory.buffer.byteLength, MOST_BYTES)), name);
    evictAll(home, start);
  }
  const place = home.end;
  home.end += places.bytes;
  return place;
}

/** Evicts all networks. The part that they share ends at `start` from now on. */
function evictAll(home: Residence, start: number): void {
  home.start = start;
  home.end = start;
  home.generation += 1;
}
