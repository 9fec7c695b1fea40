// .npy files, put together (NEP 1).
import { encode, join } from '../edits.js';

/** A .npy file. */
export function npy(header: string, data: Uint8Array): Uint8Array {
  const text = encode(header);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return join(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 2, 0), length, text, data);
}
