// The recipes in plain JavaScript, with the package as its users get it: a worker of Node, and a page in a real Chromium.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, it } from 'vitest';
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

it.skipIf(findChromium() === undefined)('learns in a page without a build, and paints what it learns', async () => {
  const script = readFileSync(join(project.folder, 'node_modules/glassbox-nn/dist/glassbox-nn.min.js'));
  const files: Record<string, [type: string, body: string | Buffer]> = {
    '/page.html': ['text/html', recipe('page.html')],
    '/node_modules/glassbox-nn/dist/glassbox-nn.min.js': ['text/javascript', script],
  };
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = files[url] ?? ['text/plain', ''];
    response.writeHead(url in files ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    const paragraph = page.getByText('Learnt:');
    await paragraph.waitFor({ timeout: 60_000 }).catch(() => {});
    expect(complaints).toEqual([]);
    expect(`${await paragraph.textContent()}\n`).toBe(said('page.html'));
    // The middle of the canvas is inside of the inner ring, and a corner is outside of the outer one.
    const [middle, corner] = await page.locator('canvas').evaluate((canvas: { getContext(kind: '2d'): Context }) => {
      const at = (place: number) => Array.from(canvas.getContext('2d').getImageData(place, place, 1, 1).data);
      return [at(40), at(2)];
    });
    expect(middle?.[0]).toBeGreaterThan(200); // orange
    expect(corner?.[2]).toBeGreaterThan(200); // blue
  } finally {
    await browser.close();
    server.close();
  }
});

/** The part of a canvas's context that is looked at: the types of Node know no page. */
interface Context {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
}
