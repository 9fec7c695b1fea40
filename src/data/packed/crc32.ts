// The checksum of gzip and zip.

/** Made once, when it is first needed: a file may have a million parts. */
let table: Int32Array | undefined;

/**
 * CRC-32 with the polynomial 0xEDB88320 (ISO 3309, ITU-T V.42, RFC 1952). Four bytes are taken at a time, each by a table of its own:
 * what comes of it once the bytes behind it are zeros.
 *
 * @param before - The checksum of the bytes that stand before these, if these go on.
 * @returns A whole number from 0 to 2^32 - 1.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  table ??= makeTable();
  let rest = ~before;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    rest ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    rest =
      table[768 + (rest & 255)] ^ table[512 + ((rest >>> 8) & 255)] ^ table[256 + ((rest >>> 16) & 255)] ^ table[rest >>> 24];
  }
  for (; at < bytes.length; at++) rest = (rest >>> 8) ^ table[(rest ^ bytes[at]) & 255];
  return ~rest >>> 0;
}

/** [4, 256] */
function makeTable(): Int32Array {
  const made = new Int32Array(1024);
  for (let byte = 0; byte < 256; byte++) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    made[byte] = rest;
  }
  for (let at = 256; at < 1024; at++) made[at] = (made[at - 256] >>> 8) ^ made[made[at - 256] & 255];
  return made;
}
