// The symbols of a block of deflate: bytes, and lengths and distances of what is repeated (RFC 1951, 3.2.5).
import { BlockCodes } from './BlockCodes.js';
import { Unpacked } from './Unpacked.js';

/** The lengths for which the symbols 257, 258, ... stand: the shortest one of each, and how many more bits are added to it. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/** Bytes that come out are copied and go into a checksum: 2^4 of them take as long as a symbol. */
export const PER_SYMBOL = 4;

/**
 * Where a stream stands: before a block, within one, or behind the last. It is `damaged` where its bytes are no deflate or end too
 * soon, and `full` where more would come out than may.
 */
export type Stand = 'block' | 'stored' | 'codes' | 'end' | 'damaged' | 'full';

/** Reads symbols, and writes what they stand for. */
export class Symbols extends Unpacked {
  stand: Stand = 'end';
  readonly own = new BlockCodes();
  /** The codes of the block that is read. */
  codesInUse = this.own;

  /** Ends with a fault. */
  damaged(): void {
    this.stand = 'damaged';
  }

  override makeRoom(count: number): boolean {
    const hasRoom = super.makeRoom(count);
    if (!hasRoom) this.stand = 'full';
    return hasRoom;
  }

  /** Reads symbols to the end of the block, or while there is work left. Returns the work that is left. */
  codes(work: number): number {
    let left = work;
    while (left > 0 && this.stand === 'codes') {
      const before = left;
      left = this.quickCodes(left);
      if (left < before) continue;
      // Near an end, and where the bits are no code, symbol by symbol.
      const done = this.length;
      this.code();
      left -= 1 + ((this.length - done) >> PER_SYMBOL);
    }
    return left;
  }

  put(byte: number): void {
    if (this.makeRoom(1)) this.out[this.length++] = byte;
  }

  /** One symbol, and what it stands for. */
  code(): void {
    const symbol = this.symbol(this.codesInUse.literals);
    if (symbol < 0) this.damaged();
    else if (symbol === 256) this.stand = 'block';
    else if (symbol < 256) this.put(symbol);
    else if (!this.repeat(symbol - 257)) this.damaged();
  }

  /**
   * Does the same as {@link code}, for many symbols. It stops before a symbol that ends the block or is at fault, and where the bytes or
   * the room might not suffice for one more. Its state is in local variables: fields would take three times as long. Returns the work
   * that is left.
   */
  quickCodes(work: number): number {
    const { bytes, out, from } = this;
    const { literals, distances } = this.codesInUse;
    const lastAt = bytes.length - 8;
    const lastLength = out.length - 258;
    let { at, hold, bits, length } = this;
    let left = work;
    for (; left > 0 && at <= lastAt && length <= lastLength; left--) {
      for (; bits < 23; bits += 8) hold |= bytes[at++] << bits;
      const entry = literals.entry(hold);
      const symbol = entry >> 4;
      if (entry === 0 || symbol >= 257 + LENGTHS.length || symbol === 256) break;
      if (symbol < 256) {
        hold >>= entry & 15;
        bits -= entry & 15;
        out[length++] = symbol;
        continue;
      }
      // What is at fault is read again by `code`.
      const heldAt = at;
      const held = hold;
      const heldBits = bits;
      hold >>= entry & 15;
      bits -= entry & 15;
      const moreLength = LENGTH_BITS[symbol - 257];
      const count = LENGTHS[symbol - 257] + (hold & ((1 << moreLength) - 1));
      hold >>= moreLength;
      bits -= moreLength;
      for (; bits < 23; bits += 8) hold |= bytes[at++] << bits;
      const farEntry = distances.entry(hold);
      const far = farEntry >> 4;
      hold >>= farEntry & 15;
      bits -= farEntry & 15;
      for (; bits < 23; bits += 8) hold |= bytes[at++] << bits;
      const more = far < 4 ? 0 : (far >> 1) - 1;
      const distance = (far < 4 ? far : (2 + (far & 1)) << more) + 1 + (hold & ((1 << more) - 1));
      if (farEntry === 0 || far > 29 || distance > length - from) {
        at = heldAt;
        hold = held;
        bits = heldBits;
        break;
      }
      hold >>= more;
      bits -= more;
      const end = length + count;
      left -= count >> PER_SYMBOL;
      if (distance === 1 && count > 16) out.fill(out[length - 1], length, end);
      else for (let to = length; to < end; to++) out[to] = out[to - distance];
      length = end;
    }
    this.at = at;
    this.hold = hold;
    this.bits = bits;
    this.length = length;
    return left;
  }

  /** Writes earlier output again; false if the file refers to output that is not there. */
  repeat(symbol: number): boolean {
    if (symbol >= LENGTHS.length) return false;
    const length = LENGTHS[symbol] + this.take(LENGTH_BITS[symbol]);
    const far = this.symbol(this.codesInUse.distances);
    if (far < 0 || far > 29) return false;
    const more = far < 4 ? 0 : (far >> 1) - 1;
    const distance = (far < 4 ? far : (2 + (far & 1)) << more) + 1 + this.take(more);
    if (this.isOver || distance > this.length - this.from) return false;
    if (!this.makeRoom(length)) return true;
    const { out } = this;
    const end = this.length + length;
    for (let to = this.length; to < end; to++) out[to] = out[to - distance];
    this.length = end;
    return true;
  }
}
