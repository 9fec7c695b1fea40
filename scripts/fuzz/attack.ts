// One attack on a reader: whatever the bytes are, it gives a value or a typed error, soon.
import type { Target } from './targets.js';

const CODES = ['ARGUMENT', 'OUT_OF_RANGE', 'SHAPE', 'LIMIT', 'FORMAT', 'NUMERIC', 'STATE'];

/** Milliseconds that a file of a few kilobytes may take, on a busy machine. */
const SOON = 2000;

/** Throws if the reader gives anything but a value or a typed error, or takes too long. Returns whether it read the file. */
export async function attack({ name, read }: Target, bytes: Uint8Array): Promise<boolean> {
  const copy = bytes.slice();
  const began = performance.now();
  let taken = true;
  try {
    await read(bytes);
  } catch (error) {
    taken = false;
    const { code, message } = error as { code?: string; message?: string };
    if (!CODES.includes(code ?? '')) throw new Error(`${name}: an error without a code: ${error}`, { cause: error });
    if (!message?.includes('expected ')) throw new Error(`${name}: an error that does not teach: ${message}`, { cause: error });
  }
  const time = performance.now() - began;
  if (time > SOON) throw new Error(`${name}: ${bytes.length} bytes took ${Math.round(time)} ms`);
  if (!Buffer.from(copy).equals(bytes)) throw new Error(`${name}: the bytes were changed`);
  return taken;
}
