// UTF-8: texts as bytes, and bytes as texts.
import { needed } from './platform.js';

/** The bytes of a text. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new (needed('TextEncoder'))().encode(text);
}

/** The text of bytes that are not shared between threads; undefined where they are no UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const decoder = new (needed('TextDecoder'))('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
