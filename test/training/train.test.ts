// Training as a whole: its records, its three ways, its order of examples.
import {
  adam,
  backpropagate,
  crossEntropy,
  type EpochRecord,
  evaluate,
  fit,
  type History,
  Layer,
  Network,
  quadratic,
  Random,
  relu,
  type StepRecord,
  sgd,
  softmax,
  tanh,
  train,
  trainSteps,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, it, vi } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { exclusiveOr, randomExamples, randomShares } from '../support/toyData.js';

const fresh = () => new Network([3, 5, 2], { hidden: tanh, output: softmax, seed: 4 });
const withoutSeconds = (history: History) => history.map(({ seconds: _, ...rest }) => rest);

/** Training that neither shuffles nor keeps optimizer state, so that it can be put together from parts. */
const plain = { optimizer: sgd({ learningRate: 0.5 }), shuffle: false };

describe('the three ways of training', () => {
  const data = randomExamples(11, 3, 2);
  const options = { optimizer: adam({ learningRate: 0.05 }), epochs: 3, batchSize: 4, seed: 9, validationSplit: 0.2 };

  it('give the same bits and the same history', async () => {
    const [trained, fitted, stepped, byEpoch] = [fresh(), fresh(), fresh(), fresh()];
    const history = train(trained, data, options);
    const fitHistory = await fit(fitted, data, options);
    const steps = trainSteps(stepped, data, options);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const epochs = [...trainSteps(byEpoch, data, { ...options, every: 'epoch' })];
    expect(hashOfNetwork(trained)).not.toBe(hashOfNetwork(fresh()));
    for (const network of [fitted, stepped, byEpoch]) expect(hashOfNetwork(network)).toBe(hashOfNetwork(trained));
    for (const other of [fitHistory, step.value, epochs]) {
      expect(withoutSeconds(other)).toEqual(withoutSeconds(history));
    }
  });

  it('call back after every step and every epoch', async () => {
    const seen: string[][] = [];
    const listening = () => {
      const log: string[] = [];
      seen.push(log);
      return {
        ...options,
        onBatch: ({ epoch, batch }: StepRecord) => log.push(`batch ${epoch}.${batch}`),
        onEpoch: ({ epoch }: EpochRecord) => log.push(`epoch ${epoch}`),
      };
    };
    train(fresh(), data, listening());
    await fit(fresh(), data, listening());
    for (const _ of trainSteps(fresh(), data, listening()));
    const epoch = (n: number) => [`batch ${n}.1`, `batch ${n}.2`, `batch ${n}.3`, `epoch ${n}`];
    for (const log of seen) expect(log).toEqual([...epoch(1), ...epoch(2), ...epoch(3)]);
    expect(seen.length).toBe(3);
  });

  it('the same seed gives the same bits, and another seed others', () => {
    const hashes = [9, 9, 10].map((seed) => {
      const network = fresh();
      train(network, data, { ...options, seed });
      return hashOfNetwork(network);
    });
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });

  it('two trainings in a row equal two with everything made anew', () => {
    const [one, other] = [fresh(), fresh()];
    const reused = adam({ learningRate: 0.05 });
    train(one, data, { optimizer: reused });
    train(one, data, { optimizer: reused });
    train(other, data, { optimizer: adam({ learningRate: 0.05 }) });
    train(other, data, { optimizer: adam({ learningRate: 0.05 }) });
    expect(hashOfNetwork(one)).toBe(hashOfNetwork(other));
  });
});

describe('fit', () => {
  it('waits for promises that callbacks return', async () => {
    const log: string[] = [];
    const slowly = (word: string) => async () => {
      log.push(`${word} began`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push(`${word} ended`);
    };
    await fit(fresh(), randomExamples(2, 3, 2), { onBatch: slowly('batch'), onEpoch: slowly('epoch') });
    expect(log).toEqual(['batch began', 'batch ended', 'epoch began', 'epoch ended']);
  });

  it('gives way to timers while it trains', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('a timer fired'), 0);
    // Were it not to give way, it would come to the end and resolve.
    const options = { epochs: 1_000_000, signal: controller.signal };
    await expect(fit(new Network([2, 4, 1]), exclusiveOr(), options)).rejects.toBe('a timer fired');
  });

  it('gives way within a large batch, and within a validation', async () => {
    const network = new Network([300, 100, 2], { output: softmax });
    const large = dataset({ inputs: new Uint8Array(300 * 4000).fill(9), width: 300, labels: new Uint8Array(4000) });
    const abortSoon = () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort('a timer fired'), 0);
      return controller.signal;
    };
    const before = hashOfNetwork(network);
    await expect(fit(network, large, { batchSize: 4000, signal: abortSoon() })).rejects.toBe('a timer fired');
    expect(hashOfNetwork(network)).toBe(before);
    let epochs = 0;
    const options = { validationData: large, signal: abortSoon(), onEpoch: () => epochs++ };
    await expect(fit(network, large.take(1), options)).rejects.toBe('a timer fired');
    expect(epochs).toBe(0);
  });
});

