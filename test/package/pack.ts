// The package as its users get it: packed by npm, and installed offline into a project of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

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

/** Packs `dist/` and installs it into a new project; removed again when the tests of the file are done. */
export function installPackage(manifest: object): Project {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('There is no dist/: run npm run build first.');
  const folder = mkdtempSync(join(tmpdir(), 'glassbox-nn-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  npm(root, 'pack', '--pack-destination', folder);
  const project: Project = {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    run: (...parts) => attempt(() => execFileSync(process.execPath, parts, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })),
  };
  project.write('package.json', JSON.stringify({ name: 'user', private: true, ...manifest }));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`);
  return project;
}

/** The path of a program that comes with the repository, as `typescript/bin/tsc`. */
export function tool(path: string): string {
  return join(root, 'node_modules', path);
}

function npm(folder: string, ...parts: readonly string[]): void {
  attempt(() =>
    execFileSync('npm', parts, { cwd: folder, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' }),
  );
}

/** Runs it, and puts what it printed into its error. */
function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout: string; stderr: string };
    throw new Error([message, stdout, stderr].join('\n'));
  }
}
