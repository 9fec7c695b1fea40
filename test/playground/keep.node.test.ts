// The network as a file: saved and opened to the same bits, and files that are none.
import { identity, Network } from 'glassbox-nn';
import { toJson } from 'glassbox-nn/formats';
import { describe, expect } from 'vitest';
import { drawings } from '../digits/drawings.js';
import { drawn } from './support/drawn.js';
import { openFile, savedJson } from './support/file.js';
import { networkOf, works } from './support/network.js';
import { drawByMouse } from './support/pen.js';
import { test } from './support/visit.js';

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** A network of 784-1-10 whose file has the given text. */
const json = (layers: string, more = '') => `{"format":"glassbox-nn","version":1,${more}"layers":${layers}}`;

/** Files that hold no network, and a word of what is said of them. */
const NO_NETWORKS: readonly (readonly [name: string, content: string | Buffer])[] = [
  ['empty.json', ''],
  ['cut.json', '{"format":"glassbox-nn","version":1,"layers":[{"inputs":784,'],
  ['deep.json', DEEP],
  ['cat.png', Buffer.of(0x89, 0x50, 0x4e, 0x47)],
  ['bytes.json', Buffer.of(0xff, 0xfe, 0x00, 0xd8)],
  ['prototype.json', json('[]', '"__proto__":{"layers":[]},"constructor":{"prototype":{}},')],
  ['empty.safetensors', ''],
  ['cut.safetensors', Buffer.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)],
  ['bytes.onnx', Buffer.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f)],
  ['text.onnx', 'no network'],
  ['huge-sizes.json', json('[{"inputs":784,"outputs":1e15,"activation":"sigmoid","weights":"","biases":""}]')],
  ['script.json', json('[{"activation":"<img src=x onerror=alert(1)>"}]')],
  ['<img src=x onerror=alert(1)>.json', '"<script>alert(1)</script>"'],
];

describe('a network in a file', () => {
  test('comes back to the same bits after the page was loaded again', async ({ page }) => {
    await page.getByRole('button', { name: 'Untrained', exact: true }).click();
    await page.getByRole('spinbutton', { name: 'Bias' }).fill('0.25');
    await page.getByRole('spinbutton', { name: 'Bias' }).press('Enter');
    const saved = await savedJson(page);
    await page.reload();
    expect(await savedJson(page)).not.toBe(saved);
    await openFile(page, 'network.json', saved);
    await networkOf(page).getByText('784 - 16 - 16 - 10').waitFor();
    expect(await savedJson(page)).toBe(saved);
  });

  test('that is damaged, hostile or huge is refused in words, and the page works on', async ({ page }) => {
    const before = await savedJson(page);
    const message = page.getByRole('alert');
    for (const [name, content] of [...NO_NETWORKS, ['huge.json', Buffer.alloc(11_000_000, ' ')] as const]) {
      await openFile(page, name, content);
      await message.getByText(`${name} was not opened.`).waitFor();
      expect((await message.locator('p').textContent())?.length).toBeGreaterThan(`${name} was not opened.`.length + 10);
      await message.getByRole('button').click();
      await drawn(page);
      expect(await message.locator('p').count()).toBe(0);
    }
    expect(await savedJson(page)).toBe(before);
    await works(page);
  });

  test('that has weights beyond measure is shown without an end of sums', async ({ page }) => {
    const network = new Network([784, 1, 10], { output: identity });
    for (const { weights } of network.layers) weights.fill(3e38);
    await openFile(page, 'huge-weights.json', toJson(network));
    await networkOf(page).getByText('784 - 1 - 10').waitFor();
    await drawByMouse(page, drawings[6]?.strokes ?? []);
    await page.getByRole('region', { name: 'Neuron', exact: true }).getByText('+Infinity').first().waitFor();
    await works(page);
  });
});
