// Opening a neuron on the page: its numbers add up, its knobs turn, it breaks and mends.
import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { drawn } from './support/drawn.js';
import { drawByMouse } from './support/pen.js';
import { test } from './support/visit.js';

const panelOf = (page: Page) => page.getByRole('region', { name: 'Neuron', exact: true });

/** The number in a text: the page writes a real minus sign. */
const numberIn = (text: string | null) => Number(text?.replace('\u2212', '-'));

const numbersIn = async (places: Locator) => (await places.allTextContents()).map(numberIn);

/** The parts of the sum as they are shown, the sum, and what the neuron makes of it. */
async function shownOf(panel: Locator) {
  const one = async (part: string) => numberIn(await panel.locator(`[data-part="${part}"]`).textContent());
  const contributions = await numbersIn(panel.locator('[data-part="contribution"]'));
  return { contributions, bias: await one('bias'), sum: await one('sum'), activation: await one('activation') };
}

/** Everything that is to add up, does. */
function addsUp({ contributions, bias, sum }: Awaited<ReturnType<typeof shownOf>>): void {
  expect(contributions.reduce((total, part) => total + part, bias)).toBeCloseTo(sum, 9);
}

/** Opens a neuron by its button in the picture. */
async function openNeuron(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole('region', { name: 'Network', exact: true }).getByRole('button', { name }).click();
  return panelOf(page);
}

describe('an open neuron', () => {
  test('shows numbers that add up, in the first layer, in the second, and at the output', async ({ page }) => {
    await page.getByRole('button', { name: "The video's" }).click();
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    for (const name of [/^layer 1, neuron 3/, /^layer 2, neuron 0/, /^output 3/]) {
      const shown = await shownOf(await openNeuron(page, name));
      addsUp(shown);
      expect(shown.contributions.length).toBe(name.source.includes('layer 1') ? 2 : 16);
      expect(shown.contributions.some((part) => part !== 0)).toBe(true);
      // All neurons of this network squish by the sigmoid; the sum is rounded as it is shown.
      expect(shown.activation).toBeCloseTo(1 / (1 + Math.exp(-shown.sum)), 3);
    }
  });

  test('answers to a weight and to the bias, by number and by slider', async ({ page }) => {
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    const panel = await openNeuron(page, /^output 3/);
    const before = await shownOf(panel);
    await panel.getByRole('spinbutton', { name: 'Bias' }).fill('1.5');
    await panel.getByRole('spinbutton', { name: 'Bias' }).press('Enter');
    await drawn(page);
    const biased = await shownOf(panel);
    expect(biased.bias).toBe(1.5);
    expect(biased.sum - before.sum).toBeCloseTo(1.5 - before.bias, 1);
    addsUp(biased);
    const brightest = biased.contributions.indexOf(Math.max(...biased.contributions));
    await panel.getByRole('button', { name: `input ${brightest}`, exact: true }).click();
    await panel.getByRole('slider', { name: `Weight of input ${brightest}` }).fill('-5');
    await drawn(page);
    const turned = await shownOf(panel);
    expect(turned.contributions[brightest]).toBeLessThan(0);
    expect(turned.sum).toBeLessThan(biased.sum);
    expect(turned.activation).not.toBe(biased.activation);
    addsUp(turned);
  });

  test('breaks, and mends', async ({ page }) => {
    await drawByMouse(page, drawings[7]?.strokes ?? []);
    const outputs = () => page.getByRole('region', { name: 'Network', exact: true }).getByRole('button', { name: /^output/ });
    const names = () => outputs().evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    const before = await names();
    const panel = await openNeuron(page, /^layer 1, neuron 0/);
    await panel.getByRole('button', { name: 'Break the layer' }).click();
    await drawn(page);
    expect(await names()).not.toEqual(before);
    await panel.getByText('Nobody listens to this neuron now').waitFor();
    await panel.getByRole('button', { name: 'Mend' }).click();
    await drawn(page);
    expect(await names()).toEqual(before);
  });
});
