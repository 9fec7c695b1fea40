// A training that is killed at any moment goes on to the bits of one that never was (case 132).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kills, killMany } from './kills.js';

let folder = '';
let seen: Kills;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-nn-'));
  seen = await killMany(20, folder, Date.now() % 1_000_000);
});

afterAll(() => rm(folder, { recursive: true }));

it('killed twenty times, mostly in its middle, it comes to the same end (case 132)', () => {
  expect(seen.killed).toBe(20);
  expect(seen.resumed).toBeGreaterThan(4);
  expect(seen.expected).toMatch(/^end [0-9a-f]{8} \[\{"epoch":1,/);
  for (const end of seen.ends) expect(end).toBe(seen.expected);
  // More where a training came to its end before it was killed.
  expect(seen.ends.length).toBeGreaterThanOrEqual(3);
});

it('what is left of files that it was writing is removed by the next save', () => {
  expect(seen.left).toEqual([]);
});
