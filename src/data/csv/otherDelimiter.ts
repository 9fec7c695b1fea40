// What may stand between fields, if it is not what was said.

/** A question after the delimiter, if the field holds another mark that often is one; else nothing. */
export function otherDelimiter(field: string, delimiter: string): string {
  const other = [';', '\t', '|', ','].find((mark) => mark !== delimiter && field.includes(mark));
  return other === undefined ? '' : `Is the delimiter '${other === '\t' ? '\\t' : other}'?`;
}
