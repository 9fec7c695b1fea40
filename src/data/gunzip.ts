// Unpacks gzip with what the platform has: browsers and Node alike.
import { wholeNumber } from '../support/checks.js';
import { FormatError, LimitError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { viewBytes } from './bytes.js';

/** Bytes handed over at a time: small, so that a bomb is noticed before much of it has gone off. */
const PIECE = 2 ** 16;

/** What {@link gunzip} may be told. */
export interface GunzipOptions {
  /** Bytes the unpacked data may have; 2^30 (1 GiB) if left out. */
  readonly limit?: number;
}

/**
 * Unpacks gzip, such as MNIST's files as they are downloaded.
 *
 * @param bytes - The whole packed file. It is copied, and not changed.
 * @param options - See {@link GunzipOptions}.
 * @returns The unpacked bytes.
 * @throws {@link FormatError} for bytes that are no gzip, damaged (checksum) or cut short; its offset is where unpacking stopped.
 * @throws {@link LimitError} as soon as more than `limit` bytes have come out.
 *
 * @example
 * ```ts
 * import { gunzip } from 'glassbox-nn/data';
 * import { gzipSync } from 'node:zlib';
 *
 * const packed = gzipSync(Uint8Array.of(1, 2, 3));
 * await gunzip(packed); // => Uint8Array(3) [ 1, 2, 3 ]
 * ```
 */
export async function gunzip(bytes: Uint8Array | ArrayBuffer, options?: GunzipOptions): Promise<Uint8Array> {
  const { limit = 2 ** 30 } = readOptions('gunzip', options, ['limit']);
  wholeNumber('gunzip: limit', limit, 0);
  const packed = new Uint8Array(viewBytes('gunzip: bytes', bytes));
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) {
    const got = packed.length === 0 ? 'nothing' : `first bytes ${packed[0]} ${packed[1] ?? ''}`.trim();
    throw new FormatError(wording('gunzip', 'gzip, which begins with the bytes 31 139', got, 'Is it unpacked already?'), {
      offset: 0,
    });
  }
  return unpack(packed, limit);
}

async function unpack(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const progress = { offset: 0 };
  // Not awaited: the reader meets every error that the writer does, and the end comes only after all was taken.
  void feed(packed, stream.writable.getWriter(), progress);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const read = await reader.read().catch(() => undefined);
    if (read === undefined) throw damaged(progress.offset);
    if (read.done) break;
    length += read.value.length;
    if (length > limit) {
      // Not awaited: nothing depends on how the rest of the stream is thrown away.
      reader.cancel().catch(() => undefined);
      throw new LimitError(
        wording('gunzip', `at most ${limit} bytes`, 'more', 'If you trust the file, raise the limit option.'),
      );
    }
    pieces.push(read.value);
  }
  return joined(pieces, length);
}

/** Hands over the bytes piece by piece, and keeps in `progress` how far it came. Never rejects. */
async function feed(
  packed: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  progress: { offset: number },
): Promise<void> {
  try {
    while (progress.offset < packed.length) {
      const start = progress.offset;
      progress.offset = Math.min(start + PIECE, packed.length);
      await writer.write(packed.subarray(start, progress.offset));
    }
    await writer.close();
  } catch {
    // The reader reports it.
  }
}

function damaged(offset: number): FormatError {
  const remedy = 'Copy or download the file again.';
  return new FormatError(
    wording(
      'gunzip',
      'a whole gzip file with a right checksum',
      `one that is damaged or cut short, at or before byte ${offset}`,
      remedy,
    ),
    { offset },
  );
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let start = 0;
  for (const piece of pieces) {
    whole.set(piece, start);
    start += piece.length;
  }
  return whole;
}
