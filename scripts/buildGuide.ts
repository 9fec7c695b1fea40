// Writes the code, the output and the pictures of the examples into the pages of the guide: npm run build:guide, or npm run build:guide recipes
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { guidePage } from './guidePage.js';
import { guidePages } from './guidePages.js';

const wanted = process.argv.slice(2);
for (const path of guidePages()) {
  if (wanted.length > 0 && !wanted.includes(basename(path, '.md'))) continue;
  const page = readFileSync(path, 'utf8');
  const { text, pictures } = guidePage(page);
  for (const [file, picture] of pictures) writeFileSync(file, picture);
  if (text === page) continue;
  writeFileSync(path, text);
  console.log(`docs/${basename(path)}`);
}
