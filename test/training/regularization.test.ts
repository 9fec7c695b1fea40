// Options of regularization: penalties, weight decay, gradient clipping and dropout.
import { adamW, evaluate, fit, Network, rmsprop, sgd, type TrainingOptions, tanh, train, trainSteps } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

const data = randomExamples(40, 6, 3);

const made = () => new Network([6, 8, 5, 3] as number[], { hidden: tanh, seed: 3 });

/** The network after training, and what training reported. */
function trained(options: TrainingOptions) {
  const network = made();
  const history = train(network, data, { optimizer: sgd({ learningRate: 0.5 }), epochs: 3, batchSize: 8, ...options });
  return { network, history, hash: hashOfNetwork(network) };
}

/** All weights, or all weights and biases, in one list. */
const weightsOf = ({ layers }: Network) => layers.flatMap(({ weights }) => [...weights]);
const parametersOf = ({ layers }: Network) => layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
const length = (numbers: number[]) => Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));

describe('left out, or 0', () => {
  it('gives the bits of a training without', () => {
    const plain = trained({}).hash;
    expect(trained({ l1: 0, l2: 0, dropout: 0 }).hash).toBe(plain);
    expect(trained({ dropout: [0, 0, 0] }).hash).toBe(plain);
    expect(trained({ optimizer: sgd({ learningRate: 0.5, weightDecay: 0 }) }).hash).toBe(plain);
    expect(trained({ globalClipNorm: 1e6 }).hash).toBe(plain);
  });
});

describe('penalties', () => {
  it('keep weights smaller, and l1 brings more of them near 0', () => {
    const [plain, l1, l2] = [{}, { l1: 0.01 }, { l2: 0.01 }].map((options) =>
      weightsOf(trained({ epochs: 60, ...options }).network),
    );
    expect(length(l2)).toBeLessThan(length(plain) * 0.7);
    const nearZero = (weights: number[]) => weights.filter((weight) => Math.abs(weight) < 0.02).length;
    expect(nearZero(l1)).toBeGreaterThan(2 * nearZero(plain));
  });

  it('are no part of the reported losses', () => {
    const options = { epochs: 1, batchSize: 40, validationData: data };
    const [plain, penalized] = [trained(options), trained({ ...options, l1: 0.1, l2: 0.1 })];
    expect(penalized.hash).not.toBe(plain.hash);
    expect(penalized.history[0].loss).toBe(plain.history[0].loss);
    expect(penalized.history[0].validation?.loss).toBe(evaluate(penalized.network, data).loss);
  });
});

describe('clipping', () => {
  /** How far one step of plain descent at rate 1 went: each parameter, and each array as a whole. */
  function stepBy(options: TrainingOptions) {
    const network = made();
    const before = made();
    train(network, data, { optimizer: sgd({ learningRate: 1 }), batchSize: 40, ...options });
    const arrays = network.layers.flatMap(({ weights, biases }, index) => [
      Array.from(weights, (weight, i) => weight - before.layers[index].weights[i]),
      Array.from(biases, (bias, i) => bias - before.layers[index].biases[i]),
    ]);
    return {
      largest: Math.max(...arrays.flat().map(Math.abs)),
      longest: Math.max(...arrays.map(length)),
      all: length(arrays.flat()),
    };
  }

  const plain = stepBy({});

  it('clipValue bounds each number', () => {
    expect(stepBy({ clipValue: plain.largest / 3 }).largest).toBeCloseTo(plain.largest / 3, 6);
  });

  it('clipNorm bounds each array', () => {
    expect(stepBy({ clipNorm: plain.longest / 3 }).longest).toBeCloseTo(plain.longest / 3, 6);
  });

  it('globalClipNorm bounds all of them', () => {
    expect(stepBy({ globalClipNorm: plain.all / 3 }).all).toBeCloseTo(plain.all / 3, 6);
  });

  it('lets a training go on that would run away', () => {
    const options = { optimizer: sgd({ learningRate: 10 }), epochs: 50 };
    expect(() => trained({ ...options, l2: 1 })).toThrow(/expected finite numbers/);
    expect(Number.isFinite(length(parametersOf(trained({ ...options, clipValue: 1e-3 }).network)))).toBe(true);
  });
});

