// Runs programs that stand in the documentation, each in a process of its own, as its reader does.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** What a program prints, and the picture it writes. */
export interface ProgramRun {
  readonly output: string;
  /** The text of an SVG file; empty where the program is not asked for one. */
  readonly picture: string;
}

/**
 * Bundles all programs at once, since each then starts in a tenth of the time that compiling the library takes, and runs them in turn.
 *
 * @param codes - The code of each program, which imports the library by its name.
 * @param draws - Whether each is asked for a picture, by the path of its file as the only argument; all are, if left out.
 */
export function runPrograms(codes: readonly string[], draws: readonly boolean[] = codes.map(() => true)): ProgramRun[] {
  // Inside of the repository, where the names of the doors and the packages of others are found.
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, 'build', 'programs-'));
  const nameOf = (index: number) => join(folder, `program${index}`);
  try {
    for (const [index, code] of codes.entries()) writeFileSync(`${nameOf(index)}.ts`, code);
    buildSync({
      entryPoints: codes.map((_, index) => `${nameOf(index)}.ts`),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.json'),
      logLevel: 'error',
    });
    return codes.map((_, index) => {
      const path = `${nameOf(index)}.svg`;
      const words = draws[index] ? [path] : [];
      const output = execFileSync(process.execPath, [`${nameOf(index)}.mjs`, ...words], { cwd: root, encoding: 'utf8' });
      return { output, picture: draws[index] ? readFileSync(path, 'utf8') : '' };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
