// Turns of the event loop while a packed file is read: so many as there is work, whatever the file is made of.
import { constants, gzipSync } from 'node:zlib';
import { gunzip, parseNpz } from 'glassbox-nn/data';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { filled } from '../../../scripts/fuzz/growth/gzip.js';
import { npy } from '../../../scripts/fuzz/growth/npyFile.js';
import { emptyOwnCodes } from '../../../scripts/fuzz/growth/ownCodes.js';
import { zip } from '../../../scripts/fuzz/structure/zip.js';

let turns = 0;

beforeEach(() => {
  turns = 0;
  const Channel = MessageChannel;
  vi.stubGlobal(
    'MessageChannel',
    class extends Channel {
      constructor() {
        super();
        turns++;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
/** A last block of nothing, and the checksum and the size of nothing. */
const END = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const letter = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n", Uint8Array.of(7));
const files = (count: number, ending: string) =>
  Array.from({ length: count }, (_, index) => ({ name: new TextEncoder().encode(`a${index}${ending}`), content: letter }));

it('few bytes are unpacked without a turn', async () => {
  await gunzip(gzipSync(new Uint8Array(10_000)));
  await parseNpz(zip(files(3, '.npy'), true));
  expect(turns).toBe(0);
});

// A turn stands for some milliseconds: 2^17 symbols, 2 MiB that come out, 300 blocks with codes of their own, 600 members.
it.each<[kind: string, bytes: () => Uint8Array, least: number]>([
  ['blocks with codes of their own', () => joined(HEAD, emptyOwnCodes(100_000), END), 100_000 / 11.25 / 400],
  ['members', () => filled(joined(HEAD, END), 200_000), 10_000 / 1000],
  ['zeros', () => gzipSync(new Uint8Array(2 ** 25)), 2 ** 25 / 2 ** 22],
  ['stored bytes', () => gzipSync(new Uint8Array(2 ** 25), { level: 0 }), 2 ** 25 / 2 ** 22],
  [
    'letters',
    () =>
      gzipSync(
        Uint8Array.from({ length: 2 ** 20 }, (_, at) => (at * at) >> 5),
        { strategy: constants.Z_HUFFMAN_ONLY },
      ),
    2 ** 20 / 2 ** 19,
  ],
  ['zeros behind the end', () => joined(HEAD, END, new Uint8Array(2 ** 24)), 2 ** 24 / 2 ** 21],
])('gunzip gives way in time, of %s (case 207)', async (_, bytes, least) => {
  await gunzip(bytes());
  expect(turns).toBeGreaterThan(least);
});

it('gunzip gives way during the checksum of a long head (case 207)', async () => {
  const named = HEAD.map((byte, at) => (at === 3 ? 8 + 2 : byte));
  await expect(gunzip(joined(named, filled(Uint8Array.of(65), 2 ** 25), new Uint8Array(3), END))).rejects.toThrow('damaged');
  expect(turns).toBeGreaterThan(2 ** 25 / 2 ** 22);
});

it.each<[kind: string, bytes: () => Uint8Array, least: number]>([
  ['arrays', () => zip(files(1000, '.npy'), false), 1000 / 100],
  ['packed arrays', () => zip(files(1000, '.npy'), true), 1000 / 100],
  ['other files', () => zip(files(5000, ''), false), 5000 / 1000],
  [
    'stored numbers',
    () =>
      zip(
        [
          {
            name: new TextEncoder().encode('b.npy'),
            content: npy(`{'descr': '|u1', 'fortran_order': False, 'shape': (${2 ** 24},), }\n`, new Uint8Array(2 ** 24)),
          },
        ],
        false,
      ),
    2 ** 24 / 2 ** 22,
  ],
])('parseNpz gives way in time, of %s (case 207)', async (_, bytes, least) => {
  await parseNpz(bytes());
  expect(turns).toBeGreaterThan(least);
});
