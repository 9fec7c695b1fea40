// Something done to the bytes of a file, and what all such edits need.
import fc from 'fast-check';

/** An edit: new bytes from those of a file. */
export type Edit = (bytes: Uint8Array) => Uint8Array;

/** Bytes that stand at edges: of signs, of ASCII, of lengths. */
const EDGES = [0, 1, 2, 7, 8, 10, 13, 34, 44, 48, 57, 91, 93, 123, 125, 127, 128, 129, 192, 254, 255];

/** Whole numbers at the edges of what 8 to 64 bits hold. */
export const EDGE_NUMBERS = [
  0n,
  1n,
  2n,
  127n,
  255n,
  2n ** 15n,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 53n,
  2n ** 63n,
  2n ** 64n - 1n,
] as const;

/** Where in a file or a list: a share of its length, all alike (numbers of fc.double are nearly all close to 0). */
export const place = fc.noBias(fc.nat(2 ** 24 - 1)).map((part) => part / 2 ** 24);
export const byte = fc.oneof(fc.constantFrom(...EDGES), fc.nat(255));

/** What stands there; undefined in an empty list. */
export const pick = <Item>(items: readonly Item[], share: number): Item | undefined => items[Math.floor(share * items.length)];

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** An edit that leaves a file alone which it does not understand, as one may be that was spoilt before. */
export const lenient =
  (edit: Edit): Edit =>
  (bytes) => {
    try {
      return edit(bytes);
    } catch {
      return bytes;
    }
  };
