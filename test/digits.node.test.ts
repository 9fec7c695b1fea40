// The main job as its user runs it: plain text when piped, --save and --load, Ctrl-C, and mistakes on the command line.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { bundleProgram } from '../scripts/bundleProgram.js';

const root = join(import.meta.dirname, '..');
const program = bundleProgram(join(root, 'examples/digits.ts'));
const folder = mkdtempSync(join(tmpdir(), 'digits-'));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the example, piped; `onOutput` sees all that it has printed so far. */
function digits(
  options: readonly string[],
  onOutput: (output: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...options], { cwd: root });
  let output = '';
  let errors = '';
  child.stdout.on('data', (text) => {
    output += text;
    onOutput(output, child);
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
}

describe('npm run digits', () => {
  it('learns, reads, saves, and reads the same from what it saved', async () => {
    const path = join(folder, 'saved.json');
    const trained = await digits(['--epochs', '1', '--save', path]);
    expect(trained).toMatchObject({ code: 0, errors: '' });
    expect(trained.output).toContain('784x16 + 16 + 16x16 + 16 + 16x10 + 10 = 13,002');
    expect(trained.output).toContain('epoch  1/1  cost 0.');
    expect(trained.output).toMatch(/a mistake: it says \d, and it is a \d\./);
    expect(trained.output).toMatch(/\ntest accuracy: \d\d\.\d\d %\n$/);
    const loaded = await digits(['--load', path]);
    expect(loaded.code).toBe(0);
    const end = 'Now it reads digits';
    expect(loaded.output.slice(loaded.output.indexOf(end))).toBe(trained.output.slice(trained.output.indexOf(end)));
  });

  it('prints plain text when piped', async () => {
    const { output } = await digits(['--epochs', '0']);
    expect(output).toMatch(/^[\n -~]+$/);
  });

  it('stops at Ctrl-C, and keeps what was learnt', async () => {
    const path = join(folder, 'stopped.json');
    let sent = false;
    const { code, output } = await digits(['--save', path], (soFar, child) => {
      if (!sent && soFar.includes('epoch  1/16')) sent = child.kill('SIGINT');
    });
    expect(code).toBe(130);
    expect(output).toContain('Stopped.');
    expect(output).not.toContain('test accuracy');
    expect(fromJson(readFileSync(path, 'utf8')).parameterCount).toBe(13_002);
  });

  it('says what is wrong with its options before it trains, in a line', async () => {
    expect(await digits(['--eposh', '2'])).toMatchObject({ code: 1, errors: "Unknown option '--eposh'\n" });
    expect((await digits(['--save', folder])).errors).toMatch(/^EISDIR.*\n$/);
    expect((await digits(['--epochs', 'two'])).errors).toBe('epochs: expected a whole number from 0, got NaN.\n');
    expect((await digits(['--load', join(root, 'README.md')])).errors).toMatch(
      /^fromJson: \$: expected JSON, got a text that begins '# glassbox-nn\\n.*\n$/,
    );
  });
});
