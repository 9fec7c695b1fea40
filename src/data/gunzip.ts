// Unpacks gzip: one or more packed parts, as one file (RFC 1952). It uses nothing of the platform, so that all platforms agree.
import { wholeNumber } from '../support/checks.js';
import { FormatError, LimitError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { fileBytes } from './bytes.js';
import { gzipBody } from './packed/gzipHead.js';
import { Inflater } from './packed/Inflater.js';
import { inflate } from './packed/inflate.js';
import { Turns } from './packed/Turns.js';

/** Options of {@link gunzip}. */
export interface GunzipOptions {
  /** The most bytes of the unpacked data; 2^30 (1 GiB) if left out. */
  readonly limit?: number | undefined;
}

/** Bytes of a packed part's end: the checksum and the size of what was packed. */
const TAIL = 8;

/** The work to begin and to end a member, in symbols. */
const MEMBER = 200;

/** Zeros that are looked at without a turn of the event loop; eight of them take as long as a symbol. */
const PIECE = 2 ** 16;

/** One byte of deflate unpacks to no more bytes than this. */
const DENSEST = 1032;

/**
 * Unpacks gzip, such as MNIST's files as they are downloaded, in the same way on every platform.
 *
 * A file may have several members, one behind the other, as `cat a.gz b.gz` makes them: they are one file (RFC 1952, 2.2). Zeros
 * behind the last one, as tapes and block devices leave them, do not count.
 *
 * @param bytes - The whole packed file. It is copied, and not changed.
 * @param options - See {@link GunzipOptions}.
 * @returns The unpacked bytes.
 * @throws {@link FormatError} for bytes that are no gzip, damaged (checksum), cut short, or have anything but zeros behind them; its
 * offset is where unpacking stopped.
 * @throws {@link LimitError} as soon as more than `limit` bytes would come out.
 *
 * @example
 * ```ts
 * import { gunzip } from 'glassbox-nn/data';
 * import { gzipSync } from 'node:zlib';
 *
 * const packed = gzipSync(Uint8Array.of(1, 2, 3));
 * await gunzip(packed); // => Uint8Array(3) [ 1, 2, 3 ]
 * await gunzip(Buffer.concat([packed, packed])); // => Uint8Array(6) [ 1, 2, 3, 1, 2, 3 ]
 * ```
 */
export async function gunzip(bytes: Uint8Array | ArrayBuffer, options?: GunzipOptions): Promise<Uint8Array> {
  const { limit = 2 ** 30 } = readOptions('gunzip', options, ['limit']);
  wholeNumber('gunzip: limit', limit, 0);
  const packed = new Uint8Array(fileBytes('gunzip: bytes', bytes, true));
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) {
    const got = packed.length === 0 ? 'nothing' : `first bytes ${packed[0]} ${packed[1] ?? ''}`.trim();
    throw new FormatError(wording('gunzip', 'gzip, which begins with the bytes 31 139', got, 'Is it unpacked already?'), {
      offset: 0,
    });
  }
  const view = new DataView(packed.buffer);
  // Nearly always the last size in the file is the only one; another file's may be wrong.
  const size = packed.length < TAIL ? 0 : view.getUint32(packed.length - 4, true);
  const inflater = new Inflater(packed, limit, Math.min(size, DENSEST * packed.length));
  const turns = new Turns();
  for (let at = 0; at < packed.length && !(await isPadding(packed, at, turns)); ) {
    at = await member(inflater, view, at, limit, turns);
  }
  return inflater.read();
}

/** Unpacks the member that begins at a byte. Returns where it ends. */
async function member(inflater: Inflater, view: DataView, at: number, limit: number, turns: Turns): Promise<number> {
  await turns.spend(MEMBER);
  const body = await gzipBody(inflater.bytes, at, turns);
  if (body.end === undefined) throw damaged(body.fault, at > 0 && inflater.bytes[at] !== 0x1f);
  const { stand, checksum } = await inflate(inflater, body.end, turns);
  if (stand === 'full') {
    const remedy = 'If you trust the file, raise the limit option.';
    throw new LimitError(wording('gunzip', `at most ${limit} bytes`, 'more', remedy));
  }
  const tail = inflater.at;
  if (stand === 'damaged' || tail + TAIL > view.byteLength) throw damaged(stand === 'damaged' ? tail : view.byteLength);
  const size = (inflater.length - inflater.from) % 2 ** 32;
  if (view.getUint32(tail, true) !== checksum || view.getUint32(tail + 4, true) !== size) throw damaged(tail);
  return tail + TAIL;
}

/** Whether there are only zeros from a byte on, which is not the first. */
async function isPadding(packed: Uint8Array, start: number, turns: Turns): Promise<boolean> {
  if (start === 0 || packed[start] !== 0) return false;
  for (let at = start; at < packed.length; at++) {
    if (packed[at] !== 0) return false;
    if (at % PIECE === 0) await turns.spend(PIECE / 8);
  }
  return true;
}

function damaged(offset: number, isMore = false): FormatError {
  const got = isMore ? `other bytes from byte ${offset} on` : `one that is damaged or cut short at byte ${offset}`;
  const remedy = isMore ? 'Cut them off.' : 'Copy or download the file again.';
  return new FormatError(wording('gunzip', 'a whole gzip file with a right checksum', got, remedy), { offset });
}
