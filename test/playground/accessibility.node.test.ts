// The page for everyone: no fault that axe finds, at any width and in both schemes, in each state of its panels.
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { drawByMouse } from './support/pen.js';
import { drawn, test, type Visitor } from './support/visit.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe says of one fault. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

// The page's.
declare const axe: { run(): Promise<{ readonly violations: readonly Violation[]; readonly passes: readonly unknown[] }> };
declare const requestAnimationFrame: (callback: () => void) => void;
declare const document: { getAnimations(): unknown[]; documentElement: { scrollWidth: number; clientWidth: number } };

/** A button of the page. */
interface Pressed {
  click(): void;
}

/** Every fault, in a line each. */
async function faults(page: Page): Promise<string[]> {
  await drawn(page);
  const { violations, passes } = await page.evaluate(() =>
    axe.run().then(({ violations, passes }) => ({ violations, passes: passes.length })),
  );
  expect(passes).toBeGreaterThan(20);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${impact}) ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Opens all that can be opened: tables, settings, mistakes, the code. */
async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
}

const eraserOf = (page: Page) => page.getByRole('button', { name: 'Eraser', exact: true });

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const visitors: readonly (readonly [string, Visitor])[] = [
  ['wide and dark', { colorScheme: 'dark' }],
  ['wide and light', { colorScheme: 'light' }],
  ['narrow and dark', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }],
  ['narrow and light', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
];

describe.each(visitors)('the page, %s,', (_name, visitor) => {
  test('has no fault that axe finds, and does not scroll sideways: at first, opened, training, in the plane', async ({
    visit,
  }) => {
    const page = await visit({ ...visitor, hash: 'seed=1.5' });
    await page.addInitScript({ path: AXE });
    await page.reload();
    expect(await faults(page), 'at first, with a message').toEqual([]);
    expect(await sideways(page)).toBe(0);
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    await page.getByRole('button', { name: 'One epoch' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await openAll(page);
    expect(await faults(page), 'opened').toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: 'Two spirals' }).click();
    await page.getByLabel('Learn from').selectOption('spirals');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    expect(await faults(page), 'training in the plane').toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});

describe('who wants no motion', () => {
  test('sees none', async ({ visit }) => {
    // The page's own answer, at the moment of the press: an animation is over before anyone else could ask.
    const moving = (button: Pressed) => {
      button.click();
      return new Promise<number>((done) => requestAnimationFrame(() => done(document.getAnimations().length)));
    };
    const still = await visit({ reducedMotion: 'reduce' });
    expect(await eraserOf(still).evaluate(moving)).toBe(0);
    const free = await visit({ reducedMotion: 'no-preference' });
    expect(await eraserOf(free).evaluate(moving)).toBeGreaterThan(0);
  });
});
