// gzip files that grow: by members, by blocks of every kind, by their headers, and by what they unpack to.
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { encode, join } from '../edits.js';
import type { Grower } from './Grower.js';
import { emptyOwnCodes } from './ownCodes.js';

/** So many copies of bytes that they are about as many bytes. */
export const filled = (piece: Uint8Array, size: number): Uint8Array =>
  new Uint8Array(Buffer.alloc(Math.max(1, Math.floor(size / piece.length)) * piece.length, piece));

const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
/** A file of packed blocks, which unpack to `content`. */
function gzip(packed: Uint8Array, content: Uint8Array, head: Uint8Array = HEAD): Uint8Array {
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content), 0);
  tail.writeUInt32LE(content.length, 4);
  return join(head, packed, tail);
}
const member = (content: Uint8Array) => new Uint8Array(gzipSync(Buffer.from(content)));

/** Blocks of one kind, all alike, behind each other. */
function blocks(size: number, content: Uint8Array, options: Parameters<typeof deflateRawSync>[1]): Uint8Array {
  const block = deflateRawSync(content, { ...options, finishFlush: constants.Z_FULL_FLUSH });
  const count = Math.max(1, Math.floor(size / block.length));
  return gzip(join(filled(block, size), Uint8Array.of(3, 0)), filled(content, content.length * count));
}
const letters: Uint8Array = Uint8Array.from({ length: 200 }, (_, at) => 65 + ((at * at) % 26));

const grow = (name: string, make: (size: number, draw: () => number) => Uint8Array): Grower => ({
  reader: 'gzip',
  name: `gzip: ${name}`,
  make,
  givesWay: true,
});

export const gzipGrowers: readonly Grower[] = [
  grow('empty members', (size) => filled(member(new Uint8Array(0)), size)),
  grow('members of a byte', (size) => filled(member(Uint8Array.of(7)), size)),
  grow('empty stored blocks', (size) =>
    gzip(join(filled(Uint8Array.of(0, 0, 0, 255, 255), size), Uint8Array.of(3, 0)), new Uint8Array(0)),
  ),
  grow('blocks of fixed codes', (size) => blocks(size, letters.subarray(0, 4), { strategy: constants.Z_FIXED })),
  grow('blocks of their own codes', (size) => blocks(size, letters, { strategy: constants.Z_HUFFMAN_ONLY })),
  grow('empty blocks of their own codes', (size) => gzip(join(emptyOwnCodes(size), Uint8Array.of(3, 0)), new Uint8Array(0))),
  grow('stored blocks', (size) => blocks(size, letters, { level: 0 })),
  grow('zeros', (size) => member(new Uint8Array(Math.min(2 ** 20, size)))),
  grow('noise', (size, draw) => member(Uint8Array.from({ length: Math.min(2 ** 20, size) }, () => Math.floor(256 * draw())))),
  grow('zeros behind it', (size) => join(member(letters), new Uint8Array(size))),
  grow('noise behind it', (size) => join(member(letters), filled(letters, size))),
  grow('a long name', (size) =>
    gzip(
      Uint8Array.of(3, 0),
      new Uint8Array(0),
      join(
        HEAD.map((byte, at) => (at === 3 ? 8 : byte)),
        encode(`${'n'.repeat(size)}\0`),
      ),
    ),
  ),
  grow('a declared size', (size) =>
    join(HEAD, filled(Uint8Array.of(0, 0, 0, 255, 255), size), new Uint8Array(4), Uint8Array.of(255, 255, 255, 63)),
  ),
];
