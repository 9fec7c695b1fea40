// Runs once before the playground's tests: builds the site, serves it, and starts the one browser that all of them share.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/findChromium.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site: its folder, and its address. */
    readonly site: { readonly folder: string; readonly url: string };
    /** Where the browser listens; undefined where there is none. */
    readonly browser: string | undefined;
  }
}

const configFile = join(import.meta.dirname, '../../../playground/vite.config.ts');

/** The built site in a folder of its own, served at an address of its own. */
export async function publish() {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const outDir = { build: { outDir: folder, emptyOutDir: true } };
  // The runner of tests sets it to "test", which would build another site than the one that is published.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ configFile, logLevel: 'error', ...outDir });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  const server = await preview({ configFile, logLevel: 'error', ...outDir, preview: { host: '127.0.0.1', port: 0 } });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, url: server.resolvedUrls?.local[0] as string, close };
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { folder, url, close } = await publish();
  provide('site', { folder, url });
  const executablePath = findChromium();
  const browser =
    executablePath === undefined ? undefined : await chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS });
  provide('browser', browser?.wsEndpoint());
  return async () => {
    await browser?.close();
    await close();
  };
}
