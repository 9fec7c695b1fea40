// The codes of a block: the same in every file, or its own (RFC 1951, 3.2.6 and 3.2.7).
import type { BitReader } from './BitReader.js';
import { Codes } from './Codes.js';

/** Lengths are packed by symbols with codes too: the order in which the lengths of those codes are in a file. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes of literals and lengths, and of distances. */
export class BlockCodes {
  readonly literals = new Codes();
  readonly distances = new Codes();

  /** Sets the codes that are the same in every file. */
  setFixed(): void {
    const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
    this.literals.set(lengths, false);
    this.distances.set(lengths.fill(5, 0, 32).subarray(0, 32), false);
  }

  /** Reads the codes of a block, which begin it. Their lengths are packed too. False if they are no codes. */
  read(reader: BitReader): boolean {
    const [literalCount, distanceCount, orders] = [reader.take(5) + 257, reader.take(5) + 1, reader.take(4) + 4];
    const count = literalCount + distanceCount;
    const lengths = new Uint8Array(count);
    const packing = new Uint8Array(ORDER.length);
    for (let index = 0; index < orders; index++) packing[ORDER[index]] = reader.take(3);
    if (reader.isOver || literalCount > 286 || distanceCount > 30 || !this.literals.set(packing, false)) return false;
    for (let index = 0; index < count; ) {
      const symbol = reader.symbol(this.literals);
      if (symbol < 0) return false;
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      const times = symbol === 16 ? 3 + reader.take(2) : symbol === 17 ? 3 + reader.take(3) : 11 + reader.take(7);
      if (reader.isOver || (symbol === 16 && index === 0) || index + times > count) return false;
      lengths.fill(symbol === 16 ? lengths[index - 1] : 0, index, index + times);
      index += times;
    }
    // The symbol 256 ends a block: without it the block would not end.
    if (lengths[256] === 0) return false;
    return (
      this.literals.set(lengths.subarray(0, literalCount), true) && this.distances.set(lengths.subarray(literalCount), true)
    );
  }
}
