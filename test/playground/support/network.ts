// What the page's other panels say of the network on it.
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { drawings } from '../../digits/drawings.js';
import { answerOf, drawByMouse } from './pen.js';

/** The panel that shows the network. */
export const networkOf = (page: Page) => page.getByRole('region', { name: 'Network', exact: true });

/** That the page works: a trained network is put on it, and reads a drawn 3. */
export async function works(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trained', exact: true }).click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await drawByMouse(page, drawings[6]?.strokes ?? []);
  await expect.poll(() => answerOf(page)).toBe(3);
}
