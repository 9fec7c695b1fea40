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

/** Trains, and tells the backend and every weight. */
const TRAINING = `
const network = new Network([2, 20, 1], { hidden: relu, seed: 1 });
train(network, xor(), { epochs: 50, batchSize: 3, dropout: 0.1 });
const { name, reason } = backend();
const report = { name, reason, parameters: network.layers.flatMap(({ weights, biases }) => [...weights, ...biases]) };
`;

const MAIN = `
import { backend, fromJson, Network, predictor, relu, sigmoid, toJson, train, xor } from './glassbox-nn.min.js';
${TRAINING}
const same = [fromJson(toJson(network)), predictor(network)].every((other) => other.forward([0, 1])[0] === network.forward([0, 1])[0]);
const names = Object.keys(await import('./glassbox-nn.min.js')).sort();
document.body.dataset.result = JSON.stringify({ text: String(network), half: sigmoid(0), same, names, report });
`;

const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

/** What the page says of itself when it may run scripts by this policy. */
async function resultUnder(policy: string) {
  const files: Record<string, [type: string, text: string | Buffer]> = {
    '/': ['text/html', '<!doctype html><body><script type="module" src="/main.js"></script>'],
    '/main.js': ['text/javascript', MAIN],
    '/glassbox-nn.min.js': ['text/javascript', readFileSync(join(installed, manifest.jsdelivr))],
  };
  const server = createServer(({ url }, response) => {
    const [type, text] = files[url ?? ''] ?? ['text/plain', ''];
    response
      .writeHead(url && url in files ? 200 : 404, { 'content-type': type, 'content-security-policy': `script-src ${policy}` })
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
      .getAttribute('data-result', { timeout: 200_000 })
      .catch(() => null);
    expect(complaints).toEqual([]);
    return JSON.parse(result as string);
  } finally {
    await browser.close();
    server.close();
  }
}

it('is the file that content delivery networks serve', () => {
  expect(manifest.jsdelivr).toBe('./dist/glassbox-nn.min.js');
  expect(manifest.unpkg).toBe(manifest.jsdelivr);
});

it.each([
  [
    "'self'",
    {
      name: 'javascript',
      reason: expect.stringMatching(/^WebAssembly does not work here: .*(?:policy|CSP|Content Security)/i),
    },
  ],
  ["'self' 'wasm-unsafe-eval'", { name: 'webassembly', reason: expect.stringContaining('works here') }],
])(
  'runs from a bare module script under script-src %s, exports every door of a page, and has the bits of Node',
  async (policy, backend) => {
    const { names, report, ...rest } = await resultUnder(policy);
    expect(rest).toEqual({ text: '2-20-1, relu then sigmoid, 40+20 + 20+1 = 81 parameters', half: 0.5, same: true });
    expect(report).toMatchObject(backend);
    const doors = ['index', 'data', 'formats', 'browser'].map((door) => import(join(installed, 'dist', `${door}.js`)));
    const all = new Set((await Promise.all(doors)).flatMap((door) => Object.keys(door)));
    expect(names).toEqual([...all].sort());
    project.write(
      'train.mjs',
      `import { backend, Network, relu, train } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
${TRAINING}
console.log(JSON.stringify(report));`,
    );
    const inNode = JSON.parse(project.run('train.mjs'));
    expect(inNode.name).toBe('webassembly');
    expect(report.parameters).toEqual(inNode.parameters);
  },
);
