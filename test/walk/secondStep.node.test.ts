// How much one reads to follow one training step: counted by what runs, not by a list.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = execFileSync(process.execPath, ['--jitless', '--import', 'tsx', join(import.meta.dirname, 'secondStep.ts')], {
  cwd: root,
  encoding: 'utf8',
});
const { backend, files: all } = JSON.parse(run) as { backend: string; files: string[] };
const files = all.filter((file) => !/^(data|support)\//.test(file));
const linesOf = (file: string) =>
  readFileSync(join(root, 'src', file), 'utf8')
    .trimEnd()
    .split('\n').length;

it('runs through at most 11 files of 900 lines, none of them above 200, on the JavaScript backend', () => {
  expect(backend).toBe('javascript');
  expect(files).toContain('learning/TrainingStep.ts');
  expect(files.length).toBeLessThanOrEqual(11);
  expect(files.reduce((total, file) => total + linesOf(file), 0)).toBeLessThanOrEqual(900);
  for (const file of files) expect(linesOf(file), file).toBeLessThanOrEqual(200);
});

it('is the walk that docs/architecture.md shows', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const section = page.slice(page.indexOf('## One training step'));
  const walk = [...section.slice(0, section.indexOf('\n## ', 4)).matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, file]) => file);
  expect([...walk].sort()).toEqual(files);
});
