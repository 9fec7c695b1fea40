// Which links of pages lead nowhere.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Page } from './readPage.js';

/**
 * Follows every link of every page.
 *
 * @param paths - The pages. A place in one of them must be there; of other files only that they exist is asked.
 * @param read - Reads a page.
 * @returns A line for each broken link.
 */
export function brokenLinks(paths: readonly string[], read: (path: string) => Page): string[] {
  const pages = new Map(paths.map((path) => [normalize(path), read(path)]));
  return [...pages].flatMap(([path, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      const reason = whatIsWrong(path, link, pages);
      return reason === undefined ? [] : [`${path}: ${link}: ${reason}`];
    }),
  );
}

function whatIsWrong(path: string, link: string, pages: ReadonlyMap<string, Page>): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return isAddress(link) ? undefined : 'is no address';
  if (link.startsWith('/')) return 'should not begin at the root: a site may stand in a folder';
  const [file = '', anchor] = link.split('#', 2).map(decodeURIComponent);
  const target = file === '' ? path : join(dirname(path), file.split('?', 1)[0] as string);
  if (!existsSync(target)) return `there is no ${target}`;
  const page = pages.get(normalize(target));
  if (!anchor || page === undefined || page.anchors.has(anchor)) return undefined;
  return `there is no place #${anchor} in ${target}`;
}

function isAddress(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return protocol === 'mailto:' || protocol === 'data:' || (/^https?:$/.test(protocol) && hostname.includes('.'));
}
