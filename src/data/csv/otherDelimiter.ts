// Guesses another delimiter.

/** A question about the delimiter, if the field holds another mark that often is one; else an empty text. */
export function otherDelimiter(field: string, delimiter: string): string {
  const other = [';', '\t', '|', ','].find((mark) => mark !== delimiter && field.includes(mark));
  return other === undefined ? '' : `Is the delimiter '${other === '\t' ? '\\t' : other}'?`;
}
