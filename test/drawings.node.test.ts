// The pictures of the README, of docs/architecture.md and of docs/own-data.md are what their script makes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sitePictures } from '../scripts/sitePictures.js';

it.each([...sitePictures()])('%s is what npm run build:pictures writes', (path, text) => {
  expect(text).toBe(readFileSync(path, 'utf8'));
});

it('every folder of the house is drawn, with what it is for', () => {
  const drawn = readFileSync('docs/pictures/floors.svg', 'utf8');
  const folders = Array.from(
    readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| \d+ \| `(\w+)` \|/gm),
    ([, name]) => name,
  );
  expect(Array.from(drawn.matchAll(/class="name"[^>]*>(\w+)</g), ([, name]) => name).sort()).toEqual([...folders].sort());
  expect(drawn).not.toMatch(/class="purpose"[^>]*><\/text>/);
});
