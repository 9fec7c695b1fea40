// Pages of the guide whose code runs: it compiles, and every value it claims is what comes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as samples from 'glassbox-nn/sample-digits';
import { describe, expect, it } from 'vitest';
import { runExample, typeErrors } from './support/examples.js';

const root = join(import.meta.dirname, '..');
const modules = { 'glassbox-nn': main, 'glassbox-nn/data': data, 'glassbox-nn/sample-digits': samples };

describe.each(['augmentation'])('docs/%s.md', { timeout: 60_000 }, (page) => {
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
