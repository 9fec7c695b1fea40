// Trainings by threads that are stopped at every kind of moment (cases 141 to 143).
import { expect, it } from 'vitest';
import { askFor } from '../support/backends.js';
import { stopMany } from './stops.js';

// Without the core there is nothing that threads could share.
askFor('webassembly');

it('stopped a hundred times, they leave threads and data that work, and come to the bits of one that never was (cases 141 to 143)', async () => {
  const seed = Date.now() % 1_000_000;
  const { stopped, ended, faults } = await stopMany(100, seed);
  expect(faults, `seed ${seed}`).toEqual([]);
  expect(ended).toBeGreaterThan(20);
  // Every kind of moment came up.
  for (const count of Object.values(stopped)) expect(count).toBeGreaterThan(0);
});