describe('trainSteps', () => {
  it('yields a record of every step', () => {
    const records = [
      ...trainSteps(fresh(), randomExamples(5, 3, 2), { batchSize: 2, epochs: 2, optimizer: sgd({ learningRate: 0.25 }) }),
    ];
    expect(records.map(({ epoch, batch, batches, step, learningRate }) => [epoch, batch, batches, step, learningRate])).toEqual(
      [
        [1, 1, 3, 1, 0.25],
        [1, 2, 3, 2, 0.25],
        [1, 3, 3, 3, 0.25],
        [2, 1, 3, 4, 0.25],
        [2, 2, 3, 5, 0.25],
        [2, 3, 3, 6, 0.25],
      ],
    );
  });

  it('has costs and accuracies from before each step, and the network is up to date at every pause', () => {
    const network = fresh();
    const data = randomExamples(6, 3, 2);
    let expected = evaluate(network, data.slice(0, 2));
    for (const { batch, loss, accuracy } of trainSteps(network, data, { ...plain, batchSize: 2 })) {
      expect(loss).toBeCloseTo(expected.loss, 12);
      expect(accuracy).toBe(expected.accuracy);
      expected = batch < 3 ? evaluate(network, data.slice(2 * batch, 2 * batch + 2)) : expected;
    }
  });

  it('at a pause, what is changed is trained on', () => {
    const data = randomExamples(4, 3, 2);
    const network = fresh();
    const reference = new Network([3, 5, 2], { hidden: tanh, output: softmax, seed: 99 });
    const steps = trainSteps(network, data, { ...plain, batchSize: 2 });
    steps.next();
    network.layers.forEach(({ weights, biases }, layer) => {
      weights.set(reference.layers[layer].weights);
      biases.set(reference.layers[layer].biases);
    });
    steps.next();
    train(reference, data.slice(2), { ...plain, batchSize: 2 });
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(reference));
  });

  it('checks its arguments at the call, not at the first next()', () => {
    const data = exclusiveOr();
    const network = new Network([2, 1]);
    expect(() => trainSteps(network, data, { epochs: -1 })).toThrow(RangeError);
    expect(() => trainSteps(network, data, { every: 'batch' as never })).toThrow(TypeError);
    expect(() => trainSteps(network, randomExamples(2, 3, 2))).toThrow(RangeError);
  });

  it('may be left early, and then the network is free again', () => {
    const network = new Network([2, 3, 1]);
    for (const _ of trainSteps(network, exclusiveOr(), { epochs: 5 })) break;
    expect(train(network, exclusiveOr()).length).toBe(1);
  });

  it('does nothing before the first next()', () => {
    const network = new Network([2, 3, 1]);
    const before = hashOfNetwork(network);
    trainSteps(network, exclusiveOr());
    expect(hashOfNetwork(network)).toBe(before);
    expect(train(network, exclusiveOr()).length).toBe(1);
  });
});

describe('history', () => {
  it('has a record of every epoch', () => {
    const data = randomExamples(10, 3, 2);
    const history = train(fresh(), data, { ...plain, epochs: 3, batchSize: 4, validationData: randomExamples(3, 3, 2, 8) });
    expect(history.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const record of history) {
      expect(Object.keys(record)).toEqual(['epoch', 'loss', 'accuracy', 'validation', 'learningRate', 'seconds']);
      expect(record.learningRate).toBe(0.5);
      expect(record.seconds).toBeGreaterThanOrEqual(0);
    }
  });

  it('weighs batches by their examples, also a short last one (case 37)', () => {
    const data = randomExamples(7, 3, 2);
    const steps = [...trainSteps(fresh(), data, { ...plain, batchSize: 4 })];
    const [record] = train(fresh(), data, { ...plain, batchSize: 4 });
    expect(record.loss).toBeCloseTo((4 * steps[0].loss + 3 * steps[1].loss) / 7, 12);
    expect(record.accuracy).toBeCloseTo((4 * (steps[0].accuracy as number) + 3 * (steps[1].accuracy as number)) / 7, 12);
  });

  it('has no accuracy where there are no classes', () => {
    const [record] = train(fresh(), randomShares(4, 3, 2), { validationSplit: 0.5 });
    expect(record.accuracy).toBeUndefined();
    expect(record.validation?.accuracy).toBeUndefined();
    expect(record.validation?.loss).toBeGreaterThan(0);
  });

  it('is empty after 0 epochs, which change nothing (case 41)', async () => {
    const network = fresh();
    const before = hashOfNetwork(network);
    expect(train(network, randomExamples(4, 3, 2), { epochs: 0 })).toEqual([]);
    expect(await fit(network, randomExamples(4, 3, 2), { epochs: 0 })).toEqual([]);
    expect(trainSteps(network, randomExamples(4, 3, 2), { epochs: 0 }).next()).toEqual({ done: true, value: [] });
    expect(hashOfNetwork(network)).toBe(before);
  });
});

