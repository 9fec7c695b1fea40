// Spoilt files of every format: those that readers once stumbled over, and some new ones.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from '../scripts/fuzz/attack.js';
import { spoilt } from '../scripts/fuzz/mutations.js';
import { targets } from '../scripts/fuzz/targets.js';

describe.each(targets)('$name', (target) => {
  const folder = join(import.meta.dirname, 'corpus', target.name);
  const found = existsSync(folder) ? readdirSync(folder) : [];

  it('reads whole files', async () => {
    await fc.assert(
      fc.asyncProperty(target.whole, async (bytes) => {
        expect(await attack(target, bytes)).toBe(true);
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
