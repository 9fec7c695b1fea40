// What the README and the guide show: their code compiles, and the examples they include run and print what is said of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleProgram } from '../scripts/bundleProgram.js';
import { typeErrors } from './support/examples.js';

const root = join(import.meta.dirname, '..');

/** The code that a page shows, but for that of the examples, which are programs of their own. */
function codeBlocks(file: string): { title: string; code: string }[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/<!-- code: .*?<!-- \/code -->/gs, '');
  const blocks = text.matchAll(/```ts\n(.*?)```/gs);
  return Array.from(blocks, ([, code = ''], index) => ({ title: `${file}, block ${index}`, code }));
}

// One program of TypeScript for both pages.
const blocks = ['README.md', 'docs/own-data.md'].flatMap(codeBlocks);
const errors = typeErrors(root, blocks);

function run(example: string, ...options: string[]): string {
  const program = bundleProgram(join(root, 'examples', example));
  return execFileSync(process.execPath, [program, ...options], { cwd: root, encoding: 'utf8' });
}

describe.each(['README.md', 'docs/own-data.md'])('%s', (file) => {
  it('shows code that compiles', () => {
    const titles = blocks.filter(({ title }) => title.startsWith(file)).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(errors[blocks.findIndex((block) => block.title === title)], title).toEqual([]);
  });
});

describe('the examples of the guide', () => {
  it('guess: prints four numbers and the brightest', () => {
    expect(run('guess.ts')).toContain('3-5-4, sigmoid, 15+5 + 20+4 = 44 parameters');
  });

  it('own-numbers: knows a banana', () => {
    expect(run('own-numbers.ts')).toBe('accuracy 1\n18 cm and 130 g: banana\n');
  });

  it('pictures: writes what it shows, and draws in text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const lines = run('pictures.ts', folder).split('\n');
    const files = [
      'activations.svg',
      'confusion.png',
      'feature.svg',
      'learning.svg',
      'mistakes.svg',
      'network.svg',
      'recording.html',
      'weights.svg',
    ];
    expect(readdirSync(folder).sort()).toEqual(files);
    rmSync(folder, { recursive: true });
    expect(lines.at(-2)).toMatch(/^training digit \d+ lights neuron 5 most: (0\.\d\d|1\.00)$/);
    // The neuron that was drawn: half the weight below and above, which is no more than a -, and a bar of full weight.
    const drawn = lines.slice(14, 28).map((line) => line.trim());
    expect(drawn.filter((line) => /^#+$/.test(line)).length).toBeGreaterThan(1);
    expect(drawn.filter((line) => /^[-=]+$/.test(line)).length).toBeGreaterThan(3);
  });

  it('learning-rate-schedule: learns the spirals, and lets the rate fall by halves', () => {
    const [accuracy, rates] = run('learning-rate-schedule.ts').trim().split('\n');
    expect(Number(accuracy?.replace('1400 steps, validation accuracy ', ''))).toBeGreaterThan(0.95);
    expect(rates).toMatch(/^learning rates on the way: 0.02, 0.01, 0.005/);
  });

  it('data/numpy: reads what NumPy saved, and learns it', () => {
    const [shapes, accuracy] = run('data/numpy.ts').split('\n');
    expect(shapes).toBe('x: 120 x 2 (float32), y: 120 (int64)');
    expect(Number(accuracy?.replace('accuracy ', ''))).toBeGreaterThan(0.85);
  });

  it('data/folder: reads pictures of several sizes, and knows a seven', () => {
    const [accuracy, picture] = run('data/folder.ts').split('\n');
    expect(accuracy).toMatch(/^600 pictures, accuracy 0\.[89]\d$/);
    expect(picture).toMatch(/^seven\/\d+\.png: seven$/);
  });
});
