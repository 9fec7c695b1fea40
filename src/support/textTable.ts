// Rows of cells as text in columns, for terminals.
import { inALine } from './wording.js';

/** The most letters of a cell. */
const WIDEST = 40;

/**
 * Lines of text, whose columns begin one below the other, with two blanks between them. Control characters of a cell are escaped.
 *
 * @param right - The columns that end one below the other, as numbers do.
 */
export function textTable(rows: readonly (readonly string[])[], right: readonly boolean[] = []): string {
  const texts = rows.map((row) => row.map((cell) => inALine(cell, WIDEST)));
  const widths: number[] = [];
  for (const row of texts) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, lettersOf(cell));
    });
  }
  const aligned = texts.map((row) =>
    row.map((cell, column) => {
      const blanks = ' '.repeat(widths[column] - lettersOf(cell));
      return right[column] ? blanks + cell : cell + blanks;
    }),
  );
  return aligned.map((row) => row.join('  ').trimEnd()).join('\n');
}

/** Letters as people count them: a pair of surrogates is one. */
function lettersOf(text: string): number {
  return Array.from(text).length;
}
