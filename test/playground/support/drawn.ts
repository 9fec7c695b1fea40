// Waiting for the page to draw.
import type { Page } from 'playwright';

declare const requestAnimationFrame: (callback: (value?: unknown) => void) => void; // the page's

/** Waits until what was done can be seen. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
