// The page of a recording in a real Chromium: opened from disk, by keyboard, in dark and in light, without a message.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Network, train } from 'glassbox-nn';
import { mnist } from 'glassbox-nn/data';
import { record } from 'glassbox-nn/pictures';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/findChromium.js';
import { SCRIPT_HASH, STYLE_HASH } from '../../src/pictures/recording/pageHashes.js';
import { PAGE_SCRIPT } from '../../src/pictures/recording/pageScript.js';
import { PAGE_STYLE } from '../../src/pictures/recording/pageStyle.js';
import { trainingDigits } from '../support/trainingDigits.js';

const found = findChromium();

const HOUR = 3_600_000; // milliseconds

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

it('has a policy that names its own script and style', () => {
  expect({ SCRIPT_HASH, STYLE_HASH }).toEqual({ SCRIPT_HASH: hashOf(PAGE_SCRIPT), STYLE_HASH: hashOf(PAGE_STYLE) });
});

describe.runIf(found !== undefined)('the page of a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const file = join(folder, 'recording.html');
  let browser: Browser;

  beforeAll(async () => {
    const { images, labels } = await trainingDigits(600);
    const digits = mnist(images, labels);
    const network = new Network([784, 16, 16, 10]);
    const recording = record(network, digits.slice(500), { every: 2 });
    train(network, digits.slice(0, 500), { epochs: 1, onBatch: recording.onBatch });
    writeFileSync(file, recording.toHtml());
    browser = await chromium.launch({ executablePath: found as string, args: CHROMIUM_FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** The page from disk, and all that it asked for or complained of. */
  async function open(colorScheme: 'dark' | 'light', width = 1000) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 700 } });
    await page.clock.install({ time: 0 });
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.clock.pauseAt(HOUR); // from now on its timers wait until a test lets its time go by
    return { page, messages, requests, words: () => page.locator('#words').textContent() };
  }

  /** The pixels of the weights, as one text. */
  const PIXELS = "document.getElementById('weights').toDataURL()";

  it('opens from disk, needs nothing else, and complains of nothing', async () => {
    const { page, messages, requests, words } = await open('dark');
    expect(await words()).toMatch(/^step 16, epoch 1: cost [\d.]+, accuracy [\d.]+ %$/);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('moves through time by keyboard', async () => {
    const { page, messages, words } = await open('dark');
    const end = await page.evaluate(PIXELS);
    await page.locator('#step').focus();
    await page.keyboard.press('Home');
    expect(await words()).toMatch(/^before the first step: cost/);
    const begin = await page.evaluate(PIXELS);
    expect(begin).not.toBe(end);
    await page.keyboard.press('ArrowRight');
    expect(await words()).toMatch(/^step 2, epoch 1/);
    expect(await page.locator('#step').getAttribute('aria-valuetext')).toBe(await words());
    expect(await page.locator('.cursor').first().getAttribute('x1')).not.toBe(null);
    await page.keyboard.press('End');
    expect(await page.evaluate(PIXELS)).toBe(end);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('plays from the beginning to the end, by keyboard too', async () => {
    const { page, words } = await open('light');
    const end = await words();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const button = () => page.locator('#play').textContent();
    expect([await button(), await words()]).toEqual(['Pause', expect.stringMatching(/^before the first step/)]);
    await page.clock.runFor(120);
    expect([await button(), await words()]).toEqual(['Pause', expect.stringMatching(/^step 2,/)]);
    await page.clock.runFor(120 * 8);
    expect([await button(), await words()]).toEqual(['Play', end]);
    await page.close();
  });

  it('follows the reader into dark and light, and fits a width of 320', async () => {
    const [dark, light] = [await open('dark'), await open('light', 320)];
    const background = 'getComputedStyle(document.body).backgroundColor';
    expect(await dark.page.evaluate(background)).toBe('rgb(16, 16, 20)');
    expect(await light.page.evaluate(background)).toBe('rgb(255, 255, 255)');
    expect(await light.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await dark.page.close();
    await light.page.close();
  });
});
