// The size of a turn of threads: long enough that messages cost nothing, short enough that a signal stops it soon.

/** Milliseconds of a turn. */
const TURN = 16;

/** The size of the next turn, learnt from the turns before. */
export interface TurnSize {
  /** How many portions, or multiplications and additions. */
  amount: number;
}

/** Adapts the size of the next turn, by the time that a turn of `amount` took. It grows at most eightfold from turn to turn. */
export function learnTurnSize(turnSize: TurnSize, amount: number, milliseconds: number): void {
  const fitting = (amount * TURN) / Math.max(milliseconds, TURN / 8);
  turnSize.amount = Math.max(1, Math.floor(fitting));
}
