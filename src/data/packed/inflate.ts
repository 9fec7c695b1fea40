// Unpacks a stream of deflate, and gives others their turn while it does.
import { giveWay } from '../../support/giveWay.js';
import { crc32 } from './crc32.js';
import type { Inflater, Stand } from './Inflater.js';

/** Symbols between two turns of the event loop: some milliseconds of work. */
const TURN = 2 ** 17;

/** Unpacks the stream that begins at a byte to its end or its fault; the checksum of what came out. */
export async function inflate(inflater: Inflater, at: number): Promise<{ readonly stand: Stand; readonly checksum: number }> {
  inflater.begin(at);
  let checksum = 0;
  for (;;) {
    const done = inflater.length;
    const stand = inflater.run(TURN);
    checksum = crc32(inflater.out.subarray(done, inflater.length), checksum);
    if (stand === 'end' || stand === 'damaged' || stand === 'full') return { stand, checksum };
    await giveWay();
  }
}
