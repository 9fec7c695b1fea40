// Does ordinary work again and again, each time by a library that is loaded where some globals are missing, and prints what came of
// it: `node withoutGlobals.mjs ordinaryWork.mjs`.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { Network } from 'glassbox-nn';
import { toOnnx, toSafetensors } from 'glassbox-nn/formats';
import { EVERY_TYPE } from '../data/numpy/files.js';
import type { Files, Outcome } from './ordinaryWork.js';

/** What came of all work without a global of that name; where `none` and where `all` were missing. */
export type Outcomes = Record<string, Record<string, Outcome>>;

const network = new Network([2, 3, 2], { classNames: ['née', 'morte'] });
const files: Files = {
  gzip: new Uint8Array(gzipSync(Uint8Array.of(1, 2, 3))),
  npy: npyOf("{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }", Uint8Array.of(1, 2, 3)),
  npz: new Uint8Array(Buffer.from(EVERY_TYPE, 'base64')),
  onnx: toOnnx(network),
  safetensors: toSafetensors(network),
};

function npyOf(header: string, numbers: Uint8Array): Uint8Array {
  const text = header.padEnd(117, ' ').concat('\n');
  const magic = [0x93, ...Buffer.from('NUMPY'), 1, 0, text.length, 0];
  return Uint8Array.from([...magic, ...Buffer.from(text), ...numbers]);
}

/** The globals that are no part of the language, and those of it that some engines lack; but for Node's own names of itself. */
function lackable(): string[] {
  const language: string[] = runInContext('Object.getOwnPropertyNames(globalThis)', createContext({}));
  const own = ['process', 'Buffer', 'global'];
  const platform = Object.getOwnPropertyNames(globalThis).filter((name) => !language.includes(name) && !own.includes(name));
  return [
    ...new Set([
      ...platform,
      'WebAssembly',
      'SharedArrayBuffer',
      'Atomics',
      'WeakRef',
      'FinalizationRegistry',
      'Intl',
      'console',
    ]),
  ];
}

const library = pathToFileURL(process.argv[2] as string).href;
let loaded = 0;

async function doWithout(names: readonly string[]): Promise<Record<string, Outcome>> {
  const kept = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) delete (globalThis as Record<string, unknown>)[name];
  try {
    loaded += 1;
    const { doWork } = await import(`${library}?${loaded}`);
    return await doWork(files);
  } finally {
    for (const [name, descriptor] of kept) if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  }
}

// One after another those that the program mentions, and in the end all of them at once.
const names = lackable();
const program = readFileSync(process.argv[2] as string, 'utf8');
const mentioned = names.filter((name) => new RegExp(`\\b${name}\\b`).test(program));
const outcomes: Outcomes = { none: await doWithout([]) };
for (const name of mentioned) outcomes[name] = await doWithout([name]);
outcomes.all = await doWithout(names);
process.stdout.write(JSON.stringify(outcomes));
