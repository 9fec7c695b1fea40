// The pages of the guide: the files of docs/ itself.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../docs');

/** The path of each page, in the order of the alphabet. */
export function guidePages(): string[] {
  const files = readdirSync(docs).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => join(docs, file));
}
