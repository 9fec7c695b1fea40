// Unpacks deflate, the packing of gzip and zip (RFC 1951), a part at a time, so that others have their turn in between.
import { BlockCodes } from './BlockCodes.js';
import { Unpacked } from './Unpacked.js';

/** What the symbols 257, 258, ... stand for: the shortest length of each, and how many bits more say which. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/** Where a stream stands: before a block, within one, or behind the last. Bytes that are no deflate, or end too soon, are damaged. */
export type Stand = 'block' | 'stored' | 'codes' | 'end' | 'damaged' | 'full';

/** A stream that is being unpacked. */
export class Inflater extends Unpacked {
  stand: Stand = 'end';
  isLast = false;
  /** Bytes of a stored block that are still to be copied. */
  stored = 0;
  readonly own = new BlockCodes();
  /** Those that are the same in every file, once a block uses them. */
  fixed: BlockCodes | undefined;
  /** Those of the block at hand. */
  codesInUse = this.own;

  /** Begins a stream at a byte. What it gives is put behind what came out before. */
  begin(at: number): void {
    this.at = at;
    this.hold = 0;
    this.bits = 0;
    this.from = this.length;
    this.stand = 'block';
    this.isLast = false;
  }

  /** Goes on for so many symbols and blocks, or longer blocks that are stored. At the end, `at` is the byte behind the stream. */
  run(work: number): Stand {
    for (let left = work; left > 0; left--) {
      if (this.stand === 'block') this.block();
      else if (this.stand === 'stored') left -= this.copyStored();
      else if (this.stand === 'codes') left = this.codes(left);
      else break;
    }
    return this.stand;
  }

  /** Ends with a fault. */
  damaged(): void {
    this.stand = 'damaged';
  }

  override makeRoom(count: number): boolean {
    const hasRoom = super.makeRoom(count);
    if (!hasRoom) this.stand = 'full';
    return hasRoom;
  }

  /** Ends where the bytes do. */
  cutShort(): void {
    this.at = this.bytes.length;
    this.damaged();
  }

  /** Begins a block, or ends behind the last one. */
  block(): void {
    if (this.isLast) {
      this.giveBack();
      this.stand = 'end';
      return;
    }
    this.isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 0 && this.storedHead()) this.stand = 'stored';
    else if (kind === 1) this.use(this.fixedCodes());
    else if (kind === 2 && this.own.read(this)) this.use(this.own);
    else this.damaged();
  }

  use(codes: BlockCodes): void {
    this.codesInUse = codes;
    this.stand = 'codes';
  }

  fixedCodes(): BlockCodes {
    if (this.fixed === undefined) {
      this.fixed = new BlockCodes();
      this.fixed.setFixed();
    }
    return this.fixed;
  }

  storedHead(): boolean {
    this.giveBack();
    const length = this.take(16);
    const check = this.take(16);
    this.stored = length;
    return !this.isOver && length === (check ^ 0xffff);
  }

  /** Copies a stored block; how many symbols take as long. */
  copyStored(): number {
    const { bytes, at, stored } = this;
    if (at + stored > bytes.length) this.cutShort();
    else if (this.makeRoom(stored)) this.copy(bytes.subarray(at, at + stored));
    return stored >> 6;
  }

  copy(stored: Uint8Array): void {
    this.out.set(stored, this.length);
    this.at += stored.length;
    this.length += stored.length;
    this.stand = 'block';
  }

  /** Symbols of a block up to its end, or as many as there is work left for; what is left, and 1 at least. */
  codes(work: number): number {
    let left = work;
    while (left > 0 && this.stand === 'codes') {
      const before = left;
      left = this.quickCodes(left);
      // Where an end is near, or a code is none, symbol by symbol.
      if (left === before) {
        this.code();
        left--;
      }
    }
    return Math.max(1, left);
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
   * Symbols as in {@link code}, up to one that ends the block or is at fault, and while neither the bytes nor the room can run out within
   * one. Its state lies in variables of its own: fields would cost three times the time.
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
      if (entry === 0 || symbol >= 256 + LENGTHS.length || symbol === 256) break;
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

  /** Puts out once more what stands somewhere before. */
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
