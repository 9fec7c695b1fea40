// Runs the code of a chapter in a process of its own, as its reader does, with plain text in place of colours.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram } from './bundleProgram.js';

const root = join(import.meta.dirname, '..');

/** What a chapter prints, and the picture it writes. */
export interface ChapterRun {
  readonly output: string;
  /** The text of an SVG file. */
  readonly picture: string;
}

export function runChapter(code: string): ChapterRun {
  // Inside of the repository, where the names of the doors are known.
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, 'build', 'chapter-'));
  const [program, picture] = [join(folder, 'chapter.ts'), join(folder, 'picture.svg')];
  try {
    writeFileSync(program, code);
    const bundled = bundleProgram(program, join(folder, 'chapter.mjs'));
    const output = execFileSync(process.execPath, [bundled, picture], { cwd: root, encoding: 'utf8' });
    return { output, picture: readFileSync(picture, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
