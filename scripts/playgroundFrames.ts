// `npm run playground:frames`: how long the page's frames take while it trains as fast as it goes, and how soon it is usable.
import { chromium, type Page } from 'playwright';
import { drawings } from '../test/digits/drawings.js';
import { drawByMouse } from '../test/playground/support/pen.js';
import { publish } from '../test/playground/support/publish.js';
import { CHROMIUM_FLAGS, findChromium } from './findChromium.js';

const SECONDS = 10;

// What the page has, and Node has not.
declare const requestAnimationFrame: (callback: (now: number) => void) => void;

/** The times between frames over some seconds, in milliseconds. */
const framesOf = (page: Page, seconds: number) =>
  page.evaluate(async (milliseconds) => {
    const times: number[] = [];
    do times.push(await new Promise<number>((done) => requestAnimationFrame(done)));
    while ((times.at(-1) as number) - (times[0] as number) < milliseconds);
    return times.slice(1).map((time, index) => time - (times[index] as number));
  }, seconds * 1000);

function report(name: string, frames: readonly number[]): void {
  const sorted = [...frames].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number).toFixed(1);
  console.log(`${name}: ${frames.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
}

const site = await publish();
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const began = performance.now();
await page.goto(site.url, { waitUntil: 'commit' });
await page.getByRole('button', { name: 'Clear', exact: true }).click();
console.log(`usable after ${Math.round(performance.now() - began)} ms: a button was pressed`);
await drawByMouse(page, drawings[6]?.strokes ?? []);
report('at rest', await framesOf(page, 2));
await page.getByRole('button', { name: 'Fresh weights' }).click();
await page.getByRole('button', { name: 'Play', exact: true }).click();
await page.locator('.train-line-cost').waitFor();
report('while it trains as fast as it goes', await framesOf(page, SECONDS));
console.log(`steps a second: ${await page.getByText('Steps a second').locator('xpath=../dd').textContent()}`);
await page.getByRole('button', { name: 'Pause', exact: true }).click();
await page.getByLabel('Learn from').selectOption('spirals');
await page.getByRole('button', { name: 'Play', exact: true }).click();
await page.locator('.train-line-cost').waitFor();
report('while it learns two spirals, with the plane', await framesOf(page, SECONDS));
await browser.close();
await site.close();
