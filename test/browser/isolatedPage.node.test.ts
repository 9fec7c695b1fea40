// Threads of a real page, served by a server of our own: with and without the headers that allow memory to be shared, and under
// policies that forbid workers from blobs.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { train } from 'glassbox-nn';
import { webThreadsScript } from 'glassbox-nn/browser';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { SHARED_WORKS } from '../engine/threads/works.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import type { PageResult, PageTask } from './pageProgram.js';

const found = findChromium();

const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const NO_BLOBS = { 'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'" };
const TRUSTED = { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types threads" };

/** The headers of each page. */
const PAGES: Record<string, Record<string, string>> = {
  '/isolated': ISOLATED,
  '/plain': {},
  '/noBlobs': { ...ISOLATED, ...NO_BLOBS },
  '/trusting': { ...ISOLATED, ...TRUSTED },
};

/** Two works, where one would do. */
const FEW = SHARED_WORKS.slice(-3).map(({ name }) => name);

describe.runIf(found !== undefined)('a page', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    const program = await build({
      entryPoints: [join(import.meta.dirname, 'pageProgram.ts')],
      bundle: true,
      format: 'iife',
      globalName: 'program',
      write: false,
    });
    const scripts: Record<string, string> = {
      '/program.js': program.outputFiles[0]?.text ?? '',
      '/threads.js': webThreadsScript(),
      '/broken.js': 'onmessage = () => { throw new Error("out of order"); };',
    };
    server = createServer(({ url = '' }, response) => {
      const script = scripts[url];
      if (script !== undefined) response.writeHead(200, { ...ISOLATED, 'content-type': 'text/javascript' }).end(script);
      else if (url in PAGES)
        response
          .writeHead(200, { ...PAGES[url], 'content-type': 'text/html' })
          .end('<!doctype html><script src="/program.js"></script>');
      else response.writeHead(404, ISOLATED).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await chromium.launch({ executablePath: found as string, args: CHROMIUM_FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    return page;
  }

  /** What a page says of its trainings; a string is the error they ended with. */
  async function run(path: string, task: PageTask): Promise<PageResult | string> {
    const page = await open(path);
    const result = await page.evaluate(
      (given) => (globalThis as unknown as Program).program.runPage(given).catch((error) => `${error.name}: ${error.message}`),
      task,
    );
    await page.close();
    return result;
  }

  it('that is isolated trains by threads, to the bits of Node', async () => {
    const result = (await run('/isolated', { counts: [1, 2, 3] })) as PageResult;
    expect(result).toMatchObject({ isolated: true, warnings: [], lossesAgree: true });
    expect(result.missing).toBeUndefined();
    expect(result.hashes.length).toBe(SHARED_WORKS.length);
    for (const [name, ...hashes] of result.hashes) {
      const { network, data, options } = SHARED_WORKS.find((work) => work.name === name) as (typeof SHARED_WORKS)[0];
      const alone = network();
      train(alone, data, options);
      expect(hashes, name).toEqual(new Array(4).fill(hashOfNetwork(alone)));
    }
  });

  it('really starts workers, which end when they are told to', async () => {
    const page = await open('/isolated');
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.evaluate((task) => (globalThis as unknown as Program).program.runPage(task), { counts: [2], names: FEW });
    expect(workers.length).toBe(2);
    expect(workers.every((url) => url.startsWith('blob:'))).toBe(true);
    await expect.poll(() => page.workers().length).toBe(0);
    await page.close();
  });

  it('that is not isolated warns, and trains without threads to the same bits', async () => {
    const result = (await run('/plain', { counts: [2], names: FEW })) as PageResult;
    expect(result).toMatchObject({ isolated: false, lossesAgree: true });
    expect(result.missing).toContain('not cross-origin isolated');
    expect(result.warnings.length).toBe(FEW.length);
    expect(result.warnings[0]).toContain('threads: this page is not cross-origin isolated');
    for (const [name, alone, shared] of result.hashes) expect(shared, name).toBe(alone);
  });

  it('whose policy forbids blobs rejects and says how to host the script, and then trains by threads (case 308)', async () => {
    const refused = await run('/noBlobs', { counts: [2], names: FEW });
    expect(refused).toMatch(/^StateError: threads: expected workers that live until the work is done, got one that/);
    expect(refused).toContain('host the text of webThreadsScript() and name it: webThreads(2, { url })');
    const result = (await run('/noBlobs', { counts: [2], names: FEW, options: { url: '/threads.js' } })) as PageResult;
    expect(result).toMatchObject({ isolated: true, warnings: [], lossesAgree: true });
    for (const [name, alone, shared] of result.hashes) expect(shared, name).toBe(alone);
  });

  it('that asks for Trusted Types rejects text, and trains by threads with an address that it trusts (case 308)', async () => {
    for (const options of [{}, { url: '/threads.js' }]) {
      const refused = await run('/trusting', { counts: [2], names: FEW, options });
      expect(refused).toMatch(/^StateError: threads: .*TrustedScriptURL/);
      expect(refused).toContain('Where it asks for Trusted Types, url is a TrustedScriptURL.');
    }
    const result = (await run('/trusting', { counts: [2], names: FEW, trusted: '/threads.js' })) as PageResult;
    expect(result).toMatchObject({ isolated: true, warnings: [], lossesAgree: true });
    for (const [name, alone, shared] of result.hashes) expect(shared, name).toBe(alone);
  });

  it.each([
    ['is not there', '/nowhere.js', 'its script cannot be loaded'],
    ['throws', '/broken.js', 'out of order'],
  ])('whose hosted script %s rejects (case 123)', async (_what, url, words) => {
    const refused = await run('/isolated', { counts: [2], names: FEW, options: { url } });
    expect(refused).toMatch(/^StateError: threads: expected workers that live until the work is done, got one that failed/);
    expect(refused).toContain(words);
  });
});

interface Program {
  readonly program: { runPage(task: PageTask): Promise<PageResult> };
}
