// One attack on a reader: whatever the bytes are, it gives a value or a typed error.
import type { Target } from './targets.js';

const CODES = ['ARGUMENT', 'OUT_OF_RANGE', 'SHAPE', 'LIMIT', 'FORMAT', 'NUMERIC', 'STATE'];

/** Throws if the reader gives anything but a value or a typed error. What it read, in a list; undefined if it refused the file. */
export async function attack({ name, read }: Target, bytes: Uint8Array): Promise<readonly [unknown] | undefined> {
  const copy = bytes.slice();
  let taken: readonly [unknown] | undefined;
  try {
    taken = [await read(bytes)];
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (!CODES.includes(code ?? '')) throw new Error(`${name}: an error without a code: ${error}`, { cause: error });
    if (!message?.includes('expected ')) throw new Error(`${name}: an error that does not teach: ${message}`, { cause: error });
    if (message.length > LONGEST)
      throw new Error(`${name}: an error of ${message.length} characters: ${message.slice(0, 200)}`);
  }
  if (!Buffer.from(copy.buffer).equals(bytes)) throw new Error(`${name}: the bytes were changed`);
  return taken;
}

/** Characters of an error that a person may be asked to read: texts of files stand shortened in it. */
const LONGEST = 4000;
