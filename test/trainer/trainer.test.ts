// A trainer comes to the bits of train, refuses what is not its own, and goes on from what it has saved.
import {
  adam,
  cosineDecay,
  defineActivation,
  fit,
  Network,
  type Optimizer,
  relu,
  rmsprop,
  sgd,
  softmax,
  type TrainerOptions,
  tanh,
  train,
  trainer,
  trainSteps,
} from 'glassbox-nn';
import { augment, type Dataset, dataset, shift } from 'glassbox-nn/data';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const { inputs, labels } = randomExamples(70, 16, 3);
const data = dataset({ inputs: inputs.map(Math.abs), width: 16, labels: labels as Int32Array, classes: 3 });
const made = (seed = 1) => new Network([16, 20, 3] as number[], { hidden: relu, output: softmax, seed });

/** Three epochs of batches of 32, the last one short, by a trainer. */
function byTrainer(options: TrainerOptions, given: Dataset = data): string {
  const network = made();
  const training = trainer(network, options);
  for (const epoch of [1, 2, 3]) {
    for (const batch of given.batches(32, { seed: options.seed ?? 0, epoch })) training.step(batch);
  }
  return hashOfNetwork(network);
}

/** The same by train. */
function byTrain(options: TrainerOptions, given: Dataset = data): string {
  const network = made();
  train(network, given, { ...options, batchSize: 32, epochs: 3 });
  return hashOfNetwork(network);
}

const halved: Optimizer = {
  name: 'halved',
  learningRate: 0.1,
  slots: 1,
  update(parameters, gradient, [sums], { learningRate }) {
    for (let i = 0; i < parameters.length; i++) {
      sums[i] = sums[i] / 2 + gradient[i];
      parameters[i] = parameters[i] - learningRate * sums[i];
    }
  },
};

const trainings: Record<string, TrainerOptions> = {
  'as it comes': {},
  'plain descent': { optimizer: sgd({ learningRate: 0.5 }), seed: 7 },
  'Nesterov momentum and a schedule': {
    optimizer: sgd({ learningRate: cosineDecay({ from: 0.2, steps: 9 }), momentum: 0.9, nesterov: true }),
  },
  'penalties, clipping and max-norm': {
    optimizer: rmsprop({ learningRate: 0.01 }),
    l1: 0.001,
    l2: 0.01,
    clipNorm: 0.5,
    maxNorm: 2,
  },
  dropout: { optimizer: adam({ learningRate: 0.01 }), dropout: [0.2, 0.5], seed: 3 },
  augmentation: { augmentation: augment([shift(1)], { width: 4 }), seed: 5 },
  'a custom optimizer': { optimizer: halved },
};

describe('the same batches in the same order', () => {
  it.each(Object.entries(trainings))('are one long train: %s', (_name, options) => {
    expect(onBoth(() => byTrainer(options))).toBe(onBoth(() => byTrain(options)));
  });

  it('are one long train where classes are numbered otherwise than in the network', () => {
    const named = (classNames: string[]) =>
      dataset({ inputs: [[1, 0], [0, 1], [1, 1], [0, 0]], labels: [0, 1, 1, 0], classes: classNames }); // biome-ignore format: a table
    const network = () => {
      const named = new Network([2, 3, 2] as number[]);
      named.classNames = ['no', 'yes'];
      return named;
    };
    const turned = named(['yes', 'no']);
    const hashes = onBoth(() => {
      const [one, other] = [network(), network()];
      train(one, turned, { batchSize: 2, epochs: 1 });
      const training = trainer(other);
      for (const batch of turned.batches(2, { epoch: 1 })) training.step(batch);
      return [hashOfNetwork(one), hashOfNetwork(other)];
    });
    expect(hashes[1]).toBe(hashes[0]);
  });

  it('tell of each step what trainSteps tells', () => {
    const options = { optimizer: adam({ learningRate: 0.01 }), dropout: 0.3, seed: 2 };
    const { steps, told } = onBoth(() => {
      const steps = [...trainSteps(made(), data, { ...options, batchSize: 32, epochs: 2 })];
      const training = trainer(made(), options);
      const told = [1, 2].flatMap((epoch) => [...data.batches(32, { seed: 2, epoch })].map((batch) => training.step(batch)));
      return { steps, told };
    });
    expect(told).toEqual(steps.map(({ step, loss, accuracy, learningRate }) => ({ step, loss, accuracy, learningRate })));
  });

  it('give the same bits with stepAsync', async () => {
    const options = { optimizer: adam({ learningRate: 0.01 }), dropout: 0.3 };
    const network = made();
    const training = trainer(network, options);
    for (const epoch of [1, 2, 3]) for (const batch of data.batches(32, { seed: 0, epoch })) await training.stepAsync(batch);
    expect(hashOfNetwork(network)).toBe(byTrain(options));
  });
});

