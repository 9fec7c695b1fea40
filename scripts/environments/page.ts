// A page in Chromium: from a server that runs, or from a folder of files.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { extname } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../findChromium.js';
import { NotHere } from './environment.js';
import type { Project } from './project.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** What stands in the element `#result` of a page once it is there. Throws with the page's own errors where it never is. */
export async function resultOfPage(url: string): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new NotHere('there is no Chromium: install one, or name it by CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(url);
    const result = page.locator('#result:not(:empty)');
    return await result.innerText({ timeout: 60_000 }).catch((error: Error) => {
      throw new Error(`${url}: ${[...complaints, error.message].join('\n')}`);
    });
  } finally {
    await browser.close();
  }
}

/** Serves a folder of the project until the project ends, and returns the URL. */
export async function serve(project: Project, folder: string): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const name = url === '/' ? '/index.html' : url.replace(/\?.*/, '');
    try {
      const bytes = readFileSync(project.path(folder, name));
      response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream').end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  project.atEnd(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A port that is free now, for a server that must be given one. */
export async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((done) => socket.listen(0, '127.0.0.1', done));
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}

/** The text of a page, or of a route, with the error it answers with. */
export async function textAt(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 2000)}`);
  return text;
}
