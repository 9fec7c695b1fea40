// The page without a network, under its policy, and what it asks for before any training.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { works } from './support/network.js';
import { test } from './support/visit.js';

// What the page has, and Node has not.
declare const document: { createElement(name: 'script'): { textContent: string }; body: { append(element: unknown): void } };
declare const navigator: { serviceWorker: { ready: Promise<unknown>; controller: unknown } };

const site = inject('site');

/** Waits until the site's files are kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

describe('the page', () => {
  test('works offline after the first visit, and trains', async ({ page }) => {
    await kept(page);
    await page.context().setOffline(true);
    await page.reload();
    await works(page);
    await page.getByRole('button', { name: 'One batch' }).click();
    await page.getByText('5,000 examples to learn from').waitFor();
    await expect
      .poll(() => page.getByRole('term').getByText('Step', { exact: true }).locator('xpath=../dd').textContent())
      .toBe('1');
  });

  test('asks for at most 300 kB, gzipped, before it is asked to train', async ({ visit }) => {
    const page = await visit();
    const asked = new Set<string>();
    page.context().on('request', (request) => {
      // The service worker fetches all files for later, after the page stands.
      if (request.serviceWorker() === null) asked.add(new URL(request.url()).pathname);
    });
    await page.reload();
    await works(page);
    const files = [...asked].map((path) => (path === '/' ? 'index.html' : path.slice(1)));
    expect(files).toContain('index.html');
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(files.some((file) => file.startsWith('digits/'))).toBe(false);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(site.folder, file))).length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });

  test('has a policy under which no script runs that is not its own', async ({ page }) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'|https?:|\*/);
  });
});
