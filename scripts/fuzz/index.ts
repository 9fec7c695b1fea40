// `npm run fuzz`: spoils files of every format and gives them to their readers, for 20 seconds or as long as it is told.
//
//   npm run fuzz -- --seconds 60     npm run fuzz -- --hours 1     npm run fuzz -- --seed 7 --only onnx
//
// What a reader does not take as it should is written to test/corpus/, where the tests read it from then on.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { attack } from './attack.js';
import { spoilt } from './mutations.js';
import { type Target, targets } from './targets.js';

/** Files in a row for one reader, before the next has its turn. */
const TURN = 200;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    hours: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const seconds = values.hours === undefined ? Number(values.seconds) : Number(values.hours) * 3600;
// Another one every time, and printed, so that a run can be had again.
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const chosen = targets.filter(({ name }) => values.only === undefined || name === values.only);
if (!(seconds > 0) || !Number.isInteger(first) || chosen.length === 0) {
  throw new Error(
    `Expected --seconds or --hours above 0, a whole --seed, and --only one of ${targets.map(({ name }) => name).join(', ')}.`,
  );
}

const counts = new Map(chosen.map(({ name }) => [name, { files: 0, read: 0 }]));
const end = Date.now() + seconds * 1000;
console.log(`seed ${first}`);
let failed = false;
for (let seed = first; Date.now() < end && !failed; seed++) {
  for (const target of chosen) failed = (await turn(target, seed)) || failed;
}
console.table(Object.fromEntries(counts));
process.exitCode = failed ? 1 : 0;

/** Gives a reader some files; true if one of them was not taken as it should be. */
async function turn(target: Target, seed: number): Promise<boolean> {
  const count = counts.get(target.name) as { files: number; read: number };
  const property = fc.asyncProperty(spoilt(target), async (bytes) => {
    count.files++;
    if (await attack(target, bytes)) count.read++;
  });
  const result = await fc.check(property, { seed, numRuns: TURN, endOnFailure: false });
  if (!result.failed) return false;
  const [bytes] = result.counterexample as [Uint8Array];
  const folder = join(import.meta.dirname, '../../test/corpus', target.name);
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.bin`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  console.error(`${target.name}, seed ${seed}: ${result.errorInstance}\nThe file is ${path}.`);
  return true;
}
