// Drawing on the page's field, and reading its answer.
import type { Strokes } from 'glassbox-nn/digits';
import type { Page } from 'playwright';
import { drawn } from './drawn.js';

/** A place on paper. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The drawing field. */
export const fieldOf = (page: Page) => page.getByRole('application', { name: /pixels to draw on/ });

/** Where the field is on the screen. */
export async function boxOf(page: Page) {
  await fieldOf(page).scrollIntoViewIfNeeded();
  const box = await fieldOf(page).boundingBox();
  if (box === null) throw new Error('The drawing field cannot be seen.');
  return box;
}

/** Draws strokes on paper of 100 x 100 with the mouse. */
export async function drawByMouse(page: Page, strokes: Strokes): Promise<void> {
  const { x: left, y: top, width, height } = await boxOf(page);
  const move = (spot: Spot) => page.mouse.move(left + (spot.x / 100) * width, top + (spot.y / 100) * height);
  for (const [first, ...others] of strokes as Iterable<[Spot, ...Spot[]]>) {
    await move(first);
    await page.mouse.down();
    // A hand does not wait for the page to draw what it drew before.
    await Promise.all(others.map(move));
    await page.mouse.up();
  }
  await drawn(page);
}

/** The digit that the page reads now. */
export async function answerOf(page: Page): Promise<number | undefined> {
  const text = await page.getByRole('region', { name: 'Draw' }).locator('[data-answer]').getAttribute('data-answer');
  return text === null ? undefined : Number(text);
}