describe('batches that are data sets by themselves', () => {
  const pieces = [0, 32, 64].map((start) => data.slice(start, Math.min(start + 32, 70)));

  it('are one long train in order, of any size', () => {
    const options = { optimizer: adam({ learningRate: 0.01 }), dropout: 0.4, seed: 3 };
    const hashes = onBoth(() => {
      const [one, other] = [made(), made()];
      train(one, data, { ...options, batchSize: 32, shuffle: false });
      const training = trainer(other, options);
      for (const piece of pieces) training.step(piece);
      return [hashOfNetwork(one), hashOfNetwork(other)];
    });
    expect(hashes[1]).toBe(hashes[0]);
  });

  it('draw other masks each time that the same examples come', () => {
    const twice = onBoth(() => {
      const training = trainer(made(), { optimizer: sgd({ learningRate: 1e-30 }), dropout: 0.5 });
      return [pieces[0], pieces[0]].map((piece) => training.step(piece).loss);
    });
    expect(twice[0]).not.toBe(twice[1]);
  });

  it('may grow and shrink', () => {
    const sizes = [1, 40, 3, 26];
    const options = { optimizer: adam({ learningRate: 0.01 }) };
    const hash = onBoth(() => {
      const network = made();
      const training = trainer(network, options);
      let start = 0;
      for (const size of sizes) {
        training.step(data.slice(start, start + size));
        start += size;
      }
      return hashOfNetwork(network);
    });
    expect(hash).toMatch(/^\w+$/);
  });
});

describe('between two steps', () => {
  it('the network is free, current, and what is changed in it is trained on', () => {
    const [changed, expected] = onBoth(() => {
      const network = made();
      const training = trainer(network, { optimizer: sgd({ learningRate: 0.1 }) });
      const [first, second] = data.batches(35);
      training.step(first as Dataset);
      const between = network.forward(new Float32Array(16).fill(1));
      train(network, data, { epochs: 0 });
      network.layers[0].weights.fill(0.01);
      training.step(second as Dataset);
      const other = made();
      const fresh = trainer(other, { optimizer: sgd({ learningRate: 0.1 }) });
      fresh.step(first as Dataset);
      expect(other.forward(new Float32Array(16).fill(1))).toEqual(between);
      other.layers[0].weights.fill(0.01);
      const anew = trainer(other, { optimizer: sgd({ learningRate: 0.1 }) });
      anew.step(second as Dataset);
      return [hashOfNetwork(network), hashOfNetwork(other)];
    });
    expect(changed).toBe(expected);
  });

  it('the learning rate of one step may be given', () => {
    const training = trainer(made(), { optimizer: sgd({ learningRate: 0.5 }) });
    const [batch] = data.batches(70);
    expect(training.step(batch as Dataset).learningRate).toBe(0.5);
    expect(training.step(batch as Dataset, { learningRate: 0.125 }).learningRate).toBe(0.125);
    expect(training.step(batch as Dataset)).toMatchObject({ learningRate: 0.5, step: 3 });
    expect(training.steps).toBe(3);
  });
});

