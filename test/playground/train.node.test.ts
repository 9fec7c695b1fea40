// Training on the page, in its worker.
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { savedJson } from './support/file.js';
import { drawByMouse } from './support/pen.js';
import { test } from './support/visit.js';

const STEPS = 157; // of an epoch: 5,000 digits, 32 at a time

const train = (page: Page) => page.getByRole('region', { name: 'Train', exact: true });
const press = (page: Page, name: string) => train(page).getByRole('button', { name, exact: true }).click();

/** One of the numbers that tell where the training stands. */
async function numberOf(page: Page, name: string): Promise<number> {
  const text = await train(page).getByRole('term').getByText(name, { exact: true }).locator('xpath=../dd').textContent();
  return Number(text?.replace(/[, %]/g, ''));
}

/** Presses a button and waits until so many steps are taken and it rests. */
async function until(page: Page, name: string, step: number): Promise<void> {
  await press(page, name);
  await expect.poll(() => numberOf(page, 'Step')).toBe(step);
  await train(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
}

describe('training', () => {
  test('reaches 90 % of the held-out digits, and pauses', async ({ page }) => {
    await page.getByRole('button', { name: 'Untrained', exact: true }).click();
    await press(page, 'Play');
    await expect.poll(() => numberOf(page, 'Right on held-out')).toBeGreaterThanOrEqual(90);
    expect(await numberOf(page, 'Steps a second')).toBeGreaterThan(0);
    await press(page, 'Pause');
    // The page has none to tell as soon as the worker rests, and not before: no step comes after.
    await expect.poll(() => numberOf(page, 'Steps a second')).toBeNaN();
    const step = await numberOf(page, 'Step');
    await until(page, 'One batch', step + 1);
  });

  test('goes batch by batch and epoch by epoch, and again to the same bits', async ({ page }) => {
    await press(page, 'Fresh weights');
    const fresh = await savedJson(page);
    await until(page, 'One batch', 1);
    const first = await savedJson(page);
    await until(page, 'One epoch', STEPS);
    const epoch = await savedJson(page);
    expect(new Set([fresh, first, epoch]).size).toBe(3);

    await until(page, 'Reset', 0);
    expect(await savedJson(page)).toBe(fresh);
    await until(page, 'One batch', 1);
    expect(await savedJson(page)).toBe(first);
    await until(page, 'One epoch', STEPS);
    expect(await savedJson(page)).toBe(epoch);

    await train(page)
      .getByRole('slider', { name: /^Rewind/ })
      .fill('0');
    await expect.poll(() => numberOf(page, 'Step')).toBe(0);
    expect(await savedJson(page)).toBe(fresh);
  });

  test('of a single drawing is shown before it is done, and makes it cheaper', async ({ page }) => {
    await page.getByRole('button', { name: 'Untrained', exact: true }).click();
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    await train(page).getByText('One example: who should change').click();
    await train(page).getByLabel('The drawing should read as').selectOption('3');
    await train(page).getByRole('combobox', { name: /^Step/ }).selectOption('1');
    const costs = async () => {
      const text = await train(page)
        .getByText(/^Cost now/)
        .textContent();
      return text?.match(/[\d.e-]*\d/g)?.map(Number) as [number, number];
    };
    const [now, after] = await costs();
    expect(after).toBeLessThan(now);
    await press(page, 'Take the step');
    await expect.poll(async () => (await costs())[0]).toBeCloseTo(after, 2);
  });

  test('learns two spirals, with a network of two inputs', async ({ page }) => {
    await train(page).getByLabel('Learn from').selectOption('spirals');
    await until(page, 'One batch', 1);
    await page.getByRole('application', { name: /^The plane/ }).waitFor();
    expect(await page.locator('.network-plane-points rect').count()).toBeGreaterThan(100);
    await press(page, 'Play');
    await expect.poll(() => numberOf(page, 'Right on held-out')).toBeGreaterThanOrEqual(80);
    await press(page, 'Pause');
  });

  test('learns digits drawn on the page', async ({ page }) => {
    await train(page).getByLabel('Learn from').selectOption('own');
    for (const { digit, strokes } of drawings.slice(0, 2)) {
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await drawByMouse(page, strokes);
      await train(page).getByLabel('The drawing is a').selectOption(String(digit));
      await press(page, 'Add the drawing');
    }
    expect(await train(page).getByRole('list', { name: 'Digits of your own' }).getByRole('listitem').count()).toBe(2);
    const before = await savedJson(page);
    await until(page, 'One epoch', 1);
    expect(await savedJson(page)).not.toBe(before);
    await train(page).getByText('2 examples to learn from').waitFor();
  });
});
