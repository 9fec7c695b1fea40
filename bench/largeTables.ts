// The memory that a large table takes: npm run bench:largeTables. It makes a CSV file, of 1 GB unless `--megabytes` says otherwise, and
// reads it in a process each of two ways:
//
// - batches: as a stream into batches for a trainer; in all less than 300 MB, of which Node itself takes some 90.
// - dataset: as a stream, read twice, into one data set by `readDataset`; above what the process took at its start, at most 1.3 times the
//   numbers of the data set in float32. That of a small file fails: reading alone takes some 40 MB.
//
// It fails, with exit code 1, where one takes more. Resident memory is measured, at its highest.
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adam, identity, Network, Random, relu, trainer } from 'glassbox-nn';
import { type Preparation, prepare, readDataset, readTables } from 'glassbox-nn/data';

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '1000' }, work: { type: 'string' }, path: { type: 'string' } },
});
const WIDTH = 20;
const DISTRICTS = ['Harbour', 'Hillside', 'Meadows', 'Station'] as const;
const ROWS = 1000;
const MOST_BYTES = 300e6;
const MOST_TIMES = 1.3;

/** Rows of numbers, a word and gaps, and a price that hangs on some of them; until the file has so many bytes. */
async function writeTable(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  const random = new Random(1);
  const header = Array.from({ length: WIDTH }, (_, column) => `x${column}`);
  let { bytesWritten: written } = await file.write(`${[...header, 'district', 'price'].join(',')}\n`);
  while (written < bytes) {
    const lines = Array.from({ length: ROWS }, () => {
      const numbers = Array.from({ length: WIDTH }, () => random.uniform(-1, 1).toFixed(5));
      const price = 300000 + 100000 * Number(numbers[0]) - 50000 * Number(numbers[1]);
      if (random.uniform(0, 1) < 0.1) numbers[2] = '';
      return `${[...numbers, DISTRICTS[random.integer(DISTRICTS.length)], price.toFixed(0)].join(',')}\n`;
    });
    written += (await file.write(lines.join(''))).bytesWritten;
  }
  await file.close();
}

const partsOf = (path: string) => readTables(createReadStream(path, 'utf8'), { rows: ROWS });

/** What is learnt from the first thousand rows. */
async function preparationOf(path: string): Promise<Preparation> {
  for await (const part of partsOf(path)) return prepare(part, { target: 'price' });
  throw new Error('There are no rows.');
}

/** Bytes of resident memory, at their highest so far. */
const mostMemory = () => process.resourceUsage().maxRSS * 1024;

/** A trainer learns from the file once, a batch at a time. */
async function readBatches(path: string): Promise<string> {
  const preparation = await preparationOf(path);
  const network = new Network([preparation.width, 16, 1], { hidden: relu, output: identity });
  const training = trainer(network, { optimizer: adam({ learningRate: 0.01 }) });
  let [rows, loss] = [0, Number.NaN];
  for await (const part of partsOf(path)) {
    for (const batch of preparation.apply(part).batches(100)) loss = training.step(batch).loss;
    rows += part.count;
  }
  if (!(loss < 0.1)) throw new Error(`The trainer has not learnt: its last loss is ${loss}.`);
  const most = mostMemory();
  if (most >= MOST_BYTES) process.exitCode = 1;
  return `${rows} rows into batches: ${(most / 1e6).toFixed(0)} MB in all, expected less than ${MOST_BYTES / 1e6}`;
}

/** All of the file as one data set. */
async function readWhole(path: string): Promise<string> {
  const before = mostMemory();
  const preparation = await preparationOf(path);
  const { inputs, targets, count } = await readDataset(() => createReadStream(path, 'utf8'), preparation, { rows: ROWS });
  const bytes = inputs.byteLength + (targets?.byteLength ?? 0);
  if (inputs.subarray(-preparation.width).every((value) => value === 0)) throw new Error(`The last of ${count} rows is empty.`);
  const times = (mostMemory() - before) / bytes;
  if (times > MOST_TIMES) process.exitCode = 1;
  return `${count} rows into a data set of ${(bytes / 1e6).toFixed(0)} MB: above the ${(before / 1e6).toFixed(0)} MB of the start ${times.toFixed(2)} times that, expected at most ${MOST_TIMES}`;
}

const WORKS: Readonly<Record<string, (path: string) => Promise<string>>> = {
  batches: readBatches,
  dataset: readWhole,
};

const chosen = WORKS[values.work ?? ''];
if (chosen !== undefined) console.log(await chosen(values.path ?? ''));
else {
  const folder = await mkdtemp(join(tmpdir(), 'large-tables-'));
  try {
    const path = join(folder, 'houses.csv');
    await writeTable(path, Number(values.megabytes) * 1e6);
    for (const name of Object.keys(WORKS)) {
      const parts = [...process.execArgv, import.meta.filename, '--work', name, '--path', path];
      if (spawnSync(process.execPath, parts, { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
