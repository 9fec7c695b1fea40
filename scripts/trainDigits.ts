// `npm run train:digits`: makes the two networks of `glassbox-nn/digits` again, each on a processor core of its own, and packs
// their weights into the package. They come from one seed, to the same bits on every machine: it says whether anything changed.
// With `-- --check` nothing is packed, and a change is a fault.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED = 0;
const KINDS = ['classic', 'default'] as const;
const FOLDER = 'build/digits';
const PACKED = 'src/digits/weights';

const isCheck = process.argv.includes('--check');
const root = join(import.meta.dirname, '..');
const ended = new AbortController();
const began = performance.now();
try {
  const changed = await Promise.all(KINDS.map(train));
  console.log(`${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
  if (isCheck && changed.includes(true)) process.exitCode = 1;
} catch (error) {
  // Where one training fails, the other is of no use.
  ended.abort();
  throw error;
}

/** Trains one network and packs it. True if its weights are others than those in the package. */
async function train(kind: (typeof KINDS)[number]): Promise<boolean> {
  const network = `${FOLDER}/${kind}-${SEED}.json`;
  await run('examples/accuracy/index.ts', kind, '--seeds', `${SEED}`, '--save', FOLDER, '--log', `${FOLDER}/log.txt`);
  await run('scripts/buildWeights.ts', kind, network, '--into', FOLDER);
  const [made, packed] = [FOLDER, PACKED].map((folder) => join(root, folder, `${kind}Weights.ts`)) as [string, string];
  const isNew = readFileSync(made, 'utf8') !== readFileSync(packed, 'utf8');
  if (isNew && !isCheck) copyFileSync(made, packed);
  const hash = createHash('sha256')
    .update(readFileSync(join(root, network)))
    .digest('hex');
  console.log(`${kind}: sha256 ${hash}, ${isNew ? 'other weights than before' : 'the weights that were packed before'}`);
  return isNew;
}

/** Runs a TypeScript program of this repository; rejects if it fails. */
function run(program: string, ...options: string[]): Promise<void> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { signal } = ended;
  const child = spawn(process.execPath, [tsx, program, ...options], { cwd: root, stdio: 'inherit', signal });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}
