// The checksum of many bytes, with turns of the event loop in between.
import { crc32 } from './crc32.js';
import { PER_SYMBOL } from './Symbols.js';
import type { Turns } from './Turns.js';

/** Bytes at a time. */
const PIECE = 2 ** 16;

/** The CRC-32 of bytes. */
export async function checksumOf(bytes: Uint8Array, turns: Turns): Promise<number> {
  let checksum = 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    checksum = crc32(bytes.subarray(at, at + PIECE), checksum);
    await turns.spend(PIECE >> PER_SYMBOL);
  }
  return checksum;
}
