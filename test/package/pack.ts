// The package as its users get it: packed by npm, and installed into a project of its own.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { runProgram } from './runProgram.js';

export const root = join(import.meta.dirname, '../..');

/** A temporary project that has the packed package installed. */
export interface Project {
  /** Its folder. */
  readonly folder: string;
  /** Writes a file into it. */
  write(name: string, text: string): void;
  /** Runs a program of Node in it, and returns what it printed. */
  run(...parts: readonly string[]): string;
}

/** A new project with the package as packOnce.ts installed it; removed again when the tests of the file are done. */
export function installPackage(manifest: object): Project {
  const folder = mkdtempSync(join(tmpdir(), 'glassbox-nn-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(inject('installed'), folder, { recursive: true });
  const project: Project = {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    run: (...parts) => runProgram(process.execPath, parts, { cwd: folder }),
  };
  project.write('package.json', JSON.stringify({ name: 'user', private: true, ...manifest }));
  return project;
}

/** The path of a program that comes with the repository, as `typescript/bin/tsc`. */
export function tool(path: string): string {
  return join(root, 'node_modules', path);
}
