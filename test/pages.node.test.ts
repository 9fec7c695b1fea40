// The pages of the guide that have code of their own: it compiles, runs, and gives what they say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOORS } from './support/doors.js';
import { type Example, runExample, typeErrors } from './support/examples.js';

const root = join(import.meta.dirname, '..');

/** The blocks of code in this language but for the examples, which are programs of their own, each with the last heading above it. */
function blocksOf(page: string): Example[] {
  const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8').replace(/<!-- code: .*?<!-- \/code -->/gs, '');
  return Array.from(text.matchAll(/^```ts\n(.*?)^```/gms), ({ 1: code = '', index }) => {
    const heading =
      text
        .slice(0, index)
        .match(/^#+ .*$/gm)
        ?.at(-1) ?? '';
    return { title: `${page}: ${heading.replace(/^#+ /, '')}`, code };
  });
}

/** Every row goes on from the first block, as the page says; in a row it need not be used. */
function rowsOf(page: string): Example[] {
  const [start, ...rows] = blocksOf(page);
  return rows.map(({ title, code }) => ({ title, code: `${start?.code}void [data, test, network, relu, softmax];\n${code}` }));
}

describe('the pages', () => {
  const examples = [
    ...blocksOf('augmentation'),
    ...blocksOf('checkpoints'),
    ...blocksOf('exporting-and-importing'),
    ...blocksOf('faq'),
    ...blocksOf('reproducibility'),
    ...blocksOf('training'),
    // The others are examples, or need files that are not here.
    ...['feature-scaling', 'own-data', 'regularization', 'validation']
      .flatMap(blocksOf)
      .filter(({ code }) => code.includes('// =>')),
    ...rowsOf('coming-from'),
  ];
  const errors = typeErrors(root, examples);

  it('show code', () => expect(examples.length).toBeGreaterThan(40));

  it.each(examples.map((example, index) => ({ ...example, errors: errors[index] })))('$title', async (example) => {
    expect(example.errors).toEqual([]);
    const claims = await runExample(example, DOORS);
    if (/^(augmentation|training):/.test(example.title)) expect(claims.length).toBeGreaterThan(0);
    for (const { expression, expected, actual } of claims) {
      expect(`${expression}; // => ${actual}`).toBe(`${expression}; // => ${expected}`);
    }
  });
});
