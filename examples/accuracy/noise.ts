// How sure networks are of noise: one that has seen digits alone, and one that was shown noise too and taught to doubt it.
//
//   npm run accuracy:noise
import { adam, evaluate, fit, Network, predictor, relu, softmax } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { digitsFolder, readTest, readTraining } from './digits.js';
import { NOISES, picturesOf, withNoise } from './noises.js';

const EPOCHS = 30;
const SURE = 0.9;
/** How many pictures of each noise the second network is shown, beside 60,000 digits. */
const SHOWN = 2000;
const ASKED = 10_000;

const folder = digitsFolder();
const training = await readTraining(folder);
const test = await readTest(folder);
const trusting = await learn(training);
const wary = await learn(withNoise(training, SHOWN));

console.log(`Answers above ${SURE}, of ${ASKED.toLocaleString('en')} pictures each:\n`);
console.log(`${' '.repeat(24)}  saw digits alone    saw noise too`);
report('test digits', test);
for (const [name, noise] of Object.entries(NOISES)) {
  const inputs = picturesOf(noise, ASKED, training, 'asked');
  report(name, dataset({ inputs, width: 784, labels: new Uint8Array(ASKED), classes: 10 }));
}
console.log(`${'test accuracy'.padEnd(24)}${column(accuracyOf(trusting))}${column(accuracyOf(wary))}`);

async function learn(data: Dataset): Promise<Network<[784, 16, 16, 10]>> {
  const network = new Network([784, 16, 16, 10], { hidden: relu, output: softmax });
  await fit(network, data, { optimizer: adam({ learningRate: 0.003 }), epochs: EPOCHS, batchSize: 128 });
  return network;
}

function report(name: string, pictures: Dataset): void {
  console.log(`${name.padEnd(24)}${column(shareSure(trusting, pictures))}${column(shareSure(wary, pictures))}`);
}

/** The share of the pictures whose brightest output is above {@link SURE}. */
function shareSure(network: Network<[784, 16, 16, 10]>, pictures: Dataset): number {
  const outputs = predictor(network).forwardBatch(pictures.readInputs(), pictures.count);
  let sure = 0;
  for (let index = 0; index < pictures.count; index++) {
    if (Math.max(...outputs.subarray(index * 10, (index + 1) * 10)) > SURE) sure++;
  }
  return sure / pictures.count;
}

function accuracyOf(network: Network): number {
  return evaluate(network, test).accuracy ?? 0;
}

function column(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(17);
}
