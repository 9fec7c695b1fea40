// Cuts a text that comes in pieces where records end, so that each is read once and nothing is kept for long.

/** A line end outside of quotes ends a record. */
export class Records {
  rest = '';
  /** Whether the rest ends within quotes. */
  inside = false;

  /** Takes the next piece, and gives the text of the records that end in it; an empty one where none does. */
  take(piece: string): string {
    let end = -1;
    let start = 0;
    for (;;) {
      const quote = piece.indexOf('"', start);
      if (!this.inside) {
        const line = piece.slice(start, quote < 0 ? piece.length : quote).lastIndexOf('\n');
        if (line >= 0) end = start + line;
      }
      if (quote < 0) break;
      // A doubled quote ends the quotes and begins them again.
      this.inside = !this.inside;
      start = quote + 1;
    }
    if (end < 0) {
      this.rest += piece;
      return '';
    }
    const records = this.rest + piece.slice(0, end + 1);
    this.rest = piece.slice(end + 1);
    return records;
  }
}
