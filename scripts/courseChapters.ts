// The chapters of the course: which there are, and where their code, their pages and their pictures lie.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Chapter {
  /** `03`. */
  readonly number: string;
  /** `03-a-little-grid`. */
  readonly name: string;
  readonly code: string;
  readonly page: string;
  readonly picture: string;
}

export function courseChapters(): Chapter[] {
  const files = readdirSync(join(root, 'examples/course')).filter((file) => file.endsWith('.ts'));
  return files.sort().map((file) => {
    const [name, number] = [file.slice(0, -3), file.slice(0, 2)];
    const at = (path: string) => join(root, path);
    return {
      number,
      name,
      code: at(`examples/course/${file}`),
      page: at(`docs/course/${name}.md`),
      picture: at(`docs/course/pictures/${number}.svg`),
    };
  });
}
