// Saving the network on the page, and opening a file.
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright';

/** The network on the page, as the file that it saves. */
export async function savedJson(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  return text(await download.createReadStream());
}

/** Opens a file on the page. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByLabel('Network file to open').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}
