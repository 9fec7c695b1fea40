// A confusion matrix as a table: a row for each true class, a column for each answer.
import { colours } from './style.js';

export function confusionText(confusion: readonly (readonly number[])[]): string {
  const width = 6;
  const head = `${'it said'.padStart(10)}${confusion.map((_, answer) => String(answer).padStart(width)).join('')}`;
  const rows = confusion.map((counts, label) => {
    const cells = counts.map((count, answer) => {
      const cell = String(count || '.').padStart(width);
      return answer === label ? colours.green(cell) : count === 0 ? colours.dim(cell) : cell;
    });
    return `${(label === 0 ? 'it was  0' : String(label)).padStart(10)}${cells.join('')}`;
  });
  return [head, ...rows].join('\n');
}
