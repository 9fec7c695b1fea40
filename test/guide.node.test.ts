// The pages of the guide: they show the very code of the examples, what it prints, and its pictures.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidePage } from '../scripts/guidePage.js';
import { guidePages } from '../scripts/guidePages.js';

const root = join(import.meta.dirname, '..');

describe.each(guidePages().map((path) => ({ name: basename(path), path })))('docs/$name', ({ path }) => {
  const page = readFileSync(path, 'utf8');

  it('shows the code of the examples as it is, what they print, and their pictures', () => {
    const { text, pictures } = guidePage(page);
    expect(text).toBe(page);
    for (const [file, picture] of pictures) expect(picture, file).toBe(readFileSync(join(root, file), 'utf8'));
  });

  it('leads to files that there are', () => {
    const prose = page.replace(/```.*?```|`[^`\n]*`/gs, '');
    for (const [, target = ''] of prose.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(join(root, 'docs', target)), target).toBe(true);
    }
  });
});

describe('the builder of the guide', () => {
  it('takes a whole file or a part of it, without the lines that name parts', () => {
    const { text: part } = guidePage('<!-- code: examples/guess.ts#guess -->\nold\n<!-- /code -->\n');
    expect(part).toMatch(/^<!-- code: \S+ -->\n\n```ts\nimport .*four\n```\n\n<!-- \/code -->\n$/s);
    const { text: whole } = guidePage('<!-- code: examples/guess.ts -->\n<!-- /code -->');
    expect(whole).toContain('```ts\n// A network that guesses: it was never trained.\nimport ');
  });

  it('refuses a part or a file that is not there, and a mark that is never closed', () => {
    expect(() => guidePage('<!-- code: examples/guess.ts#gess -->\n<!-- /code -->')).toThrow('has no region gess');
    expect(() => guidePage('<!-- code: examples/gess.ts -->\n<!-- /code -->')).toThrow('gess.ts');
    expect(() => guidePage('<!-- code: examples/guess.ts -->\n<!-- /output -->')).toThrow('not closed');
  });
});
