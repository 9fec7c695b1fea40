// A step that learns from one data set after another comes to the bits of a training on all of them, whatever the data.
import fc from 'fast-check';
import {
  type Activation,
  adam,
  crossEntropy,
  Network,
  type Optimizer,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  train,
} from 'glassbox-nn';
import { augment, Dataset, type DatasetFields, dataset, elastic, noise, rotate, shift } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../src/data/examples.js';
import { stepFor } from '../../src/engine/backend.js';
import { openPlans } from '../../src/engine/CorePlans.js';
import { CoreStep } from '../../src/engine/CoreStep.js';
import { lease } from '../../src/engine/Store.js';
import type { Step, StepPlan } from '../../src/learning/Step.js';
import { planTraining } from '../../src/training/planTraining.js';
import { stepPlan } from '../learning/stepPlan.js';
import { on } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';
import { bent, customState } from './customFunctions.js';
import { onBoth } from './onBoth.js';
import { dataOf, networkOf, optionsOf } from './outcomes.js';
import { type Training, trainings } from './trainings.js';

/** Rows of a data set as a data set of its own, in arrays of its own. */
function rowsOf(data: Dataset, start: number, end: number, changed: Partial<DatasetFields> = {}): Dataset {
  const { width, scale, targetWidth, classes, classNames, labels, targets, sampleWeights } = data;
  return new Dataset({
    ...{ width, scale, targetWidth, classes, classNames, count: end - start },
    inputs: data.inputs.slice(start * width, end * width),
    labels: labels?.slice(start, end),
    targets: targets?.slice(start * targetWidth, end * targetWidth),
    sampleWeights: sampleWeights?.slice(start, end),
    ...changed,
  });
}

const inOrder = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

/** One update from all examples of a data set, or from some of them. */
function updateFrom(step: Step, learningRate: number, examples: Uint32Array, epoch = 1) {
  step.beginEpoch(epoch, examples);
  step.addExamples(0, examples.length);
  return step.update(learningRate);
}

/** One epoch in order, by `train`. */
function trained(training: Training) {
  const network = networkOf(training);
  try {
    const options = { ...optionsOf(training, network), epochs: 1, shuffle: false, validationSplit: undefined };
    const [{ loss, accuracy }] = train(network, dataOf(training), options);
    return { loss, accuracy, hash: hashOfNetwork(network) };
  } catch (error) {
    return (error as Error).name;
  }
}

/** The same, batch by batch, each of them a data set of its own. */
function stepped(training: Training) {
  const network = networkOf(training);
  const data = dataOf(training);
  const options = optionsOf(training, network);
  const { batchSize, optimizer } = options;
  let step: Step | undefined;
  let [cost, right] = [0, 0];
  try {
    for (let start = 0; start < data.count; start += batchSize) {
      const end = Math.min(start + batchSize, data.count);
      const batch = rowsOf(data, start, end);
      step ??= stepFor(planTraining(network, batch, { ...options, validationSplit: undefined }), batchSize, {
        open: openPlans,
      });
      step.useData(batch, start);
      const totals = updateFrom(step, optimizer.learningRate as number, inOrder(end - start));
      cost += totals.cost;
      right += totals.right;
    }
    step?.writeBack();
    const accuracy = accuracyOf(data, right);
    return { loss: cost / data.count, accuracy, hash: hashOfNetwork(network) };
  } catch (error) {
    return (error as Error).name;
  } finally {
    step?.release();
  }
}

