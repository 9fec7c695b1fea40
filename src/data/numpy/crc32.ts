// The checksum of zip files.

/**
 * CRC-32 with the polynomial 0xEDB88320 (ISO 3309, ITU-T V.42, and the zip format), a table of 256 entries at a time.
 *
 * @returns A whole number from 0 to 2^32 - 1.
 */
export function crc32(bytes: Uint8Array): number {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  let rest = -1;
  for (let index = 0; index < bytes.length; index++) rest = (rest >>> 8) ^ table[(rest ^ bytes[index]) & 255];
  return ~rest >>> 0;
}
