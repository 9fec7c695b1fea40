// Unpacks a stream of deflate, with turns of the event loop in between.
import { crc32 } from './crc32.js';
import type { Inflater } from './Inflater.js';
import type { Stand } from './Symbols.js';
import type { Turns } from './Turns.js';

/** Unpacks the stream that begins at a byte, to its end or its fault. Returns how it ended, and the CRC-32 of what came out. */
export async function inflate(
  inflater: Inflater,
  at: number,
  turns: Turns,
): Promise<{ readonly stand: Stand; readonly checksum: number }> {
  inflater.begin(at);
  let checksum = 0;
  for (;;) {
    const done = inflater.length;
    const work = turns.left;
    const stand = inflater.run(work);
    checksum = crc32(inflater.out.subarray(done, inflater.length), checksum);
    await turns.spend(work - inflater.left);
    if (stand === 'end' || stand === 'damaged' || stand === 'full') return { stand, checksum };
  }
}
