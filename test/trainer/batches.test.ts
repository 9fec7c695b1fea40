// What a trainer looks at in a batch that is rows of a data set: the data set, and not copies of its rows.
import { Network, relu, softmax, trainer } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const made = () => new Network([16, 20, 3] as number[], { hidden: relu, output: softmax });
const batchesOf = (data: Dataset) => [...data.batches(35, { epoch: 1 })] as [Dataset, Dataset];

it('a step copies no arrays of a batch, and refuses one whose data set has lost its own', async () => {
  const data = randomExamples(70, 16, 3);
  const [first, second] = batchesOf(data);
  const training = trainer(made());
  training.step(first);
  structuredClone(null, { transfer: [data.inputs.buffer as ArrayBuffer] });
  // Had the step read the arrays, the batch would have copies of them.
  await expectRefusal(() => first.inputs, 'StateError', 'transferred');
  await expectRefusal(() => training.step(second), 'StateError', 'batch.inputs', 'transferred');
  expect(training.steps).toBe(1);
});

it('a label that has become no class is refused in the batch that has it, and by its place in the data set', async () => {
  const data = randomExamples(70, 16, 3);
  const [first, second] = batchesOf(data);
  const training = trainer(made());
  training.step(first);
  const place = [...data].findIndex((example) => second.inputs.subarray(0, 16).every((value, i) => value === example.input[i]));
  (data.labels as Int32Array)[place] = 3;
  training.step(first);
  await expectRefusal(() => training.step(second), 'OutOfRangeError', `batch.labels[${place}]`, 'from 0 to 2', 'got 3');
  expect(training.steps).toBe(2);
});
