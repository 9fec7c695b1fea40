// Saving the network on the page, and opening a file.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';

/** The network on the page, as the file that it saves. */
export async function savedJson(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  return text(await download.createReadStream());
}

/** Opens a file on the page; one on this disk, since a large one takes long on the wire to the browser. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  await writeFile(join(folder, name), content);
  await page.getByLabel('Network file to open').setInputFiles(join(folder, name));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
}