describe('what it refuses', () => {
  const batch = () => [...data.batches(70)][0] as Dataset;

  it.each([
    ['epochs', 10, 'The loop is yours'],
    ['batchSize', 32, 'data.batches(32)'],
    ['shuffle', true, 'data.batches(32'],
    ['validationData', data, 'evaluate(network, data)'],
    ['validationSplit', 0.2, 'split'],
    ['earlyStopping', () => true, 'leave it'],
    ['reduceOnPlateau', () => 1, 'step(batch, { learningRate })'],
    ['history', 'last', 'Collect'],
    ['onEpoch', () => {}, 'end of an epoch'],
    ['onBatch', () => {}, 'after step'],
    ['signal', AbortSignal.abort(), 'aborted'],
    ['checkpoint', {}, 'save()'],
    ['lr', 0.1, 'optimizer: adam({ learningRate: 0.01 })'],
  ])('the option %s, with what to do', async (name, value, words) => {
    const network = made();
    await expectRefusalLeaving(network, () => trainer(network, { [name]: value }), 'ArgumentError', name, words);
  });

  it('a batch that does not fit, before anything changes', async () => {
    const network = made();
    const training = trainer(network);
    training.step(batch());
    await expectRefusalLeaving(network, () => training.step(randomExamples(4, 15, 3)), 'ShapeError', 'batch inputs', '16');
    await expectRefusalLeaving(network, () => training.step(randomExamples(4, 16, 4)), 'ShapeError', 'batch labels');
    await expectRefusalLeaving(network, () => training.step({} as Dataset), 'ArgumentError', 'batch', 'a Dataset');
    await expectRefusalLeaving(network, () => training.step(batch(), { learningRate: -1 }), 'OutOfRangeError', 'learningRate');
    expect(training.steps).toBe(1);
  });

  it('a step while the network is being trained, and saving within one', async () => {
    const network = made();
    const training = trainer(network);
    const steps = trainSteps(network, data);
    steps.next();
    await expectRefusal(() => training.step(batch()), 'StateError', 'being trained');
    steps.return([]);
    // So large a network that a batch is many portions, between which it gives way.
    const large = trainer(new Network([1000, 1000, 3]));
    const step = large.stepAsync(randomExamples(200, 1000, 3));
    await expectRefusal(() => large.save(), 'StateError', 'being trained');
    await step;
    expect(large.save().length).toBeGreaterThan(0);
  });

  it('numbers that run away, and goes on as if the batch had not come', () => {
    const huge = dataset({ inputs: [new Float32Array(16).fill(3e38)], labels: [1], classes: 3 });
    const hashes = onBoth(() => {
      const [network, other] = [made(), made()];
      const training = trainer(network, { optimizer: adam({ learningRate: 0.01 }) });
      const expected = trainer(other, { optimizer: adam({ learningRate: 0.01 }) });
      training.step(data.slice(0, 30));
      expect(() => training.step(huge)).toThrow('finite');
      training.step(data.slice(40, 70));
      expected.step(data.slice(0, 30));
      expected.step(data.slice(40, 70));
      expect(training.steps).toBe(2);
      return [hashOfNetwork(network), hashOfNetwork(other)];
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('an activation that fails in the middle of a batch, and goes on as if the batch had not come', () => {
    let fails = false;
    const bent = defineActivation({
      name: 'bent',
      value: (sum) => (fails ? Number.NaN : sum * 0.5),
      derivative: () => 0.5,
    });
    const bend = () => new Network([16, 5, 3] as number[], { hidden: bent });
    const hashes = onBoth(() => {
      const [network, other] = [bend(), bend()];
      const training = trainer(network);
      training.step(data.slice(0, 30));
      fails = true;
      expect(() => training.step(data.slice(30, 40))).toThrow('bent');
      fails = false;
      training.step(data.slice(40, 70));
      const expected = trainer(other);
      for (const piece of [data.slice(0, 30), data.slice(40, 70)]) expected.step(piece);
      return [hashOfNetwork(network), hashOfNetwork(other)];
    });
    expect(hashes[0]).toBe(hashes[1]);
  });
});

describe('what it saves', () => {
  const options = { optimizer: adam({ learningRate: 0.01 }), dropout: 0.3, seed: 4 };

  it('goes on to the same bits in another trainer, and another network', () => {
    const hashes = onBoth(() => {
      const [network, other] = [made(), made(9)];
      const training = trainer(network, options);
      training.step(data.slice(0, 20));
      training.step(data.slice(20, 40));
      const bytes = training.save();
      training.step(data.slice(40, 70));
      const resumed = trainer(other, { ...options, from: bytes });
      expect(resumed.steps).toBe(2);
      resumed.step(data.slice(40, 70));
      return [hashOfNetwork(network), hashOfNetwork(other)];
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('is the same before the first step as after it is read, and the same twice', () => {
    const network = made();
    const training = trainer(network, options);
    const empty = training.save();
    expect(trainer(made(2), { ...options, from: empty }).save()).toEqual(empty);
    training.step(data.slice(0, 20));
    expect(training.save()).toEqual(training.save());
  });

  it('is refused with other options, for another network, damaged, or where a training saved it', async () => {
    const training = trainer(made(), options);
    training.step(data.slice(0, 20));
    const bytes = training.save();
    const from =
      (given: object, network = made()) =>
      () =>
        trainer(network, { ...options, ...given, from: bytes });
    await expectRefusal(from({ optimizer: adam({ learningRate: 0.02 }) }), 'ArgumentError', 'trainer: from', 'learningRate');
    await expectRefusal(from({ l2: 0.1 }), 'ArgumentError', 'l2');
    await expectRefusal(from({}, new Network([16, 21, 3] as number[])), 'ArgumentError', 'network');
    const damaged = bytes.slice();
    damaged[damaged.length - 5] ^= 1;
    const network = made();
    await expectRefusalLeaving(network, () => trainer(network, { ...options, from: damaged }), 'FormatError', 'fingerprint');
    expect(await errorOf(() => trainer(network, { ...options, from: {} as Uint8Array }))).toBeInstanceOf(Error);
    let saved: Uint8Array | undefined;
    const save = async (given: Uint8Array) => {
      saved = given;
    };
    const checkpoint = checkpointIn({ load: async () => saved, save });
    await fit(made(), data, { ...options, checkpoint });
    await expectRefusal(
      () => trainer(made(), { ...options, from: saved as Uint8Array }),
      'ArgumentError',
      'save() of a trainer',
      'what fit saved',
    );
    saved = bytes;
    await expectRefusal(() => fit(made(), data, { ...options, checkpoint }), 'ArgumentError', 'trainer(network, { from })');
  });
});

it('learns exclusive or with tanh, one example at a time', () => {
  const network = new Network([2, 4, 1], { hidden: tanh, seed: 1 });
  const training = trainer(network, { optimizer: sgd({ learningRate: 0.5 }) });
  const rows: [number[], number][] = [[[0, 0], 0], [[0, 1], 1], [[1, 0], 1], [[1, 1], 0]]; // biome-ignore format: a table
  for (let round = 0; round < 500; round++) {
    for (const [input, label] of rows) training.step(dataset({ inputs: [input], labels: [label], classes: 2 }));
  }
  expect(rows.map(([input]) => Math.round(network.forward(Float32Array.from(input))[0] as number))).toEqual([0, 1, 1, 0]);
});
