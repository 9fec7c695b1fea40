// `npm run verify`: all that CI samples, whole: some three hours on two processors. Prints a table of what passed, in Markdown. As CI
// does, it installs what Debian has and is missing here.
//
//   npm run verify -- --only kills,fuzz      some of the steps
//   npm run verify -- --hours 1              for so long files are spoilt; 1/4 if left out
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { only: { type: 'string' }, hours: { type: 'string', default: '0.25' } } });

/** A name, and the command that fails where something does not hold. */
const STEPS: Readonly<Record<string, readonly [program: string, ...parameters: string[]]>> = {
  ci: ['bash', '.ci/run'],
  load: ['npm', 'run', 'test:load', '--', '--times', '10'],
  kills: ['npm', 'run', 'test:kills', '--', '--kills', '200'],
  stops: ['npm', 'run', 'test:stops', '--', '--stops', '2000'],
  environments: ['npm', 'run', 'test:environments'],
  others: ['npm', 'run', 'test:others'],
  pollution: ['npm', 'run', 'test:pollution'],
  fuzz: ['npm', 'run', 'fuzz', '--', '--hours', values.hours],
  coverage: ['npm', 'run', 'coverage'],
  mutation: ['npm', 'run', 'mutation'],
  digits: ['npm', 'run', 'train:digits', '--', '--check'],
  digitKinds: ['npm', 'run', 'measure:digits', '--', '--check'],
  diagnosis: ['npm', 'run', 'bench:diagnosis'],
  files: ['npm', 'run', 'bench:files'],
  photos: ['npm', 'run', 'bench:photos'],
  largeTables: ['npm', 'run', 'bench:largeTables'],
};

const chosen = values.only?.split(',') ?? Object.keys(STEPS);
const unknown = chosen.filter((name) => STEPS[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}: --only takes some of ${Object.keys(STEPS).join(',')}.`);
  process.exit(1);
}

const rows = chosen.map((name) => {
  const [program, ...parameters] = STEPS[name] as readonly [string, ...string[]];
  const command = [program, ...parameters].join(' ');
  console.log(`\n=== ${name}: ${command}`);
  const began = Date.now();
  const { status } = spawnSync(program, parameters, { stdio: 'inherit' });
  return { name, command, passed: status === 0, seconds: Math.round((Date.now() - began) / 1000) };
});

console.log('\n| Step | Command | Result | Seconds |\n|---|---|---|---|');
for (const { name, command, passed, seconds } of rows) {
  console.log(`| ${name} | \`${command}\` | ${passed ? 'passed' : '**failed**'} | ${seconds} |`);
}
process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1;
