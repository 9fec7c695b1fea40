// Unpacks gzip with what the platform has: browsers and Node alike.
import { wholeNumber } from '../support/checks.js';
import { FormatError, LimitError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { fileBytes } from './bytes.js';
import { unpack } from './unpack.js';

/** What {@link gunzip} may be told. */
export interface GunzipOptions {
  /** Bytes the unpacked data may have; 2^30 (1 GiB) if left out. */
  readonly limit?: number | undefined;
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
  const packed = new Uint8Array(fileBytes('gunzip: bytes', bytes));
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) {
    const got = packed.length === 0 ? 'nothing' : `first bytes ${packed[0]} ${packed[1] ?? ''}`.trim();
    throw new FormatError(wording('gunzip', 'gzip, which begins with the bytes 31 139', got, 'Is it unpacked already?'), {
      offset: 0,
    });
  }
  return unpack(
    'gunzip',
    packed,
    limit,
    () => new LimitError(wording('gunzip', `at most ${limit} bytes`, 'more', 'If you trust the file, raise the limit option.')),
  );
}
