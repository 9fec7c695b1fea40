// Addresses that are made to do harm: each is reported or passed over, nothing of it runs, and the page works on.
import fc from 'fast-check';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { drawn } from './support/drawn.js';
import { works } from './support/network.js';
import { test } from './support/visit.js';

// The page's.
declare const location: { hash: string };

const SCRIPT = '<img src=x onerror=alert(1)>';

const NASTY = [
  SCRIPT,
  'sizes=<script>alert(1)</script>',
  'shown=javascript:alert(1)',
  'sizes=784-999999999-10',
  'sizes=784-256-256-256-256-256-256-256-10',
  'sizes=784--10',
  'sizes=-784-10',
  'seed=1e999',
  'seed=NaN',
  'rate=-0',
  'rate=1e-320',
  'batch=5000&rate=100&optimizer=momentum&source=own',
  'neuron=99999.99999',
  'neuron=-1.0',
  'drawing=AAAA',
  `drawing=${'A'.repeat(4000)}`,
  `sizes=${'9'.repeat(100_000)}`,
  '__proto__=1&constructor=2&toString=3',
  'hidden=__proto__',
  'output=constructor',
  'initializer=toString',
  'optimizer=hasOwnProperty',
  'scheme=%00%ff%fe',
  'scheme=%',
  'sizes=2-8-2&neuron=9.9&shown=trained',
  'sizes=2-8-2&shown=built&drawing=_w',
  '&&&===&&&',
  `scheme=${encodeURIComponent(SCRIPT)}`,
  '#'.repeat(100),
  '\u202e\ud83d\ude00',
];

const names = [
  'shown',
  'sizes',
  'hidden',
  'output',
  'seed',
  'source',
  'loss',
  'rate',
  'batch',
  'drawing',
  'neuron',
  'scheme',
  'x',
];
const values = fc.oneof(
  fc.constantFrom('built', 'handmade', '784-3-10', '2-4-2', '5', 'own', 'softmax', SCRIPT, '..', '1.2'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double().map(String),
);
const addresses = fc
  .array(fc.tuple(fc.constantFrom(...names), values), { minLength: 1, maxLength: 4 })
  .map((fields) => fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'));

/** Goes to an address on the page that is open, as a followed link does. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
  await drawn(page);
}

describe('a hostile address', () => {
  test('that is followed on the page does no harm', async ({ page }) => {
    const generated = fc.sample(addresses, { numRuns: 30, seed: 1 });
    for (const hash of [...NASTY, ...generated]) {
      await follow(page, hash);
      expect(await page.locator('main > section').count(), hash).toBe(7);
    }
    await works(page);
  });

  test.for([SCRIPT, NASTY[1] as string, `seed=1.5&drawing=A&rate=${SCRIPT}`])(
    'that the page begins with does no harm: %s',
    async (hash, { visit }) => {
      const page = await visit({ hash });
      if (/^[a-z]+=/.test(hash)) await page.getByRole('alert').getByText('expected').first().waitFor();
      await works(page);
    },
  );

  test('never makes an element of its own', async ({ visit }) => {
    const page = await visit({ hash: `scheme=${SCRIPT}` });
    await page.getByRole('alert').getByText(SCRIPT.slice(0, 20)).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('body script').count()).toBe(0);
  });
});
