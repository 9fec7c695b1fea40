// Unpacks deflate, the packing of gzip and zip (RFC 1951), a part at a time, with turns of the event loop in between.
import { BlockCodes } from './BlockCodes.js';
import { PER_SYMBOL, type Stand, Symbols } from './Symbols.js';

/** Symbols that take as long as to build the codes of a block. */
const OWN_CODES = 400;

/** A stream that is being unpacked. */
export class Inflater extends Symbols {
  isLast = false;
  /** Bytes of a stored block that are still to be copied. */
  stored = 0;
  /** The codes that are the same in every file; undefined until a block uses them. */
  fixed: BlockCodes | undefined;
  /** What is left of the work of a {@link run}; below 0 if its last step took more. */
  left = 0;

  /** Begins a stream at a byte. What it gives is put behind what came out before. */
  begin(at: number): void {
    this.at = at;
    this.hold = 0;
    this.bits = 0;
    this.from = this.length;
    this.stand = 'block';
    this.isLast = false;
  }

  /**
   * Goes on until as much work is done, in symbols or what takes as long, or the stream ends. At its end, `at` is the byte behind the
   * stream.
   */
  run(work: number): Stand {
    this.left = work;
    while (this.left > 0) {
      if (this.stand === 'block') this.block();
      else if (this.stand === 'stored') this.copyStored();
      else if (this.stand === 'codes') this.left = this.codes(this.left);
      else break;
    }
    return this.stand;
  }

  /** Ends where the bytes do. */
  cutShort(): void {
    this.at = this.bytes.length;
    this.damaged();
  }

  /** Begins a block, or ends behind the last one. */
  block(): void {
    this.left--;
    if (this.isLast) {
      this.giveBack();
      this.stand = 'end';
      return;
    }
    this.isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 0 && this.storedHead()) this.stand = 'stored';
    else if (kind === 1) this.use(this.fixedCodes());
    else if (kind === 2 && this.ownCodes()) this.use(this.own);
    else this.damaged();
  }

  use(codes: BlockCodes): void {
    this.codesInUse = codes;
    this.stand = 'codes';
  }

  /** Whether the block has codes of its own: they are read. */
  ownCodes(): boolean {
    this.left -= OWN_CODES;
    return this.own.read(this);
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

  /** Copies a stored block. */
  copyStored(): void {
    const { bytes, at, stored } = this;
    if (at + stored > bytes.length) this.cutShort();
    else if (this.makeRoom(stored)) this.copy(bytes.subarray(at, at + stored));
    this.left -= 1 + (stored >> PER_SYMBOL);
  }

  copy(stored: Uint8Array): void {
    this.out.set(stored, this.length);
    this.at += stored.length;
    this.length += stored.length;
    this.stand = 'block';
  }
}
