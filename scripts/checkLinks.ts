// Checks every link of the built site in build/docs, and of the Markdown as it is read on GitHub. Nothing is fetched: links to other
// sites must be addresses, and links within must lead to a file and to a place in it. npm run docs && npm run check:links
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brokenLinks } from './links/brokenLinks.js';
import { readHtml, readMarkdown } from './links/readPage.js';

const site = 'build/docs';
if (!existsSync(site)) throw new Error(`There is no ${site}: run npm run docs first.`);

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
const texts = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');
const broken = [
  ...brokenLinks(
    pages.map((path) => join(site, path)),
    readHtml,
  ),
  ...brokenLinks(
    texts.filter((path) => !path.startsWith('.changeset/') && existsSync(path)),
    readMarkdown,
  ),
];

for (const line of broken) console.error(line);
console.log(`${pages.length} pages and ${texts.length} texts, ${broken.length} broken links`);
process.exitCode = broken.length > 0 ? 1 : 0;
