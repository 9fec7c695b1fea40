// How much of a work a run does: all of it, or for a slow side as much as fits into the time, which is then scaled up.
import { EPOCH, MANY, type Work } from './works.js';

/** The first try of a side that may be very slow. */
export const TASTE: Record<Work['kind'], number> = { training: 640, one: 100, many: 100 };

/** Shares of the whole that a slow side is given. */
const SHARES = [1, 1 / 2, 1 / 5, 1 / 10, 1 / 20, 1 / 50, 1 / 100];

/** A run that takes up to so many times the wanted seconds is not shortened. */
const SLACK = 1.5;

/** The amount whose run takes about `seconds`, when one image or call takes `each` seconds. */
export function amountFor({ kind }: Work, each: number, seconds: number): number {
  const whole = kind === 'training' ? EPOCH : MANY;
  if (kind === 'one') return Math.max(10, Number((seconds / each).toPrecision(1)));
  const share = SHARES.find((part) => whole * part * each <= seconds * SLACK) ?? 1 / 100;
  if (share < 1 || kind === 'training') return whole * share;
  // A short call is made again and again.
  return whole * Math.max(1, Math.floor(seconds / (whole * each)));
}

/** What a run of `seconds` says in the unit of its table. */
export function inUnit({ kind }: Work, amount: number, seconds: number): number {
  if (kind === 'training') return (seconds / amount) * EPOCH;
  return kind === 'one' ? (seconds / amount) * 1e6 : amount / seconds;
}
