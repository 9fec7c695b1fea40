// The first bytes of a member of a gzip file (RFC 1952, 2.3).
import { checksumOf } from './checksum.js';
import type { Turns } from './Turns.js';

const HEAD_CHECKSUM = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** Finds the end of a member's head, behind which its packed bytes begin. Without an `end` the head is at fault, at the byte `fault`. */
export async function gzipBody(
  bytes: Uint8Array,
  start: number,
  turns: Turns,
): Promise<{ readonly end?: number; readonly fault: number }> {
  const flags = bytes[start + 3];
  const wrong = [0x1f, 0x8b, 8].findIndex((byte, index) => bytes[start + index] !== byte);
  if (wrong >= 0) return { fault: start + wrong };
  if (flags > 31) return { fault: start + 3 };
  let at = start + 10;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  if (flags & NAME) at = behindZero(bytes, at);
  if (flags & COMMENT) at = behindZero(bytes, at);
  if (flags & HEAD_CHECKSUM) {
    if (((await checksumOf(bytes.subarray(start, at), turns)) & 0xffff) !== bytes[at] + 256 * bytes[at + 1]) {
      return { fault: Math.min(at, bytes.length) };
    }
    at += 2;
  }
  return at < bytes.length ? { end: at, fault: at } : { fault: bytes.length };
}

function behindZero(bytes: Uint8Array, at: number): number {
  const zero = bytes.indexOf(0, at);
  return zero < 0 ? bytes.length : zero + 1;
}
