// The arguments of a turn for threads, and its results, in the memory they share: see ../assembly/turn.ts.
import type { CorePlan } from '../CorePlan.js';
import { PLAN, PORTION } from '../planFields.js';
import { MOST_CONSTANTS, MOST_PORTIONS } from '../planPlaces.js';
import { writeRecord } from '../record.js';

/** Some examples of a batch; with its last ones, the update. */
export interface Portion {
  /** Its first place in the order, and the place after its last. */
  readonly from: number;
  readonly to: number;
  /** 1 / examples of the batch where this is its last portion, otherwise 0. */
  readonly share: number;
  /** The constants of the update. */
  readonly constants: readonly number[];
}

/** How far a portion came. */
export const OUTCOME = { none: 0, done: 1, sumsOverflowed: 2, updateOverflowed: 3 };

/** Writes the portions of the next turn. */
export function writeTurn({ core, view, placed }: CorePlan, portions: readonly Portion[]): void {
  const turn = placed.fields.turn;
  const numbers = turn + MOST_PORTIONS * PORTION.bytes;
  portions.forEach(({ constants, ...portion }, index) => {
    const place = numbers + index * MOST_CONSTANTS * 4;
    new Float32Array(core.memory.buffer, place, constants.length).set(constants);
    writeRecord(view, turn + index * PORTION.bytes, PORTION, { ...portion, constants: place });
  });
  view.setUint32(placed.place + PLAN.fields.portions.offset, portions.length, true);
}

/** The outcome of a portion, and the counts of its batch so far. */
export function readPortion({ view, placed }: CorePlan, index: number): { cost: number; right: number; outcome: number } {
  const place = placed.fields.turn + index * PORTION.bytes;
  const { cost, right, outcome } = PORTION.fields;
  return {
    cost: view.getFloat64(place + cost.offset, true),
    right: view.getFloat64(place + right.offset, true),
    outcome: view.getUint32(place + outcome.offset, true),
  };
}
