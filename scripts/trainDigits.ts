// `npm run train:digits`: makes the two networks of `glassbox-nn/digits` again, each on a processor core of its own, and packs
// their weights into the package. They come from one seed, to the same bits on every machine: it says whether anything changed,
// and with `-- --check` a change is a fault.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 0;
const KINDS = ['classic', 'default'] as const;
const FOLDER = 'build/digits';

const root = join(import.meta.dirname, '..');
const began = performance.now();
const changed = await Promise.all(KINDS.map(train));
console.log(`${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
if (process.argv.includes('--check') && changed.includes(true)) process.exit(1);

/** Trains one network and packs it. True if its weights are others than before. */
async function train(kind: (typeof KINDS)[number]): Promise<boolean> {
  const weights = join(root, `src/digits/weights/${kind}Weights.ts`);
  const before = readFileSync(weights, 'utf8');
  await run('examples/accuracy/index.ts', kind, '--seeds', `${SEED}`, '--save', FOLDER);
  const network = `${FOLDER}/${kind}-${SEED}.json`;
  await run('scripts/buildWeights.ts', kind, network);
  const hash = createHash('sha256')
    .update(readFileSync(join(root, network)))
    .digest('hex');
  const isNew = readFileSync(weights, 'utf8') !== before;
  console.log(`${kind}: sha256 ${hash}, ${isNew ? 'other weights than before' : 'the weights that were packed before'}`);
  return isNew;
}

/** Runs a TypeScript program of this repository; rejects if it fails. */
function run(program: string, ...options: string[]): Promise<void> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, program, ...options], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}
