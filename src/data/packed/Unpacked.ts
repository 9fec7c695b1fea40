// The bytes that come out of packed ones. Room for them grows, up to a limit.
import { BitReader } from './BitReader.js';

/** Packed bytes, and their output. */
export class Unpacked extends BitReader {
  /** The output, in its first `length` bytes. */
  out: Uint8Array<ArrayBuffer>;
  length = 0;
  /** The most bytes of the output. */
  readonly limit: number;
  /** Where this stream's own bytes begin in `out`. It may not repeat those before. */
  from = 0;

  /** @param room - How many bytes to expect. */
  constructor(bytes: Uint8Array, limit: number, room: number) {
    super(bytes);
    this.limit = limit;
    this.out = new Uint8Array(Math.min(limit, room));
  }

  /** Makes room for `count` bytes more; false if so many may not come out. */
  makeRoom(count: number): boolean {
    const least = this.length + count;
    if (least <= this.out.length) return true;
    if (least > this.limit) return false;
    const larger = new Uint8Array(Math.min(this.limit, Math.max(least, 2 * this.out.length)));
    larger.set(this.out.subarray(0, this.length));
    this.out = larger;
    return true;
  }

  /** The whole output, in an array of that length. */
  read(): Uint8Array<ArrayBuffer> {
    return this.length === this.out.length ? this.out : this.out.slice(0, this.length);
  }
}
