// How fast the library is beside others, in one run on one machine.
//
//   npm run bench          glassbox-nn and a loop by hand, and TensorFlow.js if bench/node_modules has it: a minute or two
//   npm run bench:peers    installs all peers and measures the whole table of work: about half an hour
//
//   --only IDS --sides NAMES --rounds N --seconds N    less of it, parted by commas; the ids stand in works.ts
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareBundles } from './bundles.js';
import { compare } from './compare.js';
import { thisMachine } from './machine.js';
import type { Comparison, Results } from './results.js';
import { SIDES } from './sides.js';
import { compareStartups } from './startup.js';
import { machineOf, refusalsOf, tableOf } from './tables.js';
import { WORKS } from './works.js';
import { writeGiven } from './writeGiven.js';

/** What `npm run bench` leaves out. */
const LONG = ['train-1', 'train-wide', 'many-small-noise', 'many-wide-digits', 'many-wide-noise'];

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    sides: { type: 'string', default: '' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const whole = options.peers;
const said = process.argv.slice(2).filter((part) => part !== '--peers');
const rounds = Number(options.rounds ?? (whole ? 5 : 3));
const effort = { rounds, seconds: Number(options.seconds ?? (whole ? 4 : 1.5)) };
const installed = existsSync(join(import.meta.dirname, 'node_modules'));
const only = options.only.split(',').filter(Boolean);
const chosen = (id: string) => (only.length > 0 ? only.includes(id) : whole || !LONG.includes(id));
const named = options.sides.split(',').filter(Boolean);
/** The sides that are always there; TensorFlow.js is the one peer of a short run, where it is installed. */
const given = ['glassbox-nn', ...(named.length > 0 ? named : ['loop by hand', ...(installed ? ['TensorFlow.js, wasm'] : [])])];
const joins = (name: string) => (whole && named.length === 0) || given.some((start) => name.startsWith(start));
const sides = SIDES.filter(({ name }) => joins(name));

const comparisons: Comparison[] = [];
const results: Results = {
  command: ['npm run', whole ? 'bench:peers' : 'bench', ...(said.length > 0 ? ['--', ...said] : [])].join(' '),
  date: new Date().toISOString().slice(0, 10),
  ...effort,
  machine: thisMachine(),
  comparisons,
};

/** Prints a table as soon as it is there, and keeps what there is so far. */
function keep(comparison: Comparison): void {
  comparisons.push(comparison);
  console.log(tableOf(comparison));
  const folder = join(import.meta.dirname, '..', 'build');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, whole ? 'bench.json' : 'bench-short.json'), `${JSON.stringify(results, undefined, 2)}\n`);
}

console.log(`${machineOf(results)}\n`);
await writeGiven();
for (const work of WORKS) {
  if (chosen(work.id)) keep(await compare(work, sides, effort));
}
if (chosen('startup')) keep(compareStartups(joins, whole ? 11 : 5));
if (chosen('bundle')) keep(await compareBundles(joins));

const refusals = refusalsOf(results);
if (refusals !== '') console.log(`What was not measured:\n\n${refusals}\n`);
if (!whole) console.log('npm run bench:peers installs other libraries, and measures the whole beside them.');
