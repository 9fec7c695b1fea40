// Digits drawn on this page as bytes that can be kept, and read back as bytes from anywhere.
import type { OwnDigit } from './OwnDigit';

const PIXELS = 784;
const BYTES = 1 + PIXELS; // the label, then the brightnesses

/** How many are kept at most: half a megabyte as text. */
export const MOST_OWN = 400;

/** As text of base 64. */
export function packOwnDigits(digits: readonly OwnDigit[]): string {
  const bytes = new Uint8Array(digits.length * BYTES);
  digits.forEach(({ label, pixels }, index) => {
    bytes[index * BYTES] = label;
    for (let pixel = 0; pixel < PIXELS; pixel++) bytes[index * BYTES + 1 + pixel] = Math.round((pixels[pixel] as number) * 255);
  });
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The digits in such a text; none at all if any of it is wrong. */
export function unpackOwnDigits(text: string): readonly OwnDigit[] {
  if (text.length > 1.4 * MOST_OWN * BYTES || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return [];
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  if (bytes.length % BYTES !== 0 || bytes.length > MOST_OWN * BYTES) return [];
  const digits = Array.from({ length: bytes.length / BYTES }, (_, index) => ({
    label: bytes[index * BYTES] as number,
    pixels: Float32Array.from(bytes.subarray(index * BYTES + 1, (index + 1) * BYTES), (byte) => byte / 255),
  }));
  return digits.every(({ label }) => label <= 9) ? digits : [];
}
