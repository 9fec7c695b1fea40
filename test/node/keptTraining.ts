// A training that is kept in a file after every step: the program that test/node/kills.ts kills, and starts again.
//
// It prints each step that it takes, and at its end what came of it.
import { adam, earlyStopping, fit, Network, reduceOnPlateau, softmax, tanh } from 'glassbox-nn';
import { fileCheckpoint } from 'glassbox-nn/node';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples } from '../support/toyData.js';

const [, , path] = process.argv;
const network = new Network([20, 64, 3], { hidden: tanh, output: softmax, seed: 6 });
const history = await fit(network, randomExamples(50, 20, 3), {
  optimizer: adam({ learningRate: 0.01 }),
  batchSize: 6,
  epochs: 8,
  dropout: 0.2,
  validationSplit: 0.2,
  earlyStopping: earlyStopping({ patience: 5, restoreBestWeights: true }),
  reduceOnPlateau: reduceOnPlateau({ patience: 2 }),
  ...(path !== undefined && { checkpoint: fileCheckpoint(path, { everySteps: 1 }) }),
  onBatch: ({ step }) => {
    console.log(`step ${step}`);
  },
});
const records = history.map((record) => ({ ...record, seconds: 0 }));
console.log(`end ${hashOfNetwork(network)} ${JSON.stringify(records)}`);