describe('validation', () => {
  it('is measured after the epoch, as evaluate does', () => {
    const network = fresh();
    const validationData = randomExamples(5, 3, 2, 7);
    const [record] = train(network, randomExamples(4, 3, 2), { validationData });
    const { loss, accuracy } = evaluate(network, validationData);
    expect(record.validation).toEqual({ loss, accuracy });
  });

  it('takes the loss that training takes', () => {
    const network = fresh();
    const validationData = randomExamples(5, 3, 2, 7);
    const [record] = train(network, randomExamples(4, 3, 2), { validationData, loss: quadratic });
    expect(record.validation?.loss).toBe(evaluate(network, validationData, { loss: quadratic }).loss);
  });

  it('splits the last share off before shuffling', () => {
    const data = randomExamples(10, 3, 2);
    const [split, apart] = [fresh(), fresh()];
    const history = train(split, data, { epochs: 2, validationSplit: 0.3 });
    const other = train(apart, data.slice(0, 7), { epochs: 2, validationData: data.slice(7) });
    expect(hashOfNetwork(split)).toBe(hashOfNetwork(apart));
    expect(withoutSeconds(history)).toEqual(withoutSeconds(other));
  });

  it('splits the nearest whole number of examples', () => {
    // 0.29 x 100 is a little under 29 in floating point.
    const data = randomExamples(100, 3, 2);
    const [split] = trainSteps(fresh(), data, { batchSize: 1, validationSplit: 0.29 });
    expect(split.batches).toBe(71);
  });

  it('does not disturb training', () => {
    const data = randomExamples(10, 3, 2);
    const [with_, without] = [fresh(), fresh()];
    train(with_, data, { epochs: 2, validationData: randomExamples(9, 3, 2, 5) });
    train(without, data, { epochs: 2 });
    expect(hashOfNetwork(with_)).toBe(hashOfNetwork(without));
  });
});

describe('the order of examples', () => {
  const data = randomExamples(9, 3, 2);
  const orderOf = (seed: number, epoch: number): Dataset =>
    data.select(Random.stream(seed, 'shuffle', epoch).shuffle(Uint32Array.from({ length: 9 }, (_, i) => i)));

  it.each([1, 2, 4, 9])('is drawn from (seed, epoch) alone, at batches of %i', (batchSize) => {
    const [shuffled, byHand] = [fresh(), fresh()];
    train(shuffled, data, { ...plain, shuffle: true, epochs: 2, batchSize, seed: 6 });
    train(byHand, orderOf(6, 1), { ...plain, batchSize });
    train(byHand, orderOf(6, 2), { ...plain, batchSize });
    expect(hashOfNetwork(shuffled)).toBe(hashOfNetwork(byHand));
  });

  it('is that of the data without shuffling, whatever the seed', () => {
    const [one, other] = [fresh(), fresh()];
    train(one, data, { ...plain, batchSize: 2, seed: 1 });
    train(other, data, { ...plain, batchSize: 2, seed: 2 });
    expect(hashOfNetwork(one)).toBe(hashOfNetwork(other));
  });
});

