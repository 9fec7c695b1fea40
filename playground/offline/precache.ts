// Makes the built site work offline: lists its files, and writes the service worker that keeps them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** What the worker is called; it is not among the files it keeps. */
const WORKER = 'service-worker.js';

/** All files in a folder, as addresses relative to it, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((file) => file !== WORKER && !file.endsWith('.map'))
    .sort();
}

/** The worker's text: its version is a hash of all names and contents, so that a site that has not changed keeps its cache. */
export function workerFor(folder: string): string {
  const files = filesIn(folder);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  const source = readFileSync(join(import.meta.dirname, 'serviceWorker.js'), 'utf8');
  return `const VERSION = '${hash.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(['./', ...files])};\n${source}`;
}

/** Writes the worker when all else is written. */
export function precache(): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    writeBundle({ dir = '' }) {
      writeFileSync(join(dir, WORKER), workerFor(dir));
    },
  };
}
