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

const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A member of these packed bytes, whose checksum and size are those of nothing. */
const gzipOf = (...packed: number[]) => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...packed, 0, 0, 0, 0, 0, 0, 0, 0);

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

  it('stops a bomb at its limit, and never sees its end (case 59)', async () => {
    const bomb = await gzip(new Uint8Array(2 ** 24));
    // Damaged in its middle: to get there is another error.
    bomb.fill(255, bomb.length / 2);
    const says = ['gunzip', 'at most 100000 bytes', 'got more'];
    await expectLateLesson(gunzip(bomb, { limit: 100_000 }), { type: LimitError, code: 'LIMIT', says });
    await expectLateLesson(gunzip(bomb), { type: FormatError, code: 'FORMAT', says: ['damaged'] });
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
      await expectLateLesson(gunzip(damaged), { ...lesson, offset: packed.length - 8 });
    }
  });

  it('refuses a file that is cut short anywhere (case 60)', async () => {
    const packed = await gzip(noise(1000));
    for (const length of [2, 9, 10, 500, packed.length - 8, packed.length - 1]) {
      const says = ['gunzip', 'cut short', 'download the file again'];
      await expectLateLesson(gunzip(packed.subarray(0, length)), { type: FormatError, code: 'FORMAT', says, offset: length });
    }
  });

  it('reads several members, one behind the other, as one file (case 200)', async () => {
    const parts = [noise(1000), new Uint8Array(0), Uint8Array.of(7), noise(70_000)];
    const members = await Promise.all(parts.map(gzip));
    expect(await gunzip(joined(...members))).toEqual(joined(...parts));
    // A member cannot repeat what another one holds: this one asks for the byte before its own first.
    const reaching = gzipOf(0x4b, 0x04, 0x02, 0x00);
    await expectLateLesson(gunzip(joined(members[0] as Uint8Array, reaching)), {
      type: FormatError,
      code: 'FORMAT',
      says: ['damaged'],
    });
    const limit = { limit: 71_000 };
    await expectLateLesson(gunzip(joined(...members), limit), { type: LimitError, code: 'LIMIT', says: ['71000'] });
    expect((await gunzip(joined(...members), { limit: 71_001 })).length).toBe(71_001);
  });

  it('passes over zeros behind the end, and refuses anything else there (case 201)', async () => {
    const packed = await gzip(noise(1000));
    expect(await gunzip(joined(packed, new Uint8Array(512)))).toEqual(noise(1000));
    for (const behind of [[1], [0, 0, 1], [0x1f], [0x1f, 0x8b, 8], [0x50, 0x4b]]) {
      const at = packed.length;
      const says = behind[0] === 0x1f ? ['damaged or cut short'] : [`other bytes from byte ${at} on. Cut them off.`];
      const lesson = { type: FormatError, code: 'FORMAT', says: ['gunzip', ...says] };
      await expectLateLesson(gunzip(joined(packed, Uint8Array.from(behind))), lesson);
    }
    // Zeros alone are none, and neither are they in front of a member.
    await expectLateLesson(gunzip(joined(packed, new Uint8Array(4), packed)), {
      type: FormatError,
      code: 'FORMAT',
      says: ['other bytes'],
      offset: packed.length,
    });
  });

  it('reads the fields that may stand in front, and refuses those that are not what they say (case 60)', async () => {
    const [head, body] = [[0x1f, 0x8b, 8], (await gzip(noise(50))).subarray(10)];
    const withHead = (flags: number, ...fields: number[]) =>
      joined(Uint8Array.of(...head, flags, 0, 0, 0, 0, 0, 3, ...fields), body);
    expect(await gunzip(withHead(1))).toEqual(noise(50));
    expect(await gunzip(withHead(4 + 8 + 16, 2, 0, 9, 9, 65, 0, 66, 67, 0))).toEqual(noise(50));
    // The checksum of the ten bytes 1f 8b 08 02 00 00 00 00 00 03 is 0x0c5c77a7, of which the low half stands in the file.
    expect(await gunzip(withHead(2, 0xa7, 0x77))).toEqual(noise(50));
    for (const wrong of [withHead(2, 0, 0), withHead(32), withHead(4, 255, 255), withHead(8).subarray(0, 10)]) {
      await expectLateLesson(gunzip(wrong), { type: FormatError, code: 'FORMAT', says: ['damaged'] });
    }
  });

  it('needs nothing of the platform but its language', async () => {
    const packed = await gzip(noise(1000));
    for (const name of ['DecompressionStream', 'ReadableStream', 'Blob', 'Response']) vi.stubGlobal(name, undefined);
    expect(await gunzip(packed)).toEqual(noise(1000));
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
      says: ['gunzip: bytes', "got the name 'file.gz'", 'readFileSync(name)'],
    });
    const misspelt = gunzip(new Uint8Array(2), { limt: 1 } as never);
    await expectLateLesson(misspelt, { ...argument, says: ["got 'limt'", 'Did you mean limit?'] });
    const says = ['gunzip: limit', 'got -1'];
    await expectLateLesson(gunzip(new Uint8Array(2), { limit: -1 }), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
  });
});