describe('batches', () => {
  it('larger than the data take them all (case 36)', () => {
    const [large, exact] = [fresh(), fresh()];
    const data = randomExamples(5, 3, 2);
    train(large, data, { epochs: 2, batchSize: 1000 });
    train(exact, data, { epochs: 2, batchSize: 5 });
    expect(hashOfNetwork(large)).toBe(hashOfNetwork(exact));
  });

  it('that are short at the end are averaged over what they hold (case 37)', () => {
    const [whole, parts] = [fresh(), fresh()];
    const data = randomExamples(5, 3, 2);
    train(whole, data, { ...plain, batchSize: 3 });
    train(parts, data.slice(0, 3), { ...plain, batchSize: 3 });
    train(parts, data.slice(3), { ...plain, batchSize: 2 });
    expect(hashOfNetwork(whole)).toBe(hashOfNetwork(parts));
  });

  it('move against the mean of the gradients that backpropagate gives', () => {
    const network = fresh();
    const data = randomExamples(3, 3, 2);
    const examples = [...data].map(({ input, target }) => backpropagate(network, input, target).gradients[1].biases[0]);
    const before = network.layers[1].biases[0];
    train(network, data, { ...plain, optimizer: sgd({ learningRate: 1 }) });
    expect(network.layers[1].biases[0]).toBeCloseTo(before - (examples[0] + examples[1] + examples[2]) / 3, 6);
  });
});

describe('the loss left out', () => {
  const trained = (network: Network, options: object) => {
    train(network, randomExamples(4, 3, 2), options);
    return hashOfNetwork(network);
  };
  it('is crossEntropy for softmax, quadratic for sigmoid', () => {
    expect(trained(fresh(), {})).toBe(trained(fresh(), { loss: crossEntropy }));
    expect(trained(fresh(), {})).not.toBe(trained(fresh(), { loss: quadratic }));
    expect(trained(new Network([3, 2]), {})).toBe(trained(new Network([3, 2]), { loss: quadratic }));
  });
});

it('learns exclusive or', () => {
  const network = new Network([2, 4, 1], { hidden: tanh });
  const history = train(network, exclusiveOr(), { optimizer: adam({ learningRate: 0.1 }), epochs: 150 });
  expect(history.at(-1)?.accuracy).toBe(1);
  expect(history.at(-1)?.loss).toBeLessThan(0.01);
});

it('learns from a single class (case 35)', () => {
  for (const network of [new Network([2, 2], { output: softmax }), new Network([2, 1])]) {
    const data = dataset({ inputs: [[0, 1], [1, 0]], labels: [0, 0] }); // biome-ignore format: a table
    expect(train(network as Network, data, { optimizer: sgd({ learningRate: 1 }), epochs: 20 }).at(-1)?.accuracy).toBe(1);
  }
});

it('trains on with dead ReLUs, and the cost stays finite (case 45)', () => {
  const network = new Network([2, 3, 2], { hidden: relu, output: softmax });
  network.layers[0].biases.fill(-100);
  const weights = [...network.layers[0].weights];
  const history = train(network, exclusiveOr(), { epochs: 5 });
  expect(history.every(({ loss }) => Number.isFinite(loss))).toBe(true);
  expect([...network.layers[0].weights]).toEqual(weights);
});

describe('weights that are all alike (case 46)', () => {
  it('are warned of through onWarning, and trained on', async () => {
    const warnings: string[] = [];
    const network = new Network([2, 3, 1], { initializer: () => 0 });
    const options = { onWarning: (message: string) => void warnings.push(message) };
    expect(train(network, exclusiveOr(), options).length).toBe(1);
    await fit(new Network([2, 3, 1], { initializer: () => 0.5 }), exclusiveOr(), options);
    expect(warnings).toMatchInlineSnapshot(`
      [
        "layers[0]: 2 of 3 neurons start alike another one, and stay alike (symmetry): 1, 2. Start from drawn weights, as glorotUniform or heNormal.",
        "layers[0]: 2 of 3 neurons start alike another one, and stay alike (symmetry): 1, 2. Start from drawn weights, as glorotUniform or heNormal.",
      ]
    `);
  });

  it('are warned of on the console if `onWarning` is left out', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    train(new Network([2, 3, 1], { initializer: () => 0 }), exclusiveOr());
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('of a last layer, of a single neuron and drawn ones are no cause for warning', () => {
    const onWarning = () => expect.unreachable();
    train(new Network([2, 2], { initializer: () => 0 }), exclusiveOr(), { onWarning });
    train(new Network([2, 1, 2], { initializer: () => 0 }), exclusiveOr(), { onWarning });
    // What goes out was drawn, so that different slopes come back.
    const first = new Layer(2, 3, { initializer: () => 0.5, seed: 0 });
    train(new Network([first, new Layer(3, 2)]), exclusiveOr(), { onWarning });
    expect(train(new Network([2, 3, 2]), exclusiveOr(), { onWarning }).length).toBe(1);
  });
});
