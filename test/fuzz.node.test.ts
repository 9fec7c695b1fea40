// Spoilt files of every format: those that readers once stumbled over, and some new ones; and the fuzzer, which must find what is at fault.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { attack } from '../scripts/fuzz/attack.js';
import { checkGiant, checkGrowth } from '../scripts/fuzz/growth/check.js';
import { drawsFrom } from '../scripts/fuzz/growth/Grower.js';
import { growers } from '../scripts/fuzz/growth/growers.js';
import { brokenGrowers } from '../scripts/fuzz/host/broken.js';
import { Host } from '../scripts/fuzz/host/Host.js';
import { spoilt } from '../scripts/fuzz/mutations.js';
import { targets } from '../scripts/fuzz/targets.js';

describe.each(targets)('$name', (target) => {
  const folder = join(import.meta.dirname, 'corpus', target.name);
  const found = existsSync(folder) ? readdirSync(folder) : [];

  it('reads whole files', async () => {
    await fc.assert(
      fc.asyncProperty(target.whole, async (bytes) => {
        expect(await attack(target, bytes)).toBeDefined();
      }),
      { numRuns: 20 },
    );
  });

  it('has edits that change its files', () => {
    const edited = fc.sample(fc.tuple(target.whole, target.structure), { numRuns: 40 });
    const changed = edited.filter(([bytes, edit]) => !Buffer.from(edit(bytes)).equals(bytes));
    // Some leave a file alone: a size becomes what it was.
    expect(changed.length).toBeGreaterThan(20);
  });

  it('gives a value or a typed error for spoilt ones', async () => {
    for (const name of found) await attack(target, new Uint8Array(readFileSync(join(folder, name))));
    await fc.assert(
      fc.asyncProperty(spoilt(target), async (bytes) => {
        await attack(target, bytes);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an attack', () => {
  const none = fc.constant<never>(undefined as never);
  const target = (read: (bytes: Uint8Array) => unknown) => ({ name: 'made', whole: none, structure: none, read });

  it('tells an error without a code, one that does not teach, and bytes that were changed', async () => {
    const bytes = Uint8Array.of(1, 2);
    const plain = () => {
      throw new TypeError('x is undefined');
    };
    const mute = () => {
      throw Object.assign(new Error('bad'), { code: 'FORMAT' });
    };
    await expect(attack(target(plain), bytes)).rejects.toThrow('without a code');
    await expect(attack(target(mute), bytes)).rejects.toThrow('does not teach');
    await expect(
      attack(
        target((given) => given.fill(0)),
        bytes,
      ),
    ).rejects.toThrow('were changed');
  });
});

describe('a process that reads', () => {
  const host = new Host();
  const bytes = new Uint8Array(10);
  const read = (reader: string) => host.run({ kind: 'file', reader, bytes });
  const grower = (name: string) => brokenGrowers.find((each) => each.name === name) as (typeof brokenGrowers)[number];

  afterAll(() => host.end());

  it('is ended where no answer comes, or ends itself, and begun anew (case 206)', async () => {
    expect(await read('broken-endless')).toMatchObject({ fault: 'no answer after 2 seconds of the processor', taken: false });
    expect((await read('broken-fatal')).fault).toMatch(/ended the process \(SIGABRT\)/);
    expect((await read('broken-plain')).fault).toContain('an error without a code: TypeError');
    expect(host.begun).toBe(3);
    const answer = await read('idx');
    expect([answer.fault, answer.taken]).toEqual([undefined, false]);
  });

  it('tells time that grows with the square of a file, memory out of proportion to it, and what dies of a large one (case 206)', async () => {
    const [square, hungry] = [
      await checkGrowth(host, grower('broken square'), 1),
      await checkGrowth(host, grower('broken hungry'), 1),
    ];
    expect(square.fault).toMatch(/bytes take \d+ ms, and \d+ bytes \d+ ms|no answer/);
    const still = await checkGrowth(host, { ...grower('broken square'), givesWay: true }, 1);
    expect(still.fault).toMatch(/with 0 turns for others|no answer/);
    // Where the system does not tell how much memory it is.
    if (process.platform === 'linux') expect(hungry.fault).toMatch(/^\d+ bytes took \d+ MiB/);
    expect((await checkGiant(host, { ...grower('broken fatal'), giant: 10 }, 1))?.fault).toContain('ended the process');
    const whole = growers.find(({ name }) => name === 'idx: bytes') as (typeof growers)[number];
    expect((await checkGrowth(host, whole, 1)).fault).toBeUndefined();
  });
});

describe('files that grow', () => {
  it('are of every reader, each kind by another name, and of the size that is asked for', () => {
    expect(new Set(growers.map(({ name }) => name)).size).toBe(growers.length);
    const readers = new Set(growers.map(({ reader }) => reader));
    expect(targets.filter(({ name }) => !readers.has(name))).toEqual([]);
    for (const { name, make, reader } of growers) {
      const [small, large] = [make(2 ** 14, drawsFrom(1)), make(2 ** 16, drawsFrom(1))];
      // What is packed, or has a list that is as long as may be, does not get longer.
      if (reader === 'gzip' || name.startsWith('npz')) continue;
      expect(large.length, name).toBeGreaterThan(2 * small.length);
      expect(large.length, name).toBeLessThan(2 ** 18);
    }
  });
});
