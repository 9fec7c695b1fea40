// Where the packed package is tried out before a release: verdicts on what an environment printed, and what the pages say of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotHere } from '../scripts/environments/environment.js';
import { ENVIRONMENTS } from '../scripts/environments/environments.js';
import { program } from '../scripts/environments/program.js';
import type { Project } from '../scripts/environments/project.js';
import { runEnvironment } from '../scripts/environments/runEnvironment.js';
import { table } from '../scripts/environments/table.js';
import { VERSIONS } from '../scripts/environments/versions.js';

/** A project that installs nothing. */
const project = { printed: [], install: async () => {}, installLibrary: async () => {} } as unknown as Project;

const line = (bits: string, milliseconds = 80, turns: number | string = 7) =>
  `before\nglassbox-nn: bits ${bits} by webassembly in ${milliseconds} ms, ${turns} turns.\nafter`;

/** The verdict on a place that prints this, or throws this, with the reason. */
async function verdictOn(printed: string | Error): Promise<string> {
  const here = async () => {
    if (printed instanceof Error) throw printed;
    return printed;
  };
  const [row] = await runEnvironment('engine', { packages: { engine: '1.2.3' }, places: { here } }, project, 'a/1');
  expect(row).toMatchObject({ environment: 'engine', version: '1.2.3', place: 'here' });
  return [row?.verdict, row?.reason].filter(Boolean).join(': ');
}

describe('the verdict on a place of an environment', () => {
  it.each([
    [line('a/1'), 'same bits'],
    [line('a/1', 80, 'uncounted'), 'same bits'],
    [line('b/1'), 'failed: it came to other bits: expected a/1, got b/1'],
    [line('a/1', 49), 'failed: fit took 49 ms, where 50 are needed for it to give way'],
    [line('a/1', 80, 0), 'failed: fit gave no way: no timer ran while it trained'],
    ['no tests found', 'failed: it told nothing of the program:\nno tests found'],
    [new Error('Cannot find module'), 'failed: Cannot find module'],
    [new NotHere('there is no binary'), 'not run: there is no binary'],
  ])('%j is %j', async (printed, verdict) => {
    expect(await verdictOn(printed)).toBe(verdict);
  });

  it('is the same for all its places, where it cannot be set up', async () => {
    const broken = { ...project, install: () => Promise.reject(new NotHere('npm cannot install it')) } as unknown as Project;
    const place = () => Promise.reject(new Error('it was run'));
    const rows = await runEnvironment('engine', { places: { page: place, worker: place } }, broken, 'a/1');
    expect(rows.map(({ verdict, reason }) => [verdict, reason])).toEqual(Array(2).fill(['not run', 'npm cannot install it']));
    expect(table(rows)).toContain(`| engine ${process.versions.node} | page | not run: npm cannot install it |`);
  });
});

it('the program that all environments run gives way, and comes to the same bits each time', async () => {
  const [text, other] = [await program(), await program(false)];
  expect(text).toMatch(/^glassbox-nn: bits \w+\/60\/[\d.]+\/[\d.]+\/7\/[\d.]+ by \w+ in \d+ ms, [1-9]\d* turns\.$/);
  expect(other.split(' by ')[0]).toBe(text.split(' by ')[0]);
});

describe('versions of the packages that environments are made of', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/compatibility.md'), 'utf8');
  const named = [...page.matchAll(/^\|.*\| ([^|]*\d\.\d+\.\d[^|]*) \|$/gm)].flatMap(([, cell = '']) => cell.split(', '));

  it('are exact', () => {
    for (const version of Object.values(VERSIONS)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('are those that the page tells', () => {
    expect(named.length).toBeGreaterThan(15);
    const known = Object.entries(VERSIONS).map(([name, version]) => `${name} ${version}`);
    expect(known).toEqual(expect.arrayContaining(named));
  });

  it('are named for every environment', () => {
    for (const [name, { packages = {} }] of Object.entries(ENVIRONMENTS)) {
      const [first] = Object.entries(packages);
      if (name !== 'node') expect(named).toContain(first?.join(' '));
    }
  });
});
