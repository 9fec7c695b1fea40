// Unpacking deflate, against zlib: streams of every kind come out alike, and what zlib refuses is refused.
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Inflater } from '../../../src/data/packed/Inflater.js';

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

/** Bytes that repeat themselves near and far, and some that do not. */
const content = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), fc.constantFrom(2, 16, 256)), {
    maxLength: 12,
  })
  .map((parts) =>
    Buffer.concat(parts.flatMap(([bytes, times, values]) => new Array(times).fill(bytes.map((byte) => byte % values)))),
  );

const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE),
  memLevel: fc.integer({ min: 1, max: 9 }),
});

/** All that comes out, or undefined for a stream at fault. The work is done in parts of odd sizes. */
function inflated(bytes: Uint8Array, room: number, work = 77): Uint8Array | undefined {
  const inflater = new Inflater(bytes, 2 ** 22, room);
  inflater.begin(0);
  while (!['end', 'damaged', 'full'].includes(inflater.run(work)));
  return inflater.stand === 'end' ? inflater.read() : undefined;
}

function byZlib(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: 2 ** 22 }));
  } catch {
    return undefined;
  }
}

describe('inflate', () => {
  it('unpacks what zlib packed, at every level and strategy', () => {
    fc.assert(
      fc.property(content, packing, fc.nat(2000), (bytes, options, room) => {
        const packed = deflateRawSync(bytes, options);
        expect(Buffer.from(inflated(packed, room) as Uint8Array).equals(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('unpacks and refuses spoilt streams as zlib does', () => {
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255), fc.boolean());
    let refused = 0;
    fc.assert(
      fc.property(content, packing, edit, (bytes, options, [place, byte, cut]) => {
        const packed = Uint8Array.from(deflateRawSync(bytes, options));
        const at = Math.floor(place * (packed.length - 1));
        packed[at] = byte;
        const spoilt = cut ? packed.subarray(0, at) : packed;
        const expected = byZlib(spoilt);
        const got = inflated(spoilt, 0, 1000);
        if (expected === undefined) refused++;
        expect(got && Buffer.from(got).toString('hex')).toBe(expected && Buffer.from(expected).toString('hex'));
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it('unpacks and refuses bytes at random as zlib does', () => {
    // The first three bits say that a block is the last one, and packed by codes of its own or those that are known.
    const stream = fc.tuple(fc.constantFrom(3, 5), fc.uint8Array({ minLength: 1, maxLength: 60 }));
    fc.assert(
      fc.property(stream, ([head, bytes]) => {
        bytes[0] = ((bytes[0] as number) & ~7) | head;
        const [expected, got] = [byZlib(bytes), inflated(bytes, 0)];
        expect(got && [...got]).toEqual(expected && [...expected]);
      }),
      { numRuns: 3000 },
    );
  });
});
