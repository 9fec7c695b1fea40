// The list of chapters on the first page of the course.
import { readFileSync } from 'node:fs';
import type { Chapter } from './courseChapters.js';

/**
 * Writes the list between its marks.
 *
 * @param page - The first page as it stands.
 * @param chapters - The chapters, in order.
 */
export function courseIndex(page: string, chapters: readonly Chapter[]): string {
  const rows = chapters.map(({ name, page: path }) => {
    const text = readFileSync(path, 'utf8');
    const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
    const time = /^\| Time \| (.*) \|$/m.exec(text)?.[1] ?? '';
    return `| [${title}](${name}.md) | ${time} | [code](../../examples/course/${name}.ts) |`;
  });
  const table = ['| Chapter | Time | |', '|---|---|---|', ...rows].join('\n');
  return page.replace(
    /(<!-- chapters -->\n).*?(<!-- \/chapters -->)/s,
    (_, opening, closing) => `${opening}\n${table}\n\n${closing}`,
  );
}
