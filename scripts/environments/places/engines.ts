// Deno, which reads node_modules here, and Bun: programs of their own.
import { existsSync } from 'node:fs';
import { type Environment, NotHere } from '../environment.js';
import { MODULE } from '../programText.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';

/** The path of a binary that a package for this platform brings. */
export function binary(project: Project, ...candidates: readonly string[]): string {
  const found = candidates.map((candidate) => project.path('node_modules', candidate)).find(existsSync);
  if (found === undefined) throw new NotHere(`its packages have no binary for ${process.platform} on ${process.arch}`);
  return found;
}

const platform = `${process.platform}-${process.arch}`;

export const deno: Environment = {
  packages: packages('deno'),
  async prepare(project) {
    project.write('program.mjs', `${MODULE}\nconsole.log(await program());`);
  },
  places: {
    'run, without permissions'(project) {
      const suffixes = ['-glibc', ''];
      const path = binary(project, ...suffixes.flatMap((suffix) => [`@deno/${platform}${suffix}/deno`]));
      return project.run(path, ['run', '--no-prompt', '--cached-only', 'program.mjs']);
    },
  },
};

export const bun: Environment = {
  packages: packages('bun'),
  async prepare(project) {
    project.write('program.mjs', `${MODULE}\nconsole.log(await program());`);
  },
  places: {
    run: (project) => project.run(binary(project, `@oven/bun-${platform}/bin/bun`), ['run', 'program.mjs']),
  },
};
