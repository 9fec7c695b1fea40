// The page for everyone: no fault that axe finds, at any width and in both schemes, in each state of its panels.
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { drawn } from './support/drawn.js';
import { drawByMouse } from './support/pen.js';
import { test } from './support/visit.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe says of one fault. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

// The page's.
declare const axe: {
  run(
    where: object,
    options: object,
  ): Promise<{ readonly violations: readonly Violation[]; readonly passes: readonly unknown[] }>;
};
declare const requestAnimationFrame: (callback: () => void) => void;
declare const document: { getAnimations(): unknown[]; documentElement: { scrollWidth: number; clientWidth: number } };

/** A button of the page. */
interface Pressed {
  click(): void;
}

/** Every fault, in a line each; by all rules, or by some. Of long tables, the first rows stand for all. */
async function faults(page: Page, rules: readonly string[]): Promise<string[]> {
  await drawn(page);
  const { violations, passes } = await page.evaluate(
    (runOnly) =>
      axe
        .run({ exclude: ['tr:nth-child(n+4)'] }, runOnly.length > 0 ? { runOnly } : {})
        .then(({ violations, passes }) => ({ violations, passes: passes.length })),
    rules,
  );
  expect(passes).toBeGreaterThanOrEqual(rules.length || 20);
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

describe.each([1280, 320])('the page, %i pixels wide,', (width) => {
  test('has no fault that axe finds, and never scrolls sideways: at first, opened, and training', async ({ visit }) => {
    const page = await visit({ viewport: { width, height: 800 }, hash: 'seed=1.5' });
    await page.addInitScript({ path: AXE });
    await page.reload();
    const check = async (state: string) => {
      await drawn(page);
      expect(await sideways(page), state).toBe(0);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        // Between dark and light, nothing but the contrast differs.
        expect(await faults(page, colorScheme === 'light' ? ['color-contrast'] : []), `${state}, ${colorScheme}`).toEqual([]);
      }
    };
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    // All that is seen at first is seen again with everything opened: one width is enough for the message.
    if (width === 320) await check('with a message and a drawing');
    await page.getByRole('button', { name: 'One epoch' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await openAll(page);
    await check('with everything opened');
    await page.getByLabel('Learn from').selectOption('spirals');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await check('training in the plane');
  });
});

describe('a reader that wants no motion', () => {
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
