// When to do work that is due now and then, and must not take much of the time.
import { now } from './platform.js';

/** The least milliseconds between two times, and the least multiple of what the work takes. */
const INTERVAL = 100;
const PAUSE = 20;

/** When it is due. */
export interface Rhythm {
  /** By `now`. */
  next: number;
}

/** Does the work if it is due: ten times a second at the most, and in no more than a twentieth of the time. */
export function whenDue(rhythm: Rhythm, work: () => void): void {
  const began = now();
  if (began < rhythm.next) return;
  work();
  putOff(rhythm, began);
}

/** Puts off the next time, after work that has just ended: by so many milliseconds at least, and by twenty times what it took. */
export function putOff(rhythm: Rhythm, began: number, interval = INTERVAL): void {
  const ended = now();
  rhythm.next = ended + Math.max(interval, PAUSE * (ended - began));
}
