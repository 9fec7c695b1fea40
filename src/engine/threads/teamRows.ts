// Predictions by threads: each thread takes some rows, and more until none are left.
import { type Core, compileCore, makeRoom } from '../core.js';
import { keepCore, takeCore } from '../idleCores.js';
import { LAYER, PLAN, ROWS } from '../planFields.js';
import { refuseInputs } from '../predictorChecks.js';
import { Places, writeRecord } from '../record.js';
import type { Resident } from '../resident.js';
import { CASES, SHARED } from '../residentPlaces.js';
import type { Team, Threads } from './Threads.js';

/** Multiplications and additions of a turn, and bytes of its inputs at the most. */
const TURN_WORK = 500_000_000;
const TURN_BYTES = 8_388_608;

/** Turns that are under way: while threads do one, the inputs of the next are copied. */
const SLOTS = 2;

/** The places of the memory. */
interface RowsPlaces {
  /** Rows of a turn. */
  readonly rows: number;
  /** For each thread, the distance of its scratch from the predictor's places. */
  readonly scratch: readonly number[];
  readonly parameters: number;
  readonly records: number;
  readonly plans: number;
  readonly table: number;
  readonly slots: readonly { readonly place: number; readonly inputs: number; readonly outputs: number }[];
  readonly end: number;
}

/**
 * Writes the outputs of many inputs.
 *
 * @param inputs - [count, inputs]
 * @param out - [count, outputs], overwritten.
 * @throws {@link NumericError} for an input that is not finite, {@link StateError} if a thread dies, {@link LimitError} if there is
 * no room: the promise is rejected.
 */
export async function teamRows(
  threads: Threads,
  resident: Resident,
  inputs: Float32Array,
  count: number,
  out: Float32Array,
): Promise<void> {
  const places = placeRows(resident, threads.count, count);
  const core = takeCore(true);
  makeRoom(core, places.end, resident.name);
  writeNetwork(core, resident, places, threads.count);
  const team = threads.open(compileCore(true), core.memory);
  try {
    await runTurns(core, team, places, { inputs, count, out });
    keepCore(core, true);
  } finally {
    // The threads close it after the turns that have begun.
    team.close();
  }
}

function placeRows({ places }: Resident, threads: number, count: number): RowsPlaces {
  const { sharedEnd, parameterBytes, layers } = places;
  const { inputs } = layers[0];
  const { outputs } = layers[layers.length - 1];
  const most = Math.min(TURN_WORK / (parameterBytes / 4), TURN_BYTES / (inputs * 4));
  const rows = Math.min(count, Math.max(1, Math.floor(most / places.rows / threads)) * places.rows * threads);
  const room = new Places(SHARED);
  return {
    rows,
    scratch: Array.from({ length: threads }, () => room.take(sharedEnd - SHARED) - SHARED),
    parameters: room.take(parameterBytes),
    records: room.take(LAYER.bytes * layers.length * threads),
    plans: room.take(PLAN.bytes * threads),
    table: room.take(4 * threads),
    slots: Array.from({ length: SLOTS }, () => ({
      place: room.take(ROWS.bytes),
      // The core reads some numbers beyond the last.
      inputs: room.take(rows * inputs * 4 + 64),
      outputs: room.take(rows * outputs * 4),
    })),
    get end() {
      return room.end;
    },
  };
}

/** Writes the parameters once, and a plan for each thread. */
function writeNetwork({ memory, exports }: Core, { places, packed }: Resident, room: RowsPlaces, threads: number): void {
  const view = new DataView(memory.buffer);
  const { fields, layers } = places;
  exports.writeCases(CASES);
  new Float32Array(memory.buffer, room.parameters, packed.length).set(packed);
  for (let thread = 0; thread < threads; thread++) {
    const ahead = room.scratch[thread];
    const moved = <Name extends string>(record: { readonly [N in Name]?: number }, names: readonly Name[]) =>
      Object.fromEntries(names.map((name) => [name, (record[name] ?? 0) + ahead]));
    const records = room.records + thread * layers.length * LAYER.bytes;
    layers.forEach((layer, index) => {
      const own = moved(layer, ['weightedSums', 'activations', 'nextInputs']);
      const weights = room.parameters + layer.weights;
      const biases = room.parameters + layer.biases;
      writeRecord(view, records + index * LAYER.bytes, LAYER, { ...layer, ...own, weights, biases });
    });
    const plan = room.plans + thread * PLAN.bytes;
    const own = moved(fields, ['inputLists', 'answers', 'scratch']);
    writeRecord(view, plan, PLAN, { ...fields, ...own, layers: records });
    view.setUint32(room.table + 4 * thread, plan, true);
  }
}

interface Work {
  readonly inputs: Float32Array;
  readonly count: number;
  readonly out: Float32Array;
}

/** Copies inputs and outputs, turn by turn. */
async function runTurns({ memory }: Core, team: Team, room: RowsPlaces, { inputs, count, out }: Work): Promise<void> {
  const { buffer } = memory;
  const view = new DataView(buffer);
  const width = inputs.length / count;
  const outputs = out.length / count;
  const begun: { first: number; rows: number; slot: RowsPlaces['slots'][0]; done: Promise<void> }[] = [];

  async function finish(): Promise<void> {
    const turn = begun.shift();
    if (turn === undefined) return;
    await turn.done;
    const { first, rows, slot } = turn;
    if (view.getUint32(slot.place + ROWS.fields.refused.offset, true) !== 0) refuseInputs('inputs', inputs);
    out.set(new Float32Array(buffer, slot.outputs, rows * outputs), first * outputs);
  }

  for (let first = 0; first < count; first += room.rows) {
    if (begun.length === SLOTS) await finish();
    const slot = room.slots[(first / room.rows) % SLOTS];
    const rows = Math.min(room.rows, count - first);
    const part = inputs.subarray(first * width, (first + rows) * width);
    new Float32Array(buffer, slot.inputs, part.length).set(part);
    const { table: plans } = room;
    writeRecord(view, slot.place, ROWS, { ...slot, count: rows, plans, cases: CASES });
    const done = team.call('takeRows', slot.place);
    // A caller that waits for an earlier turn gets the error of a dead thread from that.
    done.catch(() => {});
    begun.push({ first, rows, slot, done });
  }
  while (begun.length > 0) await finish();
}
