// A work on both backends, one after the other.
import { expect } from 'vitest';
import { on } from '../support/backends.js';

/** Expects that a work comes to the same on both backends, and returns what. */
export function onBoth<Result>(work: () => Result): Result {
  const [core, reference] = [on('webassembly', work), on('javascript', work)];
  expect(core).toEqual(reference);
  return core;
}