describe('a step on one data set after another', () => {
  it('comes to the bits of a training on all of them, on both backends', () => {
    fc.assert(
      fc.property(trainings, (training) => {
        const expected = onBoth(() => stepped(training));
        expect(trained(training)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('takes weighted data sets and others in turn, as each comes', () => {
    const data = randomExamples(9, 4, 2);
    const parts = [[1, 1, 1], [0.5, 0, 3], undefined].map((weights, part) =>
      rowsOf(data, 3 * part, 3 * part + 3, { sampleWeights: weights && Float32Array.from(weights) }),
    );
    const alike = dataset({ inputs: data.inputs, width: 4, labels: data.labels as Int32Array, classes: 2 });
    const weighted = dataset({
      ...{ inputs: data.inputs, width: 4, labels: data.labels as Int32Array, classes: 2 },
      sampleWeights: [1, 1, 1, 0.5, 0, 3, 1, 1, 1],
    });
    const hashes = [parts, [alike], [weighted]].map((sets) =>
      onBoth(() => {
        const network = new Network([4, 3, 2], { output: softmax, seed: 1 });
        if (sets.length === 1) train(network, sets[0] as Dataset, { batchSize: 3, shuffle: false, optimizer: adam() });
        else {
          for (const rotation of [0, 1]) {
            const own = rotation === 0 ? network : (new Network([4, 3, 2], { output: softmax, seed: 1 }) as Network<[4, 3, 2]>);
            const step = stepFor(
              stepPlan({ network: own as Network, data: sets[2 * rotation] as Dataset, loss: crossEntropy, optimizer: adam() }),
              3,
              { open: openPlans },
            );
            for (const set of sets) {
              step.useData(set, 0);
              updateFrom(step, 0.001, inOrder(3));
            }
            step.writeBack();
            step.release();
            if (rotation === 1) expect(hashOfNetwork(own as Network)).toBe(hashOfNetwork(network));
          }
        }
        return hashOfNetwork(network);
      }),
    );
    expect(hashes[0]).toBe(hashes[2]);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('changes images as a training on all of them does', () => {
    const images = randomExamples(60, 49, 3);
    for (let i = 0; i < images.inputs.length; i++) images.inputs[i] = Math.abs(images.inputs[i] as number);
    for (const parts of [[shift(1), rotate(20)], [elastic({ sigma: 2, amplitude: 1 })], [noise(0.1)]]) {
      const options = { augmentation: augment(parts, { width: 7 }), optimizer: sgd(), batchSize: 20, seed: 7, dropout: 0.2 };
      const hash = onBoth(() => {
        const network = new Network([49, 6, 3], { seed: 1 });
        const step = stepFor(planTraining(network, images.take(20), options), 20, { open: openPlans });
        for (let start = 0; start < 60; start += 20) {
          step.useData(rowsOf(images, start, start + 20), start);
          updateFrom(step, 0.01, inOrder(20));
        }
        step.writeBack();
        step.release();
        return hashOfNetwork(network);
      });
      const network = new Network([49, 6, 3], { seed: 1 });
      train(network, images, { ...options, shuffle: false });
      expect(hashOfNetwork(network)).toBe(hash);
    }
  });
});

/** Data sets that differ in all that may: how many, of bytes or of floats, with many zeros or few, with labels or with targets. */
function variedData(width: number): Dataset[] {
  const examples = (count: number, seed: number) => randomExamples(count, width, 3, seed);
  const [few, many] = [examples(3, 1), examples(50, 2)];
  const inputs = (count: number, number: (i: number) => number) => Array.from({ length: count * width }, (_, i) => number(i));
  const labels = (count: number) => Array.from({ length: count }, (_, i) => i % 3);
  const made = (count: number, number: (i: number) => number, Kind: typeof Uint8Array | typeof Float32Array) =>
    dataset({ inputs: Kind.from(inputs(count, number)), width, labels: labels(count), classes: 3 });
  return [
    few,
    made(7, (i) => (i % 5 === 0 ? i % 256 : 0), Uint8Array),
    made(5, (i) => 1 + (i % 255), Uint8Array),
    many,
    made(4, (i) => Math.fround(Math.sqrt(i + 1) / 30), Float32Array),
    made(130, (i) => (i % 9 === 0 ? (i % 100) / 100 : 0), Float32Array),
    rowsOf(many, 10, 30, { labels: undefined, targets: Float32Array.from({ length: 60 }, (_, i) => (i % 4) / 3) }),
    made(1, () => 0, Float32Array),
    few,
  ];
}

/** What each of these optimizers remembers of rows that a data set does not light must still move them. */
const optimizers: readonly Optimizer[] = [sgd(), sgd({ momentum: 0.9 }), rmsprop(), adam(), customState];

/** Updates by a new step for each data set, which goes on from where the one before was. */
function byNewSteps(plan: StepPlan, datasets: readonly Dataset[], orderOf: (data: Dataset) => Uint32Array): void {
  let state: Float32Array[] = plan.network.layers.flatMap(({ weights, biases }) =>
    Array.from(
      { length: 2 * plan.optimizer.slots },
      (_, index) => new Float32Array((index % 2 === 0 ? weights : biases).length),
    ),
  );
  for (const [index, data] of datasets.entries()) {
    const step = stepFor({ ...plan, data }, 200, { open: openPlans });
    if (index > 0) step.restoreState(index, state);
    updateFrom(step, 0.05, orderOf(data));
    state = step.optimizerState().map((array) => array.slice());
    step.writeBack();
    step.release();
  }
}

/** The same by one step. */
function byOneStep(plan: StepPlan, datasets: readonly Dataset[], orderOf: (data: Dataset) => Uint32Array): void {
  const step = stepFor({ ...plan, data: datasets[0] as Dataset }, 200, { open: openPlans });
  let last = datasets[0];
  for (const data of datasets) {
    if (data !== last) step.useData(data);
    last = data;
    updateFrom(step, 0.05, orderOf(data));
  }
  step.writeBack();
  step.release();
}

describe('data sets', () => {
  const networks: readonly Activation[] = [sigmoid, relu, bent];

  it('may differ in all that data may', () => {
    for (const optimizer of optimizers) {
      for (const hidden of networks) {
        const hashes = [byNewSteps, byOneStep].map((work) =>
          onBoth(() => {
            const network = new Network([20, 9, 3], { hidden, output: softmax, seed: 4 });
            const datasets = variedData(20);
            work(stepPlan({ network, data: datasets[0] as Dataset, optimizer }), datasets, ({ count }) => inOrder(count));
            return hashOfNetwork(network);
          }),
        );
        expect(new Set(hashes).size).toBe(1);
      }
    }
  });

  it('of a megabyte and more may take turns with small ones', () => {
    const [one, other] = [randomExamples(2000, 140, 3, 5), randomExamples(2000, 140, 3, 6)];
    const [small, dense] = [
      randomExamples(30, 140, 3, 7),
      rowsOf(one, 0, 30, { inputs: new Float32Array(30 * 140).fill(0.3) }),
    ];
    const datasets = [one, small, one, other, dense, one, one, small, other];
    for (const optimizer of optimizers) {
      const hashes = [byNewSteps, byOneStep].map((work) => {
        const network = new Network([140, 9, 3], { output: softmax, seed: 4 });
        work(stepPlan({ network, data: one, optimizer }), datasets, ({ count }) =>
          inOrder(count).filter((row) => row % 7 === 0),
        );
        return hashOfNetwork(network);
      });
      expect(hashes[1]).toBe(hashes[0]);
    }
  });

  it('with a reader of their own are read', () => {
    class Doubled extends Dataset {
      override readInput(out: Float32Array, index: number): void {
        super.readInput(out, index);
        for (let i = 0; i < out.length; i++) out[i] *= 2;
      }
    }
    onBoth(() => {
      const network = new Network([5, 4, 3], { seed: 1 });
      const data = randomExamples(20, 5, 3);
      const step = stepFor(stepPlan({ network, data }), 20, { open: openPlans });
      step.useData(new Doubled({ ...data }), 0);
      const totals = updateFrom(step, 0.5, inOrder(20));
      step.writeBack();
      step.release();
      return { totals, hash: hashOfNetwork(network) };
    });
  });

  it('whose numbers are changed between two steps are read anew', () => {
    onBoth(() => {
      const network = new Network([5, 4, 3], { seed: 1 });
      const data = randomExamples(20, 5, 3);
      const step = stepFor(stepPlan({ network, data }), 20, { open: openPlans });
      for (let times = 0; times < 5; times++) {
        data.inputs.fill(times / 3, times, times * 7);
        step.useData(data, 0);
        updateFrom(step, 0.5, inOrder(20));
      }
      step.writeBack();
      step.release();
      return hashOfNetwork(network);
    });
  });
});

describe('a data set that is refused', () => {
  it('leaves the step on the one before, and all as it was', async () => {
    for (const backend of ['webassembly', 'javascript'] as const) {
      const network = new Network([5, 4, 3], { seed: 1 });
      const data = randomExamples(20, 5, 3);
      const twin = new Network([5, 4, 3], { seed: 1 });
      const step = on(backend, () => stepFor(stepPlan({ network, data, optimizer: adam() }), 20, { open: openPlans }));
      const expected = on(backend, () =>
        stepFor(stepPlan({ network: twin, data, optimizer: adam() }), 20, { open: openPlans }),
      );
      const bad = randomExamples(20, 5, 3, 2);
      bad.inputs[7] = Number.NaN;
      for (let times = 0; times < 3; times++) {
        await expectRefusal(() => step.useData(bad, 0), 'NumericError', 'data input [2] of example 1', 'NaN');
        await expectRefusal(() => step.useData(bad), 'NumericError', 'data input [2] of example 1', 'NaN');
        for (const one of [step, expected]) updateFrom(one, 0.1, inOrder(20));
      }
      for (const one of [step, expected]) one.writeBack();
      expect(hashOfNetwork(network)).toBe(hashOfNetwork(twin));
    }
  });

  it('since there is no room for it leaves the step as it was', async () => {
    const network = new Network([5, 4, 3], { seed: 1 });
    const data = randomExamples(20, 5, 3);
    const step = new CoreStep(stepPlan({ network, data }), 20, undefined, openPlans);
    step.useData(data, 0);
    updateFrom(step, 0.1, inOrder(20));
    const { core } = step;
    const platform = globalThis as unknown as { WebAssembly: { Memory: { prototype: { grow(pages: number): number } } } };
    const { grow } = platform.WebAssembly.Memory.prototype;
    platform.WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('Unable to grow instance memory');
    };
    try {
      await expectRefusal(
        () => step.useData(randomExamples(30_000, 5, 3), 0),
        'LimitError',
        'network 5-4-3',
        'fit into memory',
      );
    } finally {
      platform.WebAssembly.Memory.prototype.grow = grow;
    }
    expect(step.core).toBe(core);
    updateFrom(step, 0.1, inOrder(20));
    step.useData(randomExamples(30_000, 5, 3), 0);
    step.release();
  });

  it('by an update that diverges is forgotten, and the next one goes on', async () => {
    for (const backend of ['webassembly', 'javascript'] as const) {
      const [network, twin] = [0, 0].map((seed) => new Network([5, 4, 3] as number[], { hidden: relu, seed }));
      const data = randomExamples(20, 5, 3);
      const huge = rowsOf(data, 0, 20, { inputs: new Float32Array(100).fill(3e38) });
      const step = on(backend, () => stepFor(stepPlan({ network: network as Network, data }), 20, { open: openPlans }));
      const expected = on(backend, () => stepFor(stepPlan({ network: twin as Network, data }), 20, { open: openPlans }));
      for (let times = 0; times < 3; times++) {
        step.useData(huge, 0);
        await expectRefusal(() => updateFrom(step, 0.1, inOrder(20)), 'NumericError', `training step ${times + 1}`);
        expect(step.steps).toBe(times);
        step.useData(data, 0);
        for (const one of [step, expected]) updateFrom(one, 0.1, inOrder(20));
      }
      for (const one of [step, expected]) one.writeBack();
      expect(hashOfNetwork(network as Network)).toBe(hashOfNetwork(twin as Network));
    }
  });
});

describe('the memory of a step', () => {
  it('does not grow with the steps', () => {
    const network = new Network([784, 16, 10]);
    const batches = [32, 10, 31, 32, 1].map((count, seed) => randomExamples(count, 784, 10, seed));
    const step = new CoreStep(stepPlan({ network, data: batches[0] as Dataset }), 32, undefined, openPlans);
    const bytes = new Set<number>();
    const memories = new Set<object>();
    for (let times = 0; times < 3000; times++) {
      const batch = batches[times % batches.length] as Dataset;
      step.useData(batch, times * 32);
      if (times % 100 === 0) updateFrom(step, 0.01, inOrder(batch.count));
      memories.add(step.core.core.memory);
      bytes.add(step.core.core.memory.buffer.byteLength);
    }
    step.release();
    expect(memories.size).toBe(1);
    expect(bytes.size).toBe(1);
    expect(Math.max(...bytes)).toBeLessThan(4 * 2 ** 20);
  });

  it('is given back to the data set whose inputs are kept, when another takes its place', () => {
    const data = randomExamples(2000, 140, 3, 8);
    const before = lease(data);
    const step = new CoreStep(stepPlan({ network: new Network([140, 9, 3]), data }), 20, undefined, openPlans);
    step.useData(randomExamples(2000, 140, 3, 9));
    const after = lease(data);
    expect(after.store).toBe(before.store);
    expect(after.start).toBe(before.end);
    step.release();
  });
});
