// Runs a chapter of the course: npm run chapter 3; npm run chapter 3 -- --watch runs it again whenever it is saved.
import { spawnSync } from 'node:child_process';
import { courseChapters } from './courseChapters.js';

const words = process.argv.slice(2);
const watch = words.includes('--watch');
const [number = '', ...rest] = words.filter((word) => word !== '--watch');
const chapters = courseChapters();
const chapter = chapters.find((one) => one.number === number.padStart(2, '0'));
if (chapter) {
  const flags = watch ? ['--watch', '--import', 'tsx'] : ['--import', 'tsx'];
  process.exitCode = spawnSync(process.execPath, [...flags, chapter.code, ...rest], { stdio: 'inherit' }).status ?? 1;
} else {
  console.error(
    `Which chapter? npm run chapter 3, for example. There are:\n${chapters.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exitCode = 1;
}
