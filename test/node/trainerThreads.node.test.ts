// A trainer whose steps threads share: the bits of train, and what happens when the threads end.
import { adam, Network, relu, softmax, train, trainer } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { afterAll, expect, it } from 'vitest';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

// Without the core there is nothing that threads could share.
askFor('webassembly');

const threads = nodeThreads(2, { leastWork: 0 });
afterAll(() => threads.end());

const data = randomExamples(300, 30, 4);
const options = { optimizer: adam({ learningRate: 0.01 }), dropout: 0.2, seed: 6 };
const made = () => new Network([30, 40, 4] as number[], { hidden: relu, output: softmax });

it('comes to the bits of train with rows of a data set, whose batches may grow', async () => {
  const [expected, network] = [made(), made()];
  train(expected, data, { ...options, batchSize: 64, epochs: 2 });
  const training = trainer(network, { ...options, threads });
  for (const epoch of [1, 2]) {
    for (const batch of data.batches(64, { seed: 6, epoch })) await training.stepAsync(batch);
  }
  expect(hashOfNetwork(network)).toBe(hashOfNetwork(expected));
  const one = trainer(expected, { ...options, from: training.save() });
  const other = trainer(network, { ...options, threads, from: training.save() });
  for (const size of [3, 100, 20]) {
    one.step(data.slice(0, size));
    await other.stepAsync(data.slice(0, size));
  }
  expect(hashOfNetwork(network)).toBe(hashOfNetwork(expected));
});

it('takes no steps that do not wait', async () => {
  const training = trainer(made(), { threads });
  await expectRefusal(() => training.step(data), 'StateError', 'await trainer.stepAsync(batch)');
});

it('says so when its threads end in the middle of an update, and the network is as the last step left it', async () => {
  const own = nodeThreads(2, { leastWork: 0 });
  const network = made();
  const training = trainer(network, { ...options, threads: own });
  const [first, second] = data.batches(150);
  await training.stepAsync(first as Dataset);
  const saved = training.save();
  const before = hashOfNetwork(network);
  const step = training.stepAsync(second as Dataset);
  own.end();
  expect(await errorOf(() => step)).toMatchObject({ code: 'STATE' });
  expect(hashOfNetwork(network)).toBe(before);
  await expectRefusal(() => training.stepAsync(second as Dataset), 'StateError', 'save()');
  const resumed = trainer(network, { ...options, from: saved });
  resumed.step(second as Dataset);
  expect(resumed.steps).toBe(2);
});
