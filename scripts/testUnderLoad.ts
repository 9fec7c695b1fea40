// `npm run test:load -- --times 10 test/engine`: runs `npm test` so many times, one after another, beside a program for each processor that
// takes all of it, and prints what came of each run. What passes on a calm machine alone fails here.
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { countTests, inWords } from './testCounts.js';

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '10' } },
  allowPositionals: true,
});
const times = Number(values.times);

/** Never rests, and ends with the process that started it, however that one ends. */
const BUSY = `while (process.ppid === ${process.pid});`;
const busy = Array.from({ length: Math.max(2, availableParallelism()) }, () => spawn(process.execPath, ['-e', BUSY]));

const rows: string[] = [];
let failed = 0;
for (let run = 1; run <= times; run++) {
  const began = performance.now();
  const { status } = spawnSync('npm', ['test', '--silent', '--', ...positionals], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  const counts = inWords(countTests('build/tests.json', status ?? 1));
  rows.push(
    `run ${run}: ${status === 0 ? 'passed' : 'FAILED'}, ${counts}, ${Math.round((performance.now() - began) / 1000)} s`,
  );
}
await setImmediate(); // hears of those that ended by themselves, and took no processor
const rested = busy.filter(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null).length;
for (const program of busy) program.kill('SIGKILL');

console.log(
  `\nBeside ${busy.length} programs that take all processors:\n${rows.join('\n')}\n${times - failed} of ${times} runs passed`,
);
if (rested > 0) console.log(`${rested} of the programs ended before the tests did`);
process.exitCode = failed === 0 && rested === 0 ? 0 : 1;
