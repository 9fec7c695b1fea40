// The recipes in plain JavaScript, with the package as its users get it: a worker of Node, and pages in a real Chromium.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { installPackage, root } from './pack.js';

const project = installPackage({});
const recipe = (name: string) => readFileSync(join(root, 'examples/recipes', name), 'utf8');

/** What docs/recipes.md says that a recipe prints or shows: the first block of text behind the link to it. */
function said(name: string): string {
  const [, behind = ''] = readFileSync(join(root, 'docs/recipes.md'), 'utf8').split(`(../examples/recipes/${name})`);
  return /```text\n(.*?)```/s.exec(behind)?.[1] ?? 'nothing';
}

it('trains in a worker', () => {
  project.write('worker.mjs', recipe('worker.mjs'));
  expect(project.run('worker.mjs')).toBe(said('worker.mjs'));
});

const FILES: readonly [name: string, type: string][] = [
  ['page.html', 'text/html'],
  ['page-worker.html', 'text/html'],
  ['page-worker.js', 'text/javascript'],
];

/** A file as it is served. */
interface Served {
  readonly type: string;
  readonly body: string;
}

/** Opens a recipe's page in Chromium, and hands it over once it has said what it learnt. Nothing may be thrown in it. */
async function openPage(
  name: string,
  look: (page: Page, said: string) => Promise<void>,
  beside: Readonly<Record<string, Served>> = {},
): Promise<void> {
  const files = new Map(FILES.map(([file, type]) => [`/${file}`, { type, body: recipe(file) }]));
  for (const [path, file] of Object.entries(beside)) files.set(path, file);
  const script = readFileSync(join(project.folder, 'node_modules/glassbox-nn/dist/glassbox-nn.min.js'), 'utf8');
  files.set('/node_modules/glassbox-nn/dist/glassbox-nn.min.js', { type: 'text/javascript', body: script });
  const server = createServer(({ url = '' }, response) => {
    const { type, body } = files.get(url) ?? { type: 'text/plain', body: '' };
    response.writeHead(files.has(url) ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    // React tells its errors there; that a page has no icon is none.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
    const paragraph = page.getByText('Learnt:');
    await paragraph.waitFor({ timeout: 200_000 }).catch(() => {});
    expect(complaints).toEqual([]);
    await look(page, `${await page.locator('p').textContent()}\n`);
  } finally {
    await browser.close();
    server.close();
  }
}

describe.skipIf(findChromium() === undefined)('in a page without a build', () => {
  it('a network learns, and paints what it learns', () =>
    openPage('page.html', async (page, text) => {
      expect(text).toBe(said('page.html'));
      // The middle of the canvas is inside of the inner ring, and a corner is outside of the outer one.
      const [middle, corner] = await page.locator('canvas').evaluate((canvas: { getContext(kind: '2d'): Context }) => {
        const at = (place: number) => Array.from(canvas.getContext('2d').getImageData(place, place, 1, 1).data);
        return [at(40), at(2)];
      });
      expect(middle?.[0]).toBeGreaterThan(200); // orange
      expect(corner?.[2]).toBeGreaterThan(200); // blue
    }));

  it('a worker trains, and the page goes on meanwhile', () =>
    openPage('page-worker.html', async (_, text) => expect(text).toBe(said('page-worker.html'))));

  it('a React component trains in StrictMode, which aborts a training and begins it again at once (case 303)', async () => {
    project.write('react.jsx', recipe('react.jsx'));
    project.write('counting.js', COUNTING);
    const { outputFiles } = await build({
      entryPoints: [join(project.folder, 'react.jsx')],
      inject: [join(project.folder, 'counting.js')],
      bundle: true,
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"development"' },
      nodePaths: [join(root, 'node_modules')],
      tsconfigRaw: {},
      write: false,
    });
    const body = outputFiles[0]?.text ?? '';
    const html = '<!doctype html><div id="root"></div><script src="/react.js"></script>';
    await openPage(
      'react.html',
      async (page, text) => {
        expect(text).toBe(said('react.jsx'));
        expect(await page.evaluate('aborted')).toBe(1);
      },
      { '/react.html': { type: 'text/html', body: html }, '/react.js': { type: 'text/javascript', body } },
    );
  });
});

/** Counts what is aborted. */
const COUNTING = `
globalThis.aborted = 0;
const { abort } = AbortController.prototype;
AbortController.prototype.abort = function (reason) {
  globalThis.aborted += 1;
  abort.call(this, reason);
};
`;

/** The part of a canvas's context that is looked at: the types of Node know no page. */
interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}
