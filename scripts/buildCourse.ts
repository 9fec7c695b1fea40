// Writes the code, the output and the picture of each chapter into its page: npm run build:course, or npm run build:course 3 4
import { readFileSync, writeFileSync } from 'node:fs';
import { courseChapters } from './courseChapters.js';
import { courseIndex } from './courseIndex.js';
import { coursePage } from './coursePage.js';

const wanted = process.argv.slice(2).map((number) => number.padStart(2, '0'));
for (const { number, name, code, page, picture } of courseChapters()) {
  if (wanted.length > 0 && !wanted.includes(number)) continue;
  const built = coursePage(readFileSync(page, 'utf8'), readFileSync(code, 'utf8'), number);
  writeFileSync(page, built.text);
  writeFileSync(picture, built.picture);
  console.log(`docs/course/${name}.md`);
}

const index = 'docs/course/README.md';
writeFileSync(index, courseIndex(readFileSync(index, 'utf8'), courseChapters()));
