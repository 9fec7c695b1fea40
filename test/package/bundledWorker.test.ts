// A page and its module worker, built by Vite from the packed package: the worker trains, to the bits of Node.
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { installPackage } from './pack.js';

const executablePath = findChromium();
const project = installPackage({ type: 'module' });

project.write(
  'training.js',
  `import { adam, Network, relu, softmax, train } from 'glassbox-nn';
   import { toJson } from 'glassbox-nn/formats';
   import { sampleDigits } from 'glassbox-nn/sample-digits';
   export function trained() {
     const network = new Network([784, 16, 10], { hidden: relu, output: softmax });
     train(network, sampleDigits().train, { optimizer: adam(), epochs: 2 });
     return toJson(network);
   }`,
);
project.write('program.js', `import { trained } from './training.js';\nprocess.stdout.write(trained());`);
project.write('worker.js', `import { trained } from './training.js';\nonmessage = () => postMessage(trained());`);
project.write(
  'page.js',
  `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
   worker.onmessage = ({ data }) => { document.body.textContent = data; };
   worker.onerror = ({ message }) => { document.body.textContent = 'failed: ' + message; };
   worker.postMessage('begin');`,
);
project.write('index.html', '<!doctype html><title>Page</title><body><script type="module" src="/page.js"></script>');

it.skipIf(executablePath === undefined)('a worker that a bundler built trains to the same bits', async () => {
  const site = { root: project.folder, configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
  await build({ ...site, build: { outDir: join(project.folder, 'site') } });
  const server = await preview({
    ...site,
    build: { outDir: join(project.folder, 'site') },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await chromium.launch({ executablePath: executablePath as string, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] as string);
    await expect.poll(() => page.locator('body').textContent(), { timeout: 30_000 }).not.toBe('');
    expect(await page.locator('body').textContent()).toBe(project.run('program.js'));
  } finally {
    await browser.close();
    await server.close();
  }
});