describe('dropout', () => {
  it('repeats with its seed, and is another with another seed, in the same order of examples', () => {
    const options = { dropout: 0.5, shuffle: false };
    expect(trained(options).hash).toBe(trained({ ...options, seed: 0 }).hash);
    expect(trained({ ...options, seed: 1 }).hash).not.toBe(trained(options).hash);
    expect(trained({ shuffle: false, seed: 1 }).hash).toBe(trained({ shuffle: false }).hash);
  });

  it('of every hidden column is the same as a rate for each', () => {
    expect(trained({ dropout: 0.5 }).hash).toBe(trained({ dropout: [0, 0.5, 0.5] }).hash);
    expect(trained({ dropout: 0.5 }).hash).not.toBe(trained({ dropout: [0.5, 0.5, 0.5] }).hash);
  });

  it('drops nothing in validation, and nothing afterwards', () => {
    const { network, history } = trained({ dropout: 0.5, validationData: data, epochs: 1 });
    const { loss, accuracy } = evaluate(network, data);
    expect(history[0].validation).toEqual({ loss, accuracy });
    expect(history[0].loss).not.toBe(trained({ epochs: 1 }).history[0].loss);
  });

  it('learns what can be learnt', () => {
    const network = new Network([2, 32, 1] as number[], { hidden: tanh, seed: 1 });
    train(network, exclusiveOr(), { optimizer: adamW({ learningRate: 0.02 }), epochs: 400, dropout: 0.2 });
    expect(evaluate(network, exclusiveOr()).accuracy).toBe(1);
  });
});

describe('all of it together', () => {
  const everything = (optimizer: TrainingOptions['optimizer']) =>
    ({
      optimizer,
      epochs: 3,
      batchSize: 8,
      seed: 5,
      l1: 1e-4,
      l2: 1e-3,
      globalClipNorm: 0.5,
      dropout: [0.1, 0.3, 0.5],
    }) as TrainingOptions;
  const recorded = {
    adamW: [adamW({ learningRate: 0.01, weightDecay: 0.1 }), '8e325d55'],
    rmsprop: [rmsprop({ learningRate: 0.01, weightDecay: 0.1 }), '03b0d6bf'],
    'sgd with momentum': [sgd({ learningRate: 0.1, momentum: 0.9, weightDecay: 0.1 }), '5aa0c3ad'],
  } as const;

  it.each(Object.entries(recorded))('by %s gives the recorded bits on every engine', (_, [optimizer, hash]) => {
    expect(trained(everything(optimizer)).hash).toBe(hash);
  });

  it('gives the same by train, by fit and step by step', async () => {
    const options = everything(adamW({ learningRate: 0.01 }));
    const networks = [made(), made(), made()];
    train(networks[0], data, options);
    await fit(networks[1], data, options);
    expect([...trainSteps(networks[2], data, options)].length).toBe(15);
    expect(new Set(networks.map(hashOfNetwork)).size).toBe(1);
  });
});

describe('refused before anything changes', () => {
  const refuse = (options: object, kind: Parameters<typeof expectRefusalLeaving>[2], ...words: string[]) => {
    const network = made();
    return expectRefusalLeaving(network, () => train(network, data, options), kind, ...words);
  };

  it('penalties below 0 or of the wrong kind', async () => {
    for (const name of ['l1', 'l2']) {
      await refuse({ [name]: -0.1 }, 'OutOfRangeError', name, 'a number from 0', 'got -0.1');
      await refuse({ [name]: Number.NaN }, 'OutOfRangeError', name, 'got NaN');
      await refuse({ [name]: true }, 'ArgumentError', name, 'got true');
    }
  });

  it('limits that are not above 0, and two kinds of clipping', async () => {
    for (const name of ['clipValue', 'clipNorm', 'globalClipNorm']) {
      await refuse({ [name]: 0 }, 'OutOfRangeError', name, 'above 0', 'got 0');
      await refuse({ [name]: '1' }, 'ArgumentError', name, "got '1'");
    }
    await refuse({ clipNorm: 1, clipValue: 1 }, 'ArgumentError', 'clipping', 'got clipValue and clipNorm', 'Leave one out');
  });

  it('rates of dropout that are no shares, or of another number', async () => {
    await refuse({ dropout: 1 }, 'OutOfRangeError', 'dropout', 'from 0 to below 1', 'got 1');
    await refuse({ dropout: [0, 0.5, -1] }, 'OutOfRangeError', 'dropout[2]', 'got -1');
    await refuse({ dropout: [0.5] }, 'ShapeError', 'dropout', '3 rates', 'got 1');
    await refuse({ dropout: 'half' }, 'ArgumentError', 'dropout', "got 'half'");
  });

  it("what belongs to the optimizer, and Keras's spelling", async () => {
    await refuse({ weightDecay: 0.1 }, 'ArgumentError', "got 'weightDecay'", 'adamW({ weightDecay: 0.004 })');
    await refuse({ momentum: 0.9 }, 'ArgumentError', "got 'momentum'", 'sgd({ momentum: 0.9 })');
    await refuse({ clipnorm: 1 }, 'ArgumentError', "got 'clipnorm'", 'Did you mean clipNorm?');
  });
});
