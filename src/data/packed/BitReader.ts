// Reads bits of a file, the lowest of each byte first.
import type { Codes } from './Codes.js';

/** A place in bytes. */
export class BitReader {
  readonly bytes: Uint8Array;
  /** The place in `bytes` of the next byte that is not in `hold`. */
  at = 0;
  /** Bits that were taken from `bytes` and not used yet, the next one lowest, and how many there are. */
  hold = 0;
  bits = 0;
  /** Whether a read went beyond the last bit. */
  isOver = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next `count` bits as a number; 0 if there are fewer. */
  take(count: number): number {
    while (this.bits < count) {
      if (this.at >= this.bytes.length) {
        this.isOver = true;
        return 0;
      }
      this.hold |= this.bytes[this.at++] << this.bits;
      this.bits += 8;
    }
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.bits -= count;
    return value;
  }

  /** Gives back whole bytes that were taken and not used. The other bits are passed over. */
  giveBack(): void {
    this.at -= this.bits >> 3;
    this.hold = 0;
    this.bits = 0;
  }

  /** The next symbol; -1 if the bits are no code. */
  symbol(codes: Codes): number {
    const { bytes } = this;
    while (this.bits < 15 && this.at < bytes.length) {
      this.hold |= bytes[this.at++] << this.bits;
      this.bits += 8;
    }
    const entry = codes.entry(this.hold);
    const length = entry & 15;
    if (entry === 0 || length > this.bits) return -1;
    this.hold >>>= length;
    this.bits -= length;
    return entry >> 4;
  }
}
