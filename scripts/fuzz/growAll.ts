// Files that grow, for the readers: every kind once, or as many kinds as there is time for, others each time.
import { checkGiant, checkGrowth } from './growth/check.js';
import { drawsFrom, type Grower } from './growth/Grower.js';
import type { Host } from './host/Host.js';

/** Checks kinds of files up to a time; true if a reader did not take one as it should. Prints how many files of each kind were read. */
export async function growAll(host: Host, kinds: readonly Grower[], seed: number, end: number): Promise<boolean> {
  const draw = drawsFrom(seed);
  const order = kinds.map((kind) => ({ kind, place: draw() })).sort((one, other) => one.place - other.place);
  const counts: Record<string, { files: number; bytes: number; ms: number; MiB: number }> = {};
  let failed = false;
  for (const { kind } of order) {
    if (Date.now() > end) break;
    for (const check of [checkGrowth, checkGiant]) {
      const growth = await check(host, kind, seed);
      if (growth === undefined) continue;
      const largest = growth.answers.at(-1);
      counts[kind.name + (check === checkGiant ? ', giant' : '')] = {
        files: growth.files,
        bytes: largest?.bytes ?? 0,
        ms: Math.round(largest?.time ?? 0),
        MiB: Math.round((largest?.peak ?? 0) / 2 ** 20),
      };
      if (growth.fault === undefined) continue;
      failed = true;
      console.error(`${kind.name}, seed ${seed}: ${growth.fault}`);
    }
  }
  console.table(counts);
  console.log(
    `${Object.keys(counts).length} kinds of files that grow, of ${kinds.length + kinds.filter(({ giant }) => giant).length}`,
  );
  return failed;
}
