// A page with a worker, in TypeScript, built by Vite from the packed package: the worker trains to the same bits as a program of Node.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { PROGRAM } from './bundledProgram.js';
import { installPackage } from './pack.js';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

const project = installPackage({ type: 'module' });
project.write('index.html', '<!doctype html><body><script type="module" src="/page.ts"></script>');
project.write(
  'page.ts',
  `const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }: MessageEvent<string>) => {
  document.body.dataset.result = data;
};
`,
);
project.write('worker.ts', `${PROGRAM}postMessage(result + ' ' + typeof document);`);
project.write('program.js', `${PROGRAM}console.log(result);`);

it('a module worker of a page that Vite built comes to the bits of Node', async () => {
  await build({ root: project.folder, configFile: false, logLevel: 'error', worker: { format: 'es' } });
  const files = join(project.folder, 'dist');
  const server = createServer(({ url = '/' }, response) => {
    const name = url === '/' ? '/index.html' : url;
    try {
      response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain').end(readFileSync(join(files, name)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const body = page.locator('body[data-result]');
    const result = await body.getAttribute('data-result', { timeout: 200_000 }).catch(() => null);
    expect(complaints).toEqual([]);
    expect(result).toBe(`${project.run('program.js').trim()} undefined`);
  } finally {
    await browser.close();
    server.close();
  }
});
