// Tables that are made once for a training.
import { Augmenting } from './records';

/** Bytes of a shuffle, and where in it the lanes stand as u16. */
export const SHUFFLE: usize = 32;
export const COLUMNS: usize = 16;

/** Makes the tables and the margins of zeros. */
export function prepare(plan: Augmenting): void {
  memory.fill(plan.scratch, 0, <usize>plan.scratchBytes * plan.threads);
  let place = plan.places;
  for (let row: u32 = 0; row < plan.height; row++) {
    for (let column: u32 = 0; column < plan.width; column++) {
      store<u32>(place, (row + 1) * plan.marginRow + ((column + 1) << 2));
      store<u32>(place, column, 4);
      place += 8;
    }
  }
  for (let mask: u32 = 0; mask < 16; mask++) {
    let bytes = plan.shuffles + mask * SHUFFLE;
    let numbers = bytes + COLUMNS;
    for (let lane: u32 = 0; lane < 4; lane++) {
      if (((mask >> lane) & 1) == 0) continue;
      store<u32>(bytes, 0x03020100 + lane * 0x04040404);
      store<u16>(numbers, <u16>lane);
      bytes += 4;
      numbers += 2;
    }
  }
}
