// What `npx glassbox-nn` prints: in every kind of terminal, and for every kind of mistake.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerminalColours } from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { runDemo } from '../../src/node/demo/runDemo.js';

const plain = { columns: 80, colours: 'none' as TerminalColours, seed: 3, version: '1.2.3' };
const run = (words: string, terminal: Partial<typeof plain> = {}) =>
  runDemo(words.split(' ').filter(Boolean), { ...plain, ...terminal });

/** What is seen: without the sequences that set colours. */
const seen = (text: string) => visible(text).replaceAll(/ESC\[[0-9;]*m/g, '');

/** With ESC for the character that begins a sequence. */
const visible = (text: string) => text.replaceAll('\u001b', 'ESC');

describe('the program itself', () => {
  const root = join(import.meta.dirname, '../..');
  const program = (words: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src/node/bin.ts'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });

  it('prints plainly where it is piped, in as many columns as COLUMNS says', () => {
    const { status, stdout } = program(['7', '--seed', '3'], { COLUMNS: '40' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Test digit \d+:\n[\n -~]+It says \d/);
    const drawn = stdout.split('It says')[0] ?? '';
    expect(Math.max(...drawn.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(program(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });
});

describe('npx glassbox-nn', () => {
  it('shows digits, the ten outputs as bars, the answer, and what to try next', () => {
    const { text, code } = run('');
    expect(code).toBe(0);
    expect(text.match(/^Test digit \d+:$/gm)).toHaveLength(2);
    expect(text.match(/^.* {3}\d #* *\d\.\d{3}$/gm)).toHaveLength(20);
    expect(text).toMatch(/^It says \d(, which is right\.|; it is a \d\.)$/m);
    expect(text).toContain('npx glassbox-nn --seed 3 --count 2');
  });

  it('prints plain characters where there is no colour (case 137)', () => {
    expect(run('').text).toMatch(/^[\n -~]+$/);
  });

  it('draws in half blocks of two greys where there is colour', () => {
    expect(visible(run('', { colours: 'rgb' }).text)).toMatch(/ESC\[38;2;255;255;255;48;2;\d+;\d+;\d+m\u2580/);
    expect(visible(run('', { colours: '256' }).text)).toMatch(/ESC\[38;5;231;48;5;\d+m\u2580/);
    for (const line of run('', { colours: 'rgb' }).text.split('\n')) {
      if (line.includes('\u001b')) expect(line).toContain('\u001b[0m');
    }
  });

  it.each([200, 80, 60, 46, 40, 28, 27, 20, 14, 9])('keeps to a terminal of %i columns (case 137)', (columns) => {
    for (const colours of ['none', '256', 'rgb'] as const) {
      const drawn = run('--count 1', { columns, colours }).text.split('\n').slice(1, -13);
      expect(drawn.length).toBeGreaterThan(10);
      for (const line of drawn) expect(seen(line).length).toBeLessThanOrEqual(Math.max(columns, 8));
    }
  });

  it('chooses by the seed, and shows one digit alone if asked', () => {
    expect(run('--seed 5')).toEqual(run('--seed 5', { seed: 9 }));
    expect(run('--seed 5').text).not.toBe(run('--seed 6').text);
    const shown = run('7 --count 20').text.match(/^Test digit \d+:$/gm) ?? [];
    expect(shown).toHaveLength(20);
    expect(shown.every((line) => line.endsWith('7:'))).toBe(true);
  });

  it('reads with another network', () => {
    const texts = ['default', 'classic', 'handmade'].map((name) => run(`--network ${name} --count 5`).text);
    expect(new Set(texts).size).toBe(3);
    expect(texts[2]).toContain('--network handmade');
  });

  it('helps', () => {
    for (const word of ['--help', '-h', '3 --help'])
      expect(run(word)).toMatchObject({ code: 0, text: expect.stringContaining('--seed N') });
  });

  it('tells the version, whatever else it is asked', () => {
    for (const word of ['--version', '-v', '3 --version']) expect(run(word)).toEqual({ code: 0, text: '1.2.3' });
  });

  it.each([
    ['10', 'digit: expected a whole number from 0 to 9, got 10'],
    ['seven', 'got seven'],
    ['1 2', 'expected one digit, got 2'],
    ['--seed -1', '--seed'],
    ['--seed 1.5', 'got 1.5'],
    ['--count 0', '--count: expected a whole number from 1 to 20, got 0'],
    ['--network deep', 'default, classic or handmade, got deep'],
    ['--sed 4', '--sed'],
    ['\u001b]0;x\u0007', 'got ?]0;x?'],
  ])('says what is wrong with %j, and where help is', (words, message) => {
    const { text, code } = run(words);
    expect(code).toBe(2);
    expect(text).toContain(message);
    expect(text).toContain('npx glassbox-nn --help');
  });
});
