// Spoilt files, for the readers: some for each in turn, as long as there is time.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Host } from './host/Host.js';
import { spoilt } from './mutations.js';
import type { Target } from './targets.js';

/** Files in a row for one reader, before the next has its turn. */
const TURN = 200;

/** Spoils files up to a time; true if a reader did not take one as it should. Prints how many files each had, and how many it read. */
export async function spoilAll(host: Host, chosen: readonly Target[], first: number, end: number): Promise<boolean> {
  const counts = new Map(chosen.map(({ name }) => [name, { files: 0, read: 0 }]));
  let failed = false;
  for (let seed = first; Date.now() < end && !failed; seed++) {
    for (const target of chosen) {
      const count = counts.get(target.name) as { files: number; read: number };
      failed = (await turn(host, target, seed, count)) || failed;
    }
  }
  console.table(Object.fromEntries(counts));
  return failed;
}

/** Gives a reader some files; true if one of them was not taken as it should be. */
async function turn(
  host: Host,
  { name, ...files }: Target,
  seed: number,
  count: { files: number; read: number },
): Promise<boolean> {
  const property = fc.asyncProperty(spoilt(files), async (bytes) => {
    count.files++;
    const { fault, taken } = await host.run({ kind: 'file', reader: name, bytes });
    if (fault !== undefined) throw new Error(fault);
    if (taken) count.read++;
  });
  const result = await fc.check(property, { seed, numRuns: TURN, endOnFailure: false });
  if (!result.failed) return false;
  const [bytes] = result.counterexample as [Uint8Array];
  const folder = join(import.meta.dirname, '../../test/corpus', name);
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.bin`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  console.error(`${name}, seed ${seed}: ${result.errorInstance}\nThe file is ${path}.`);
  return true;
}
