// Other networks on the page: sizes, presets, and the code that builds what is shown.
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from './support/visit.js';

const build = (page: Page) => page.getByRole('region', { name: 'Build', exact: true });
const network = (page: Page) => page.getByRole('region', { name: 'Network', exact: true });

describe('the building panel', () => {
  test('counts the knobs while sizes are changed, and builds the network', async ({ page }) => {
    const panel = build(page);
    const count = panel.getByRole('status', { name: 'Knob count' });
    await panel.getByRole('button', { name: 'Untrained', exact: true }).click();
    await expect.poll(() => count.textContent()).toContain('13,002');
    await panel.getByRole('spinbutton', { name: 'Neurons in hidden column 1' }).fill('5');
    await panel.getByRole('button', { name: 'Remove hidden column 2' }).click();
    await expect.poll(() => count.textContent()).toContain('3,985');
    await panel.getByRole('button', { name: 'Build this network' }).click();
    await network(page).getByText('784 - 5 - 10, 3,985 knobs').waitFor();
    expect(
      await network(page)
        .getByRole('button', { name: /^layer 1, neuron/ })
        .count(),
    ).toBe(5);
    await panel.getByRole('button', { name: /^Back to 784-16-16-10/ }).click();
    await network(page).getByText('784 - 16 - 16 - 10').waitFor();
  });

  test('puts each preset on the page', async ({ page }) => {
    for (const [name, sizes] of [
      ["The video's", '784 - 16 - 16 - 10'],
      ['Handmade', '784 - '],
      ['Two spirals', '2 - 8 - 8 - 2'],
      ['Trained', '784 - '],
    ] as const) {
      const button = build(page).getByRole('button', { name, exact: true });
      await button.click();
      await network(page).getByText(sizes).first().waitFor();
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    }
  });

  test('shows the code of the network on the page', async ({ page }) => {
    const panel = build(page);
    await panel.getByRole('button', { name: 'Untrained', exact: true }).click();
    await panel.getByRole('spinbutton', { name: 'Seed' }).fill('7');
    await panel.getByRole('button', { name: 'Build this network' }).click();
    await panel.getByText('Show the code').click();
    const code = await panel.getByRole('region', { name: 'Code' }).textContent();
    expect(code).toContain('new Network([784, 16, 16, 10]');
    expect(code).toContain('seed: 7');
  });
});
