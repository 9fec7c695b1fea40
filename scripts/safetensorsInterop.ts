// The safetensors package of Hugging Face against ours: which files are taken, and what is in those that we write.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toSafetensors } from '../src/formats/index.js';
import { Network } from '../src/index.js';
import { BREACHES } from '../test/formats/safetensors/specification/breaches.js';
import { type Entry, entriesOf, type MadeFile, madeFile, write } from '../test/formats/safetensors/specification/madeFiles.js';
import { STRICTER } from '../test/formats/safetensors/specification/stricter.js';

const READER = join(import.meta.dirname, '../test/formats/safetensors/fixtures/readFiles.py');
const VALID = 500;
const OF_EACH = 10;

/** The tensors of a file, as the reader prints them; null for one that is refused; undefined where only that it is taken matters. */
type Said = Readonly<Record<string, readonly [dtype: string, shape: readonly number[], hexadecimal: string]>> | null;

interface Sample {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly taken: boolean;
  readonly holds?: Said;
}

/** Throws where the two do not agree as they should. */
export function compareSafetensors(python: string): void {
  const samples = [...validSamples(), ...spoiltSamples(), ownSample()];
  const { version, files } = readByPackage(python, samples);
  for (const [index, { what, taken, holds }] of samples.entries()) {
    const said = files[index] ?? null;
    if ((said !== null) !== taken) throw new Error(`A file with ${what}: expected it ${taken ? 'taken' : 'refused'}.`);
    const [expected, got] = [holds, said].map((tensors) => JSON.stringify(Object.entries(tensors ?? {}).sort()));
    if (holds !== undefined && got !== expected) throw new Error(`A file with ${what}: expected ${expected}, got ${got}.`);
  }
  console.log(`safetensors ${version}: ${samples.length} files are taken or refused as expected, and hold what was written`);
}

const made = (kind: Parameters<typeof madeFile>[0], numRuns: number, seed: number) =>
  fc.sample(fc.tuple(madeFile(kind), fc.nat(1000)), { seed, numRuns });

function validSamples(): Sample[] {
  return made({}, VALID, 1).map(([file]) => ({ what: 'no fault', bytes: write(file), taken: true, holds: holding(file) }));
}

function holding(file: MadeFile): Said {
  const { entries, data } = entriesOf(file);
  return Object.fromEntries(
    file.tensors.map(({ name, dtype, shape }, index) => {
      const [begin, end] = (entries[index] as Entry).offsets.map(Number);
      return [name, [dtype, shape, Buffer.from(data.slice(begin, end)).toString('hex')]];
    }),
  );
}

function spoiltSamples(): Sample[] {
  const follows = STRICTER.map((breach) => ({ ...breach, taken: true }));
  return [...BREACHES, ...follows].flatMap(({ fault, spoil, taken = false }, seed) =>
    made({ fewest: 2, least: 1 }, OF_EACH, seed).map(([file, choice]) => ({ what: fault, bytes: spoil(file, choice), taken })),
  );
}

/** A network of ours. */
function ownSample(): Sample {
  const network = new Network([3, 4, 2]);
  const tensors = network.layers.flatMap(({ inputs, outputs, weights, biases }, index) => [
    [`${2 * index}.weight`, ['F32', [outputs, inputs], Buffer.from(weights.slice().buffer).toString('hex')]],
    [`${2 * index}.bias`, ['F32', [outputs], Buffer.from(biases.slice().buffer).toString('hex')]],
  ]);
  return { what: 'a network', bytes: toSafetensors(network), taken: true, holds: Object.fromEntries(tensors) };
}

function readByPackage(python: string, samples: readonly Sample[]): { version: string; files: Readonly<Record<string, Said>> } {
  const folder = mkdtempSync(join(tmpdir(), 'safetensors-'));
  try {
    for (const [index, { bytes }] of samples.entries()) writeFileSync(join(folder, `${index}`), bytes);
    const { stdout, stderr, status } = spawnSync(python, [READER, folder], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`readFiles.py: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
