// The site has every page, and the checker of links finds what leads nowhere, in HTML and in Markdown.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenLinks } from '../scripts/links/brokenLinks.js';
import { readHtml, readMarkdown } from '../scripts/links/readPage.js';

const folder = mkdtempSync(join(tmpdir(), 'links-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The links that are broken, without the folder. */
function broken(paths: string[], read: typeof readHtml): string[] {
  return brokenLinks(paths, read).map((line) => line.replaceAll(`${folder}/`, ''));
}

it('the site has every page of docs, once', () => {
  const { projectDocuments } = JSON.parse(readFileSync('typedoc.json', 'utf8'));
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const listed = projectDocuments.filter((path: string) => !path.startsWith('docs/course/'));
  expect([...listed].sort()).toEqual(pages.map((name) => `docs/${name}`).sort());
});

describe('the links of a page of HTML', () => {
  it('lead to files and to places in them', () => {
    const page = (body: string) => `<!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`;
    const second = write('second.html', page('<h2 id="here">x</h2><a href="first.html">back</a>'));
    const first = write(
      'first.html',
      page(
        '<a href="second.html#here">a</a><a href="#top">b</a><a href="gone.html">c</a><img src="gone.png"><a href="/root">d</a>' +
          '<a href="https://example.org/x">e</a><a href="https://no where">f</a><a href="second.html#there">g</a>',
      ),
    );
    expect(broken([first, second], readHtml)).toEqual([
      'first.html: #top: there is no place #top in first.html',
      'first.html: gone.html: there is no gone.html',
      'first.html: /root: should not begin at the root: a site may stand in a folder',
      'first.html: https://no where: is no address',
      'first.html: second.html#there: there is no place #there in second.html',
      'first.html: gone.png: there is no gone.png',
    ]);
  });
});

describe('the links of a text in Markdown', () => {
  it('lead to headings by the names that GitHub gives them, and to tags of HTML', () => {
    const text = [
      '# A `title`, of two',
      '## Twice',
      '## Twice',
      '<a name="tag"></a>',
      '[1](#a-title-of-two) [2](#twice-1) [3](#tag) [4](#twice-2) ![5](gone.svg)',
      '```',
      '[no link](nowhere.md)',
      '```',
    ].join('\n\n');
    expect(broken([write('text.md', text)], readMarkdown)).toEqual([
      'text.md: #twice-2: there is no place #twice-2 in text.md',
      'text.md: gone.svg: there is no gone.svg',
    ]);
  });
});
