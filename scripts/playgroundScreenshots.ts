// `npm run playground:screenshots`: builds the page and takes pictures of it, to be looked at: build/screenshots/*.png.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { drawings } from '../test/digits/drawings.js';
import { drawByMouse } from '../test/playground/support/pen.js';
import { publish } from '../test/playground/support/publish.js';
import { CHROMIUM_FLAGS, findChromium } from './findChromium.js';

const folder = 'build/screenshots';

/** What the page is brought to before a picture. */
const states: Record<string, (page: Page) => Promise<void>> = {
  drawn: (page) => drawByMouse(page, drawings[6]?.strokes ?? []),
  trained: async (page) => {
    await page.getByRole('button', { name: 'Fresh weights' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.locator('.train-line-held-out').waitFor();
    await page.waitForTimeout(3000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
  },
  opened: async (page) => {
    for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
    await page.waitForTimeout(500);
  },
  plane: async (page) => {
    await page.getByLabel('Learn from').selectOption('spirals');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(3000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
  },
};

async function pictures(browser: Browser, url: string, width: number, colorScheme: 'dark' | 'light'): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  for (const [name, bring] of Object.entries(states)) {
    await bring(page);
    const path = join(folder, `${width}-${colorScheme}-${name}.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const site = await publish();
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS });
for (const width of [320, 768, 1440]) {
  for (const scheme of ['dark', 'light'] as const) await pictures(browser, site.url, width, scheme);
}
await browser.close();
await site.close();
