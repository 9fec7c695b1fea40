// What the library does where a platform lacks something: all of it that needs it not, and for the rest an error that names it.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';
import type { Outcomes } from './withoutGlobals.js';

/** What each missing global keeps from being done. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  TextEncoder: ['toSafetensors', 'toOnnx', 'checkpoint', 'stoppedInASave'],
  TextDecoder: ['fromSafetensors', 'fromOnnx', 'parseNpz'],
};

let outcomes: Outcomes;

beforeAll(() => {
  const [program, work] = ['withoutGlobals', 'ordinaryWork'].map((name) => bundleProgram(`test/platforms/${name}.ts`));
  const said = execFileSync(process.execPath, [program as string, work as string], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  outcomes = JSON.parse(said);
});

/** The names of the work that was not done. */
const undone = (work: Outcomes[string]) => Object.keys(work).filter((name) => work[name] !== 'ok');

describe('ordinary work', () => {
  it('is done where nothing is missing', () => {
    expect(Object.keys(outcomes.none ?? {}).length).toBeGreaterThan(25);
    expect(undone(outcomes.none ?? {})).toEqual([]);
  });

  it('is done without each global that the library knows, but for what is made of it, which names it (case 306)', () => {
    const names = Object.keys(outcomes).filter((name) => name !== 'none' && name !== 'all');
    for (const known of [
      'MessageChannel',
      'performance',
      'DOMException',
      'WebAssembly',
      'URL',
      'console',
      ...Object.keys(NEEDED),
    ]) {
      expect(names).toContain(known);
    }
    for (const name of names) {
      const work = outcomes[name] ?? {};
      expect(undone(work), name).toEqual(expect.arrayContaining([...(NEEDED[name] ?? [])]));
      expect(undone(work), name).toHaveLength(NEEDED[name]?.length ?? 0);
      for (const failed of undone(work)) {
        expect(work[failed]).toMatch(
          new RegExp(`^StateError: ${name}: expected a platform that has it, got one that does not\\. `),
        );
      }
    }
  });

  it('is done where all of them are missing at once, but for the same (case 306)', () => {
    const work = outcomes.all ?? {};
    expect(undone(work).sort()).toEqual([...new Set(Object.values(NEEDED).flat())].sort());
    for (const failed of undone(work)) expect(work[failed]).toMatch(/^StateError: Text..coder: /);
  });
});
