// Unpacking gzip, bombs and damage included, in Node and in browsers.
import { ArgumentError, FormatError, LimitError, OutOfRangeError } from 'glassbox-nn';
import { gunzip } from 'glassbox-nn/data';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectLateLesson } from './teaches.js';

/** Packs with what the platform has, the reverse of what is tested. */
async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Bytes that do not pack well. */
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => noiseAt(index));
const noiseAt = (index: number) => (Math.imul(Math.imul(index + 1, 0x9e3779b1) ^ 0x5bd1e995, index | 1) >>> 13) & 0xff;

describe('gunzip', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives back what was packed, of every size', async () => {
    for (const length of [0, 1, 1000, 300_000]) {
      const unpacked = await gunzip(await gzip(noise(length)));
      expect(unpacked.length).toBe(length);
      expect(unpacked.findIndex((byte, index) => byte !== noiseAt(index))).toBe(-1);
    }
  });

  it('takes a part of a buffer and an ArrayBuffer, and does not change or keep them', async () => {
    const packed = await gzip(noise(1000));
    const larger = new Uint8Array(packed.length + 2);
    larger.set(packed, 1);
    expect(await gunzip(packed.buffer)).toEqual(noise(1000));
    const promise = gunzip(larger.subarray(1, -1));
    larger.fill(0);
    expect(await promise).toEqual(noise(1000));
    expect(packed[0]).toBe(0x1f);
  });

  it('accepts exactly as many bytes as the limit, and refuses one more (case 59)', async () => {
    const packed = await gzip(noise(1000));
    expect((await gunzip(packed, { limit: 1000 })).length).toBe(1000);
    const says = ['gunzip', 'at most 999 bytes', 'raise the limit'];
    await expectLateLesson(gunzip(packed, { limit: 999 }), { type: LimitError, code: 'LIMIT', says });
  });

  it('stops a bomb soon after its limit, long before its end (case 59)', async () => {
    const bomb = await gzip(new Uint8Array(2 ** 24));
    const Original = globalThis.DecompressionStream;
    let unpacked = 0;
    class Counting {
      readonly readable: ReadableStream<Uint8Array>;
      readonly writable: WritableStream<unknown>;
      constructor() {
        const inner = new Original('gzip');
        const count = new TransformStream<Uint8Array, Uint8Array>({
          transform(piece, controller) {
            unpacked += piece.length;
            controller.enqueue(piece);
          },
        });
        this.writable = inner.writable;
        this.readable = (inner.readable as ReadableStream<Uint8Array>).pipeThrough(count);
      }
    }
    vi.stubGlobal('DecompressionStream', Counting);
    const says = ['gunzip', 'at most 100000 bytes', 'got more'];
    await expectLateLesson(gunzip(bomb, { limit: 100_000 }), { type: LimitError, code: 'LIMIT', says });
    expect(unpacked).toBeGreaterThan(100_000);
    expect(unpacked).toBeLessThan(2 ** 21);
  });

  it('refuses a wrong checksum and a wrong length (case 60)', async () => {
    const packed = await gzip(noise(1000));
    const lesson = {
      type: FormatError,
      code: 'FORMAT',
      says: ['gunzip', 'a right checksum', 'damaged', 'download the file again'],
    };
    for (const place of [packed.length - 8, packed.length - 1]) {
      const damaged = packed.slice();
      damaged[place] ^= 1;
      await expectLateLesson(gunzip(damaged), { ...lesson, offset: packed.length });
    }
  });

  it('refuses a file that is cut short anywhere (case 60)', async () => {
    const packed = await gzip(noise(1000));
    for (const length of [2, 9, 10, 500, packed.length - 8, packed.length - 1]) {
      const says = ['gunzip', 'cut short', 'download the file again'];
      await expectLateLesson(gunzip(packed.subarray(0, length)), { type: FormatError, code: 'FORMAT', says, offset: length });
    }
  });

  it('refuses what is no gzip', async () => {
    const lesson = { type: FormatError, code: 'FORMAT', offset: 0 };
    await expectLateLesson(gunzip(Uint8Array.of(0, 0, 8, 1)), {
      ...lesson,
      says: ['gunzip', 'first bytes 0 0', 'unpacked already'],
    });
    await expectLateLesson(gunzip(new Uint8Array(0)), { ...lesson, says: ['gunzip', 'got nothing'] });
    await expectLateLesson(gunzip(Uint8Array.of(0x1f)), { ...lesson, says: ['gunzip', 'first bytes 31'] });
  });

  it('refuses arguments that cannot be', async () => {
    const argument = { type: ArgumentError, code: 'ARGUMENT' };
    await expectLateLesson(gunzip('file.gz' as never), {
      ...argument,
      says: ['gunzip: bytes', "got 'file.gz'", 'not its name'],
    });
    const misspelt = gunzip(new Uint8Array(2), { limt: 1 } as never);
    await expectLateLesson(misspelt, { ...argument, says: ["got 'limt'", 'Did you mean limit?'] });
    const says = ['gunzip: limit', 'got -1'];
    await expectLateLesson(gunzip(new Uint8Array(2), { limit: -1 }), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
  });
});
