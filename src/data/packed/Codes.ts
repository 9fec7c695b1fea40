// The codes of deflate: short ones for what comes often (RFC 1951, 3.2.2).

/** Codes up to this length, in bits, are looked up in one step. */
const QUICK = 10;

/** The longest code, in bits. */
const LONGEST = 15;

/** What reads the symbols of a code. Its arrays are used again for the next block: a file may have millions. */
export class Codes {
  /** By the next ten bits, the first one lowest: 16 x the symbol + the length of its code; 0 where it is longer, or there is none. */
  readonly quick = new Uint16Array(1 << QUICK);
  /** How many codes have each length. */
  readonly counts = new Uint16Array(LONGEST + 1);
  /** The symbols in the order of their codes. */
  readonly symbols = new Uint16Array(288);
  /** The next code of each length, and where its symbol goes. */
  readonly next = new Uint16Array(LONGEST + 1);
  readonly places = new Uint16Array(LONGEST + 2);

  /**
   * Takes the code whose lengths are given; whether there is one. It must use up all bits, but for no symbols at all, and a `lone` one.
   *
   * @param lengths - Of the code of each symbol, in bits; 0 for a symbol that does not occur.
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
    quick.fill(0);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol];
      if (length === 0) continue;
      symbols[places[length]++] = symbol;
      const code = next[length]++;
      if (length > QUICK) continue;
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let at = reversed; at < quick.length; at += 1 << length) quick[at] = 16 * symbol + length;
    }
    return true;
  }

  /** 16 x the symbol whose code comes next + its length; 0 if no symbol has these bits. */
  entry(bits: number): number {
    return this.quick[bits & 0x3ff] || this.long(bits);
  }

  /** The same bit by bit, for codes of any length. */
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
