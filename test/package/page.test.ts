// The single minified file in a real Chromium: one bare script, no bundler, under a strict Content-Security-Policy.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { installPackage } from './pack.js';

const project = installPackage({});
const installed = join(project.folder, 'node_modules/glassbox-nn');

const MAIN = `
import { fromJson, Network, sigmoid, toJson, train, xor } from './glassbox-nn.min.js';
const network = new Network([2, 8, 1], { seed: 1 });
train(network, xor(), { epochs: 5 });
const same = fromJson(toJson(network)).forward([0, 1])[0] === network.forward([0, 1])[0];
const names = Object.keys(await import('./glassbox-nn.min.js')).sort();
document.body.dataset.result = JSON.stringify({ text: String(network), half: sigmoid(0), same, names });
`;

it('runs from a bare module script, and exports every door that needs no platform', async () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(manifest.jsdelivr).toBe('./dist/glassbox-nn.min.js');
  expect(manifest.unpkg).toBe(manifest.jsdelivr);
  const files: Record<string, [type: string, text: string | Buffer]> = {
    '/': ['text/html', '<!doctype html><body><script type="module" src="/main.js"></script>'],
    '/main.js': ['text/javascript', MAIN],
    '/glassbox-nn.min.js': ['text/javascript', readFileSync(join(installed, manifest.jsdelivr))],
  };
  const server = createServer(({ url }, response) => {
    const [type, text] = files[url ?? ''] ?? ['text/plain', ''];
    response
      .writeHead(url && url in files ? 200 : 404, { 'content-type': type, 'content-security-policy': "script-src 'self'" })
      .end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const result = await page
      .locator('body[data-result]')
      .getAttribute('data-result', { timeout: 20_000 })
      .catch(() => null);
    expect(complaints).toEqual([]);
    const { names, ...rest } = JSON.parse(result as string);
    expect(rest).toEqual({ text: '2-8-1, sigmoid, 16+8 + 8+1 = 33 knobs', half: 0.5, same: true });
    const doors = ['index', 'data', 'formats'].map((door) => import(join(installed, 'dist', `${door}.js`)));
    const all = new Set((await Promise.all(doors)).flatMap((door) => Object.keys(door)));
    expect(names).toEqual([...all].sort());
  } finally {
    await browser.close();
    server.close();
  }
});
