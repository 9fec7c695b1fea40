// `npm run fuzz`: gives files of every format to their readers, in a process of their own: whole ones that were spoilt, and ones that grow.
// For 20 seconds or as long as an option says, half of it for each.
//
//   npm run fuzz -- --seconds 60     npm run fuzz -- --hours 1     npm run fuzz -- --seed 7 --only onnx     npm run fuzz -- --growth
//
// With --growth every kind of file that grows is made once, however long it takes. What a reader does not take as it should is written to
// test/corpus/, where the tests read it from then on; of files that grow the seed is printed, which makes them again.
import { parseArgs } from 'node:util';
import { growAll } from './growAll.js';
import { growers } from './growth/growers.js';
import { Host } from './host/Host.js';
import { spoilAll } from './spoilAll.js';
import { targets } from './targets.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    hours: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
  },
});
const seconds = values.hours === undefined ? Number(values.seconds) : Number(values.hours) * 3600;
// Another one every time, and printed, so that a run can be had again.
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const isChosen = (name: string) => values.only === undefined || name === values.only;
const chosen = targets.filter(({ name }) => isChosen(name));
const kinds = growers.filter(({ reader, name }) => isChosen(reader) || name === values.only);
if (!(seconds > 0) || !Number.isInteger(first) || kinds.length === 0) {
  throw new Error(
    `Expected --seconds or --hours above 0, a whole --seed, and --only a kind of file that grows or one of ${targets.map(({ name }) => name).join(', ')}.`,
  );
}

const began = Date.now();
const host = new Host();
console.log(`seed ${first}`);
let failed = await growAll(host, kinds, first, values.growth ? Number.POSITIVE_INFINITY : began + 500 * seconds);
if (!values.growth && chosen.length > 0) failed = (await spoilAll(host, chosen, first, began + 1000 * seconds)) || failed;
host.end();
process.exitCode = failed ? 1 : 0;
