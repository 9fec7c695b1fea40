// Node's permission model: threads where it allows workers, and a warning where it does not.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';

/** The model's name, which was another while it was new. */
const FLAG = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';

/** What the program says under permission to read files, and more. */
function said(...allowed: string[]): unknown {
  const program = bundleProgram('test/platforms/permittedFit.ts');
  const flags = ['--no-warnings', FLAG, '--allow-fs-read=*', ...allowed];
  return JSON.parse(execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' }));
}

it('a fit with threads that may start no workers warns, and goes on without, to the same bits (case 309)', () => {
  const missing = 'this process may start none by its permissions; node --allow-worker gives it that one.';
  const warnings = [`threads: ${missing} It trains without them, to the same bits.`];
  expect(said()).toEqual({ missing, warnings, same: true });
});

it('with that permission it has them', () => {
  expect(said('--allow-worker')).toEqual({ warnings: [], same: true });
});
