// webpack and Rspack, which is set up in the same way: a page and a program of Node.
import type { Environment } from '../environment.js';
import { resultOfPage, serve } from '../page.js';
import { pageFiles } from '../pageFiles.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';

/** Builds both bundles by the interface that both bundlers have, and says where one complains. */
const BUILD = (bundler: string) => `import bundler from '${bundler}';
import { resolve } from 'node:path';
const build = (entry, target, filename) => new Promise((done, failed) => {
  const options = { mode: 'production', entry, target, output: { path: resolve('built'), filename }, performance: false };
  bundler(options, (error, stats) => (error ? failed(error) : stats.hasErrors() ? failed(stats.toString()) : done()));
});
await build('./page.js', 'web', 'page.js');
await build('./run.js', 'node', 'run.cjs');`;

function environment(name: 'webpack' | '@rspack/core', importing: string): Environment {
  return {
    packages: packages(name),
    async prepare(project: Project) {
      pageFiles(project);
      project.write('built/index.html', '<!doctype html><p id="result"></p><script src="page.js"></script>');
      project.write('build.mjs', BUILD(name).replace('import bundler', `import ${importing}`));
      await project.node('build.mjs');
    },
    places: {
      page: async (project) => resultOfPage(await serve(project, 'built')),
      'bundle for Node': (project) => project.node('built/run.cjs'),
    },
  };
}

export const webpack = environment('webpack', 'bundler');
export const rspack = environment('@rspack/core', '{ rspack as bundler }');
