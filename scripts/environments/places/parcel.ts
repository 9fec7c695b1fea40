// Parcel as it is without any settings: it does not read the package's `exports`.
import type { Environment } from '../environment.js';
import { resultOfPage, serve } from '../page.js';
import { pageFiles } from '../pageFiles.js';
import { packages } from '../versions.js';

export const parcel: Environment = {
  packages: packages('parcel'),
  async prepare(project) {
    pageFiles(project);
    const page = (script: string) => `<!doctype html><p id="result"></p><script type="module" src="${script}"></script>`;
    project.write('index.html', page('page.js'));
    project.write('worker.html', page('workerPage.js'));
    await project.node(
      'node_modules/parcel/lib/bin.js',
      'build',
      'index.html',
      'worker.html',
      '--dist-dir',
      'built',
      '--no-cache',
    );
  },
  places: {
    page: async (project) => resultOfPage(await serve(project, 'built')),
    worker: async (project) => resultOfPage(`${await serve(project, 'built')}worker.html`),
  },
};
