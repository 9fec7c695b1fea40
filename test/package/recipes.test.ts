// The recipes in plain JavaScript, with the package as its users get it: a worker of Node, and pages in a real Chromium.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
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

/** Opens a recipe's page in Chromium, and hands it over once it has said what it learnt. Nothing may be thrown in it. */
async function openPage(name: string, look: (page: Page, said: string) => Promise<void>): Promise<void> {
  const files = new Map(FILES.map(([file, type]) => [`/${file}`, { type, body: recipe(file) }]));
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
});

/** The part of a canvas's context that is looked at: the types of Node know no page. */
interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}
