// The sources of a page, of a worker and of a program of Node, as bundlers take them.

import { MODULE } from './programText.js';
import type { Project } from './project.js';

/** Writes `program.js`, and `page.js`, `worker.js` and `run.js`, which run it in their places. A page shows what came of it in `#result`. */
export function pageFiles(project: Project): void {
  project.write('program.js', MODULE);
  project.write(
    'page.js',
    `import { program } from './program.js';
program().then((text) => {
  document.querySelector('#result').textContent = text;
});`,
  );
  project.write('worker.js', `import { program } from './program.js';\nprogram().then((text) => postMessage(text));`);
  project.write(
    'workerPage.js',
    `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => {
  document.querySelector('#result').textContent = data;
};`,
  );
  project.write('run.js', `import { program } from './program.js';\nprogram().then((text) => console.log(text));`);
}
