// `npm run test:stops -- --stops 2000 --seed 1`: stops trainings by threads at as many moments, and prints what came of it.
import { parseArgs } from 'node:util';
import { stopMany } from '../test/node/stops.js';

const { values } = parseArgs({
  options: { stops: { type: 'string', default: '2000' }, seed: { type: 'string', default: `${Date.now() % 1_000_000}` } },
});
console.log(`seed ${values.seed}`);
const { stopped, ended, faults } = await stopMany(Number(values.stops), Number(values.seed));
console.table(stopped);
console.log(`${ended} trainings came to the bits of one that was never stopped`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
