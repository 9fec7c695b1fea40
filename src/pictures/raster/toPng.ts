// Writes PNG files: uncompressed, so that no compressor needs to be carried.
import { crc32 } from '../../data/packed/crc32.js';
import { checkPicture, type Picture } from './Picture.js';

/** The signature of PNG files. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The most bytes of a stored block of deflate. */
const BLOCK = 0xffff;

/** The largest prime below 2^16, and how many bytes can be added up before a sum must be reduced (RFC 1950). */
const ADLER = 65521;
const ADLER_RUN = 3800;

/**
 * A picture as the bytes of a PNG file, with 8 bits for red, green, blue and opacity. It is not compressed: 4 bytes a pixel.
 *
 * Source: Portable Network Graphics, W3C (2003); deflate with stored blocks, RFC 1950 and RFC 1951.
 *
 * @param picture - The picture, or an `ImageData`.
 * @returns The file.
 * @throws {@link ArgumentError} or {@link ShapeError} for anything but a picture, and {@link LimitError} for more than 4096 x 4096 pixels.
 *
 * @example
 * ```ts
 * import { digitPicture, toPng } from 'glassbox-nn/pictures';
 *
 * toPng(digitPicture([0, 1, 1, 0])).subarray(1, 4); // => Uint8Array(3) [ 80, 78, 71 ]
 * ```
 */
export function toPng(picture: Picture): Uint8Array<ArrayBuffer> {
  const { width, height, data } = checkPicture('picture', picture);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 6], 8);
  const row = width * 4;
  // Every row begins with 0: it is not filtered.
  const rows = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const chunks = [chunk('IHDR', head), chunk('IDAT', stored(rows)), chunk('IEND', new Uint8Array(0))];
  const file = new Uint8Array(chunks.reduce((length, part) => length + part.length, SIGNATURE.length));
  file.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const part of chunks) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let index = 0; index < 4; index++) bytes[4 + index] = name.charCodeAt(index);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

/** Bytes in the form of zlib, in blocks that are stored as they are. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  const out = new Uint8Array(2 + bytes.length + 5 * blocks + 4);
  const view = new DataView(out.buffer);
  out.set([0x78, 0x01]);
  let at = 2;
  for (let block = 0; block < blocks; block++) {
    const content = bytes.subarray(block * BLOCK, (block + 1) * BLOCK);
    out[at] = block === blocks - 1 ? 1 : 0;
    view.setUint16(at + 1, content.length, true);
    view.setUint16(at + 3, ~content.length & 0xffff, true);
    out.set(content, at + 5);
    at += 5 + content.length;
  }
  view.setUint32(at, adler32(bytes));
  return out;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += ADLER_RUN) {
    for (const byte of bytes.subarray(start, start + ADLER_RUN)) {
      low += byte;
      high += low;
    }
    low %= ADLER;
    high %= ADLER;
  }
  return high * 0x10000 + low;
}
