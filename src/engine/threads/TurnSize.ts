// How much to ask of threads at a time: turns long enough that messages cost nothing, short enough that one can stop.

/** Milliseconds of a turn. */
const TURN = 16;

/** How much fills a turn, learnt from the turns before. */
export interface TurnSize {
  /** What the next turn should hold, in whatever is counted. */
  amount: number;
}

/** Takes in that `amount` took so many milliseconds. From one turn to the next it grows eightfold at most. */
export function learnTurnSize(turnSize: TurnSize, amount: number, milliseconds: number): void {
  const fitting = (amount * TURN) / Math.max(milliseconds, TURN / 8);
  turnSize.amount = Math.max(1, Math.floor(fitting));
}
