// Turns of the event loop while a file is read, however many parts it has.
import { giveWay } from '../../support/giveWay.js';

/** Work between two turns, in symbols of deflate: some milliseconds. */
const TURN = 2 ** 17;

/** Counts the work on one file, and gives way when there was enough of it. Small parts add up. */
export class Turns {
  /** Work up to the next turn. */
  left = TURN;

  /** Counts work that was done. */
  async spend(work: number): Promise<void> {
    this.left -= work;
    if (this.left > 0) return;
    await giveWay();
    this.left = TURN;
  }
}
