// `npm run test:kills -- --kills 200 --seed 1`: kills a training at as many random moments, and prints what came of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killMany } from '../test/node/kills.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: `${Date.now() % 1_000_000}` } },
});
console.log(`seed ${values.seed}`);
const folder = mkdtempSync(join(tmpdir(), 'glassbox-nn-'));
try {
  const { killed, resumed, expected, ends, left } = await killMany(Number(values.kills), folder, Number(values.seed));
  const wrong = ends.filter((end) => end !== expected);
  console.log(`${killed} killed, ${resumed} of them after they had gone on from a checkpoint`);
  console.log(`${ends.length - wrong.length} of ${ends.length} trainings came to the bits of one that was never stopped`);
  console.log(`${left.length} files left`);
  for (const end of wrong) console.log(`expected ${expected}\ngot      ${end}`);
  if (wrong.length > 0 || left.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
