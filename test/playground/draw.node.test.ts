// Drawing on the page: by mouse, by keyboard, by touch.
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { drawn } from './support/drawn.js';
import { answerOf, boxOf, drawByMouse, fieldOf } from './support/pen.js';
import { test } from './support/visit.js';

declare const scrollY: number; // the page's

describe('the drawing field', () => {
  test('reads at least 19 of 20 digits drawn with the mouse', async ({ page }) => {
    const wrong: string[] = [];
    for (const { digit, strokes } of drawings) {
      await drawByMouse(page, strokes);
      const answer = await answerOf(page);
      if (answer !== digit) wrong.push(`a ${digit} as ${answer}`);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
    }
    expect(drawings).toHaveLength(20);
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(1);
  });

  test('reads a 1 and a 4 drawn with the keyboard alone', async ({ page }) => {
    const press = (...keys: readonly (readonly [string, number])[]) =>
      Promise.all(keys.flatMap(([key, times]) => Array.from({ length: times }, () => page.keyboard.press(key))));
    await fieldOf(page).focus();
    await press(['ArrowUp', 9], ['Space', 1], ['ArrowDown', 18], ['Space', 1]);
    await expect.poll(() => answerOf(page)).toBe(1);
    await press(['Delete', 1], ['ArrowUp', 18], ['ArrowLeft', 5], ['Space', 1], ['ArrowDown', 9], ['ArrowRight', 9]);
    await press(['Space', 1], ['ArrowUp', 9], ['Space', 1], ['ArrowDown', 18], ['Space', 1]);
    await expect.poll(() => answerOf(page)).toBe(4);
  });

  test('draws by a finger, and does not scroll the page', async ({ visit }) => {
    const page = await visit({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 500 } });
    const { x, y, width, height } = await boxOf(page);
    const before = await page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', down: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: x + width / 2, y: y + height * down }] });
    await touch('touchStart', 0.85);
    for (const down of [0.7, 0.55, 0.4, 0.25, 0.15]) await touch('touchMove', down);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await drawn(page);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await answerOf(page)).toBe(1);
  });
});
