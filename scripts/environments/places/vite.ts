// Vite: a page and its worker, as built and as served while one develops.
import type { Environment } from '../environment.js';
import { freePort, resultOfPage, serve } from '../page.js';
import { pageFiles } from '../pageFiles.js';
import { packages } from '../versions.js';

export const vite: Environment = {
  packages: packages('vite'),
  async prepare(project) {
    pageFiles(project);
    const page = (script: string) => `<!doctype html><p id="result"></p><script type="module" src="/${script}"></script>`;
    project.write('index.html', page('page.js'));
    project.write('worker.html', page('workerPage.js'));
    const input = `['index.html', 'worker.html']`;
    project.write(
      'vite.config.js',
      `export default { worker: { format: 'es' }, build: { outDir: 'built', rolldownOptions: { input: ${input} } } };`,
    );
    await project.node('node_modules/vite/bin/vite.js', 'build');
  },
  places: {
    'page, built': async (project) => resultOfPage(await serve(project, 'built')),
    'worker, built': async (project) => resultOfPage(`${await serve(project, 'built')}worker.html`),
    async 'worker, while developing'(project) {
      const port = await freePort();
      const command = ['node_modules/vite/bin/vite.js', '--port', `${port}`, '--host', '127.0.0.1', '--strictPort'];
      await project.start(process.execPath, command, /ready in/);
      return resultOfPage(`http://127.0.0.1:${port}/worker.html`);
    },
  },
};
