// Makes one file of plain JavaScript of a program of the repository, which starts at once where tsx compiles each source first.
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Bundles a program with the sources of the library, and leaves the packages of others to Node.
 *
 * @param entry - The program, inside of the repository.
 * @param outfile - Where the file goes: inside of the repository too, where the packages of others are found.
 * @returns `outfile`.
 */
export function bundleProgram(entry: string, outfile = join(root, 'build/programs', `${basename(entry, '.ts')}.mjs`)): string {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  return outfile;
}
