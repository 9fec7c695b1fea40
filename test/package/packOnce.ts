// Runs once before the tests of the package: packs `dist/` by npm, and installs it offline into a project of its own.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runProgram } from './runProgram.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project that has the packed package installed. */
    readonly installed: string;
  }
}

const root = join(import.meta.dirname, '../..');

export default function setup({ provide }: TestProject): () => void {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('There is no dist/: run npm run build first.');
  const folder = mkdtempSync(join(tmpdir(), 'glassbox-nn-'));
  npm(root, 'pack', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true }));
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`);
  provide('installed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

function npm(folder: string, ...parts: readonly string[]): void {
  runProgram('npm', parts, { cwd: folder, shell: process.platform === 'win32' });
}
