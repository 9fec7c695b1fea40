// What docs/accuracy.md says, beside the log of the runs that it was written from, and the recipes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECIPES } from '../examples/accuracy/recipes.js';
import { spreadOf } from '../examples/accuracy/spread.js';

const docs = join(import.meta.dirname, '../docs');
const page = readFileSync(join(docs, 'accuracy.md'), 'utf8');
const log = readFileSync(join(docs, 'accuracy-log.txt'), 'utf8').trim().split('\n');

/** The test accuracies of a recipe at its full length, in the order of the runs, by seed. */
function tested(name: string, epochs: number): Map<number, number> {
  const runs = log.map((line) => / (\w+) seed (\d+) epochs (\d+) test (\d+\.\d+) /.exec(line));
  return new Map(
    runs.flatMap((run) => (run?.[1] === name && Number(run[3]) === epochs ? [[Number(run[2]), Number(run[4])]] : [])),
  );
}

describe('the page on accuracy', () => {
  it.each(Object.entries(RECIPES))('says of %s what its runs from seeds 0, 1 and 2 came to', (name, { epochs, promise }) => {
    const runs = tested(name, epochs);
    expect([...runs.keys()].sort()).toEqual([0, 1, 2]);
    const { mean, least, most } = spreadOf([...runs.values()]);
    const row = page.split('\n').find((line) => line.endsWith(`| \`${name}\` |`));
    expect(row).toContain(`**${mean.toFixed(2)}** (${least.toFixed(2)} - ${most.toFixed(2)})`);
    expect(mean).toBeGreaterThanOrEqual(promise);
  });
});
