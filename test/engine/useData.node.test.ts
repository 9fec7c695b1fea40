// Steps of threads on one data set after another, and what becomes of trainers that are dropped.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { adam, Network, type Optimizer, sgd, softmax, type TrainingOptions, train, trainer } from 'glassbox-nn';
import { augment, type Dataset, rotate, shift } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { afterAll, describe, expect, it } from 'vitest';
import { openPlans } from '../../src/engine/CorePlans.js';
import { CoreStep } from '../../src/engine/CoreStep.js';
import { giveBack, lease } from '../../src/engine/Store.js';
import type { Step } from '../../src/learning/Step.js';
import { planTraining } from '../../src/training/planTraining.js';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples } from '../support/toyData.js';

// Without the core there is nothing that threads could share.
askFor('webassembly');

const threads = nodeThreads(2, { leastWork: 0 });
afterAll(() => threads.end());

/** A step of threads for batches of any size. */
function stepOf(network: Network, data: Dataset, options: TrainingOptions): Step {
  return threads.stepFor(planTraining(network, data, options), Number.MAX_SAFE_INTEGER, true, openPlans) as Step;
}

/** One update from a batch. */
async function updateFrom(step: Step, batch: Dataset, firstExample: number): Promise<void> {
  step.useData(batch, firstExample);
  step.beginEpoch(
    1,
    Uint32Array.from({ length: batch.count }, (_, row) => row),
  );
  for (;;) {
    const until = step.workAhead?.(() => 0.05);
    if (until === undefined) break;
    await until;
  }
  step.addExamples(0, batch.count);
  step.update(0.05);
}

describe('a step of threads', () => {
  const data = randomExamples(700, 49, 3);
  for (let i = 0; i < data.inputs.length; i++) data.inputs[i] = Math.abs(data.inputs[i] as number);
  const optimizers: readonly Optimizer[] = [sgd(), adam()];

  it('comes to the bits of a training on all batches', async () => {
    for (const optimizer of optimizers) {
      for (const options of [{}, { augmentation: augment([shift(1), rotate(9)], { width: 7 }), dropout: 0.2 }]) {
        const network = new Network([49, 9, 3], { output: softmax });
        const step = stepOf(network, data.take(1), { ...options, optimizer });
        for (let first = 0; first < 700; first += 140) await updateFrom(step, data.slice(first, first + 140), first);
        step.writeBack();
        step.release();
        const twin = new Network([49, 9, 3], { output: softmax });
        train(twin, data, { ...options, optimizer: { ...optimizer, learningRate: 0.05 }, batchSize: 140, shuffle: false });
        expect(hashOfNetwork(network)).toBe(hashOfNetwork(twin));
      }
    }
  });

  it('goes on with new threads where the former were ended between two steps', async () => {
    const [network, twin] = [new Network([49, 9, 3], { output: softmax }), new Network([49, 9, 3], { output: softmax })];
    const step = stepOf(network, data.take(1), {});
    const expected = new CoreStep(planTraining(twin, data.take(1), {}), 200, undefined, openPlans);
    for (let first = 0; first < 700; first += 100) {
      const batch = data.slice(first, first + 100);
      await updateFrom(step, batch, first);
      await updateFrom(expected, batch, first);
      threads.end();
    }
    for (const one of [step, expected]) one.writeBack();
    for (const one of [step, expected]) one.release();
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(twin));
  });
});

it('trainers that are dropped give back the memory that they had beside kept inputs', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const data = randomExamples(2000, 140, 3);
  const before = lease(data);
  giveBack(before);
  const [batch] = data.batches(20);
  for (let seed = 0; seed < 20; seed++) trainer(new Network([140, 9, 3], { seed })).step(batch as Dataset);
  const full = lease(data);
  giveBack(full);
  expect(full.start).toBeGreaterThan(before.start);
  let after = full;
  for (let times = 0; times < 100 && after.start > before.start; times++) {
    collect();
    await setImmediate();
    after = lease(data);
    giveBack(after);
  }
  expect(after.store).toBe(before.store);
  expect(after.start).toBe(before.start);
});
