// What comes out differently when a program is changed: the lines that are new, and pictures of characters as a whole.

/** A row of a picture of characters, blank ones included. */
const ROW = /^[ .:=+*#%@-]+$/;

/** Rows below each other that make a picture: fewer are lines of text. */
const FEWEST_ROWS = 4;

/**
 * The lines of `after` that differ from those of `before` in the same place, without empty ones. Of a picture all rows are given if any
 * row differs, since what is gone from it counts as well.
 */
export function freshLines(before: readonly string[], after: readonly string[]): string[] {
  const fresh: string[] = [];
  for (let at = 0; at < after.length; ) {
    let end = at;
    while (end < after.length && ROW.test(after[end] as string)) end++;
    const differs = (line: string, index: number) => line !== before[at + index];
    if (end - at >= FEWEST_ROWS) {
      const rows = after.slice(at, end);
      if (rows.some(differs)) fresh.push(...rows);
      at = end;
    } else {
      const line = after[at] as string;
      if (line.trim() !== '' && differs(line, 0)) fresh.push(line);
      at++;
    }
  }
  return fresh;
}
