// The Huffman codes of deflate (RFC 1951, 3.2.2).

/** Codes up to this length, in bits, are looked up in one step. */
const QUICK = 10;

/** The longest code, in bits. */
const LONGEST = 15;

/** Finds the symbols of codes. Its arrays are used again for the next block: a file may have millions of blocks. */
export class Codes {
  /** By the next bits, the first one lowest, at most ten: 16 x the symbol + the length of its code; 0 if the code is longer, or there is no code. */
  readonly quick = new Uint16Array(1 << QUICK);
  /** The bits that are looked up: ten, or fewer if no code has so many. */
  mask = 0;
  /** How many codes have each length. */
  readonly counts = new Uint16Array(LONGEST + 1);
  /** The symbols in the order of their codes. */
  readonly symbols = new Uint16Array(288);
  /** For each length, the next code and the place of its symbol in `symbols`. */
  readonly next = new Uint16Array(LONGEST + 1);
  readonly places = new Uint16Array(LONGEST + 2);

  /**
   * Makes the code of each symbol from the lengths of the codes. Returns false if no codes have these lengths. Every row of bits must
   * begin with a code. There are two exceptions: no symbol may occur, and with `lone` a single one may, by a code of one bit.
   *
   * @param lengths - The length of each symbol's code, in bits; 0 for a symbol that does not occur.
   */
  set(lengths: Uint8Array, lone: boolean): boolean {
    const { quick, counts, symbols, next, places } = this;
    counts.fill(0);
    for (let symbol = 0; symbol < lengths.length; symbol++) counts[lengths[symbol]]++;
    counts[0] = 0;
    places[1] = 0;
    let left = 1;
    for (let length = 1; length <= LONGEST; length++) {
      left = 2 * left - counts[length];
      if (left < 0) return false;
      next[length] = (next[length - 1] + counts[length - 1]) << 1;
      places[length + 1] = places[length] + counts[length];
    }
    const used = places[LONGEST + 1];
    if (left > 0 && used > 0 && !(lone && used === 1 && counts[1] === 1)) return false;
    let longest = LONGEST;
    while (longest > 1 && counts[longest] === 0) longest--;
    // Short codes need a small part of the table, and a file may have millions of them.
    const size = 1 << Math.min(QUICK, longest);
    this.mask = size - 1;
    quick.fill(0, 0, size);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0) continue;
      symbols[places[length]++] = symbol;
      const code = next[length]++;
      if (length > QUICK) continue;
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let at = reversed; at < size; at += 1 << length) quick[at] = 16 * symbol + length;
    }
    return true;
  }

  /** The symbol whose code comes next, as 16 x the symbol + the length of its code; 0 if no code begins these bits. */
  entry(bits: number): number {
    return this.quick[bits & this.mask] || this.long(bits);
  }

  /** Finds the same bit by bit, for codes of any length. */
  long(bits: number): number {
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= (bits >>> (length - 1)) & 1;
      const count = this.counts[length];
      if (code < first + count) return 16 * this.symbols[place + code - first] + length;
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return 0;
  }
}
