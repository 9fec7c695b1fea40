// Globals that a platform may lack. They are read when they are needed, and an error names one that is missing.
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
