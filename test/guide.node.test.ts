// The pages of the guide: they show the very code of the examples and what it prints, and values they claim are what comes.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as samples from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { guidePage } from '../scripts/guidePage.js';
import { guidePages } from '../scripts/guidePages.js';
import { runExample, typeErrors } from './support/examples.js';

const root = join(import.meta.dirname, '..');
const modules = { 'glassbox-nn': main, 'glassbox-nn/data': data, 'glassbox-nn/sample-digits': samples };

describe.each(['augmentation', 'training'])('docs/%s.md', (page) => {
  const blocks = readFileSync(join(root, 'docs', `${page}.md`), 'utf8').matchAll(/```ts\n(.*?)```/gs);
  const examples = Array.from(blocks, ([, code = ''], index) => ({ title: `block ${index}`, code }));

  it('shows code that runs, and claims what comes of it', async () => {
    expect(typeErrors(root, examples).flat()).toEqual([]);
    for (const example of examples) {
      const claims = await runExample(example, modules);
      expect(claims.length, example.title).toBeGreaterThan(0);
      for (const { expected, actual } of claims) expect(actual).toBe(expected);
    }
  });
});

describe.each(guidePages().map((path) => ({ name: basename(path), path })))('docs/$name', ({ path }) => {
  const page = readFileSync(path, 'utf8');

  it('shows the code of the examples as it is, and what they print', () => {
    expect(guidePage(page)).toBe(page);
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
    const part = guidePage('<!-- code: examples/guess.ts#guess -->\nold\n<!-- /code -->\n');
    expect(part).toMatch(/^<!-- code: \S+ -->\n\n```ts\nimport .*four\n```\n\n<!-- \/code -->\n$/s);
    const whole = guidePage('<!-- code: examples/guess.ts -->\n<!-- /code -->');
    expect(whole).toContain('```ts\n// A network that guesses: it was never trained.\nimport ');
  });

  it('refuses a part or a file that is not there, and a mark that is never closed', () => {
    expect(() => guidePage('<!-- code: examples/guess.ts#gess -->\n<!-- /code -->')).toThrow('has no region gess');
    expect(() => guidePage('<!-- code: examples/gess.ts -->\n<!-- /code -->')).toThrow('gess.ts');
    expect(() => guidePage('<!-- code: examples/guess.ts -->\n<!-- /output -->')).toThrow('not closed');
  });
});
