// The golden trainings as a program that any engine can run: the built package, and digits from two files.
//
//   node program.js <images> <labels>
//
// Prints one line of JSON: the backend that was found, and for each of both the hashes of every golden training.
import { readFileSync } from 'node:fs';
import { backend } from 'glassbox-nn';
import { askFor, type BackendName } from '../test/support/backends.js';
import { GOLDENS, goldenHashes } from '../test/support/goldens.js';

const [images, labels] = process.argv.slice(2).map((path) => new Uint8Array(readFileSync(path))) as [Uint8Array, Uint8Array];
const found = backend();
const hashes: Partial<Record<BackendName, string[][]>> = {};
for (const name of ['javascript', found.name] as const) {
  askFor(name);
  hashes[name] = GOLDENS.map((golden) => goldenHashes(golden, { images, labels }));
}
console.log(JSON.stringify({ found, hashes }));
