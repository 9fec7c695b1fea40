// Base64 (RFC 4648), for bytes inside of text.
import { asciiText } from './asciiText.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes that are written at a time; a multiple of 3, so that `=` stands at the end alone. */
const PIECE = 3 * 8192;

/** The bytes as base64. */
export function base64(bytes: Uint8Array): string {
  const codes = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) pieces.push(encode(bytes.subarray(start, start + PIECE), codes));
  return pieces.join('');
}

function encode(bytes: Uint8Array, codes: Uint8Array): string {
  const letters = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to++] = codes[word >> 18];
    letters[to++] = codes[(word >> 12) & 63];
    letters[to++] = codes[(word >> 6) & 63];
    letters[to++] = codes[word & 63];
  }
  // The last letters may stand for bytes that are not there.
  letters.fill(61, letters.length - ((3 - (bytes.length % 3)) % 3));
  return asciiText(letters);
}
