// Globals that a platform may lack: they are read when they are needed, and an error names one that is missing; and work that is due by its
// clock now and then, and must not take much of the time.
import { StateError } from './errors.js';
import { wording } from './wording.js';

/** A class of the platform. Throws a {@link StateError} where there is none. */
export function needed<Name extends 'TextDecoder' | 'TextEncoder'>(name: Name): (typeof globalThis)[Name] {
  const platform: Partial<typeof globalThis> = globalThis;
  const found = platform[name];
  if (found !== undefined) return found;
  const remedy = `Set globalThis.${name} before, for example to that of a polyfill; Node and current browsers have it.`;
  throw new StateError(wording(name, 'a platform that has it', 'one that does not', remedy));
}

/** Milliseconds since some moment, monotonic where the platform has such a clock. */
export function now(): number {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

/** Writes a warning to the console, if there is one. */
export function warn(message: string): void {
  if (typeof console !== 'undefined') console.warn(message);
}

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
