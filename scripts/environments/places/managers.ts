// pnpm, whose packages see only what they ask for, and Yarn without a node_modules folder.
import type { Environment } from '../environment.js';
import { MODULE } from '../programText.js';
import type { Project } from '../project.js';
import { packages, VERSIONS } from '../versions.js';

/** A project inside of the project, which the package manager alone has set up. */
function writeInner(project: Project, manifest: object = {}): string {
  const dependencies = { 'glassbox-nn': `file:${project.tarball}` };
  project.write(
    'inner/package.json',
    JSON.stringify({ name: 'inner', private: true, type: 'module', dependencies, ...manifest }),
  );
  project.write('inner/program.js', `${MODULE}\nconsole.log(await program());`);
  return project.path('inner');
}

export const pnpm: Environment = {
  packages: packages('pnpm'),
  places: {
    async 'without hoisting'(project) {
      const folder = writeInner(project);
      project.write('inner/pnpm-workspace.yaml', 'hoist: false\n');
      const command = [project.path('node_modules/pnpm/bin/pnpm.cjs'), '--dir', folder];
      await project.node(...command, 'install', '--store-dir', project.path('store'));
      return project.node(...command, 'exec', 'node', 'program.js');
    },
  },
};

export const yarn: Environment = {
  packages: packages('@yarnpkg/cli-dist'),
  places: {
    async "Plug'n'Play"(project) {
      const folder = writeInner(project, { packageManager: `yarn@${VERSIONS['@yarnpkg/cli-dist']}` });
      project.write('inner/yarn.lock', '');
      project.write(
        'inner/.yarnrc.yml',
        'nodeLinker: pnp\npnpMode: strict\nenableGlobalCache: false\nenableImmutableInstalls: false\n',
      );
      const command = [project.path('node_modules/@yarnpkg/cli-dist/bin/yarn.js'), '--cwd', folder];
      await project.node(...command, 'install');
      return project.node(...command, 'node', 'program.js');
    },
  },
};
