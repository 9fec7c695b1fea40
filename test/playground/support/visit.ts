// A test with a page of its own, in a browser that has never seen the site; and what no page may do, asserted after each.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, test as base, beforeAll, expect, inject } from 'vitest';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser') as string);
});

afterAll(() => browser?.close());

/** What went wrong in a context: messages on the console, errors, failed requests, requests to elsewhere. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(`console: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('requestfailed', (request) => {
    // A reload ends what is still on its way, as the icon.
    const error = request.failure()?.errorText;
    if (error !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${error}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      complaints.push(`elsewhere: ${request.url()}`);
  });
  return complaints;
}

/** How a browser is set, before it visits the page. */
interface Visitor extends BrowserContextOptions {
  /** What follows the address's #. */
  readonly hash?: string;
}

interface Fixtures {
  /** Opens the page in a fresh browser: nothing kept, nothing cached. */
  readonly visit: (visitor?: Visitor) => Promise<Page>;
  /** The page, opened so. */
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs
  visit: async ({}, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async ({ hash = '', ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      contexts.push(context);
      const these = complaintsOf(context);
      context.once('close', () => complaints.push(...these));
      context.setDefaultTimeout(120_000); // no test is timed: this is for what never comes
      const page = await context.newPage();
      await page.goto(site.url + (hash && `#${hash}`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  },
  page: async ({ visit }, use) => use(await visit()),
});
