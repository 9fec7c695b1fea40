// Writes the pictures of the README, of docs/architecture.md and of docs/own-data.md again: npm run build:pictures
import { mkdirSync, writeFileSync } from 'node:fs';
import { sitePictures } from './sitePictures.js';

mkdirSync('docs/pictures', { recursive: true });
for (const [path, text] of sitePictures()) {
  writeFileSync(path, text);
  console.log(`${path}, ${text.length} bytes`);
}
