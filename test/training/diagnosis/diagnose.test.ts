// Diagnosis: each finding on a network that has it and on one that does not, and nothing on healthy networks and real digits.
import {
  adam,
  cosineDecay,
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  elu,
  freeze,
  glorotUniform,
  Layer,
  leakyRelu,
  Network,
  relu,
  sgd,
  sigmoid,
  softmax,
  tanh,
  train,
  warmup,
  zeros,
} from 'glassbox-nn';
import { type Dataset, dataset, mnist, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';
import { expectRefusal } from '../../support/refusals.js';
import { exclusiveOr, randomExamples, randomShares } from '../../support/toyData.js';
import { trainingDigits } from '../../support/trainingDigits.js';

const data = randomExamples(60, 5, 3);
const made = (hidden = tanh, seed = 1) => new Network([5, 12, 8, 3], { hidden, output: softmax, seed });
const kindsOf = (findings: Diagnosis) => findings.map(({ kind }) => kind);

/** The examples with every input changed. */
function changed(change: (value: number, input: number) => number, examples: Dataset = data): Dataset {
  const inputs = examples.readInputs().map((value, index) => change(value, index % examples.width));
  return dataset({ inputs, width: examples.width, labels: examples.labels as Int32Array, classes: 3 });
}

describe('a healthy network', () => {
  it('has no findings, and says so', () => {
    for (const hidden of [tanh, sigmoid, relu, elu]) {
      const findings = diagnose(made(hidden), data, { optimizer: adam({ learningRate: 0.01 }) });
      expect(findings, String(findings)).toEqual([]);
    }
    expect(String(diagnose(made(), data))).toBe('Nothing was found that keeps the network from learning.');
  });

  it('of a single output has none, nor one that learns numbers', () => {
    expect(diagnose(new Network([2, 4, 1]), exclusiveOr(), { optimizer: adam() })).toEqual([]);
    expect(diagnose(new Network([5, 8, 2], { hidden: tanh }), randomShares(30, 5, 2), { optimizer: sgd() })).toEqual([]);
  });

  it('and its data are not changed, not even while the network is trained', () => {
    const network = made();
    const before = [hashOfNetwork(network), data.inputs.slice(), data.labels?.slice()];
    diagnose(network, data, { optimizer: adam({ learningRate: 5 }) });
    expect([hashOfNetwork(network), data.inputs, data.labels]).toEqual(before);
    train(network, data, { onEpoch: () => expect(diagnose(network, data, { optimizer: sgd() })).toEqual([]) });
  });
});

describe('inputs', () => {
  it('that are too large are named', () => {
    const [finding, ...others] = diagnose(
      made(relu),
      changed((value, input) => (input === 2 ? value * 300 : value)),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'inputScale', inputs: [2] });
    expect(finding?.message).toMatch(/1 of 5 inputs are large.*: 2\. Scale them to about 1: standardize/);
  });

  it('that are all small are told, and scaled ones are not', () => {
    const small = changed((value) => value / 10_000);
    expect(kindsOf(diagnose(made(), small))).toContain('inputScale');
    const scaled = standardize(small).apply(small);
    expect(diagnose(made(), scaled)).toEqual([]);
  });

  it('that never change are named, unless zeros are what most inputs are', () => {
    const ones = changed((value, input) => (input === 1 || input === 3 ? 1 : value));
    expect(diagnose(made(), ones)).toMatchObject([{ kind: 'constantInputs', inputs: [1, 3] }]);
    const zeroAmongOthers = changed((value, input) => (input === 1 ? 0 : value + 2));
    expect(diagnose(made(), zeroAmongOthers)).toMatchObject([{ kind: 'constantInputs', inputs: [1] }]);
    // A third of these numbers are 0, as in pictures.
    expect(
      diagnose(
        made(),
        changed((value, input) => (input === 1 ? 0 : value)),
      ),
    ).toEqual([]);
  });

  it('that are the same for every example leave nothing to learn', () => {
    const findings = diagnose(
      made(),
      changed(() => 0.5),
    );
    expect(kindsOf(findings)).toEqual(['constantInputs', 'oneClass']);
    expect(findings[0]?.message).toMatch(/^All examples have the same inputs/);
  });
});

describe('neurons', () => {
  it('that start alike are named (case 46)', () => {
    const network = made();
    const [first, second] = network.layers;
    first.weights.copyWithin(5, 0, 5);
    for (let to = 0; to < 8; to++) second.weights[to * 12 + 1] = second.weights[to * 12] as number;
    expect(diagnose(network, data)).toMatchObject([{ kind: 'symmetry', layer: 0, neurons: [1] }]);
    const frozen = new Network([freeze(first), second, network.layers[2]]);
    expect(diagnose(frozen, data)).toEqual([]);
    // What goes out differs, and so will what comes in.
    second.weights[1] = 0.3;
    expect(diagnose(network, data)).toEqual([]);
  });

  it('that are ReLUs and dead are named, and leaky ones are not dead (case 45)', () => {
    const dead = made(relu);
    dead.layers[1].biases.fill(-50, 0, 5);
    const [finding, ...others] = diagnose(dead, data);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'deadNeurons', layer: 1, neurons: expect.arrayContaining([0, 1, 2, 3, 4]) });
    expect(finding?.message).toMatch(/^layers\[1\]: \d of 8 relu neurons answer 0 to all of 60 examples/);
    const leaky = made(leakyRelu);
    leaky.layers[1].biases.fill(-50, 0, 5);
    expect(kindsOf(diagnose(leaky, data))).toEqual([]);
  });

  it('that are dead by a rate that was too high are found after that training', () => {
    const network = new Network([5, 12, 8, 3], { hidden: relu, output: softmax, seed: 2 });
    train(network, data, { optimizer: sgd({ learningRate: 30 }), clipValue: 1, epochs: 3 });
    expect(kindsOf(diagnose(network, data))).toContain('deadNeurons');
  });

  it.each([sigmoid, tanh])('that are saturated are named: $name', (hidden) => {
    const network = made(hidden);
    for (let i = 0; i < network.layers[0].weights.length; i++)
      network.layers[0].weights[i] = 400 * (network.layers[0].weights[i] as number);
    const findings = diagnose(network, data);
    expect(findings).toMatchObject([{ kind: 'saturation', layer: 0 }]);
    expect(findings[0]?.message).toMatch(/^layers\[0\]: \d+ of 12 (sigmoid|tanh) neurons are saturated/);
    expect(findings[0]?.neurons?.length).toBeGreaterThan(6);
  });

  it('of bytes that were not scaled saturate, and both are told', () => {
    const bytes = changed((value) => Math.round(127 + 127 * value));
    expect(kindsOf(diagnose(made(sigmoid), bytes))).toEqual(['inputScale', 'saturation']);
  });
});

describe('answers', () => {
  it('that are the same whatever comes are told', () => {
    const network = made();
    network.layers[2].weights.fill(1e-9);
    expect(diagnose(network, data)).toMatchObject([{ kind: 'oneClass', message: expect.stringContaining('the same outputs') }]);
  });

  it('that are the same because the last layer starts at 0 are a fair start, unless it does not learn', () => {
    const network = made();
    network.layers[2].weights.fill(0);
    expect(diagnose(network, data, { optimizer: adam({ learningRate: 0.01 }) })).toEqual([]);
    const frozen = new Network([network.layers[0], network.layers[1], freeze(network.layers[2])]);
    expect(diagnose(frozen, data)).toMatchObject([{ kind: 'oneClass', message: expect.stringContaining('the same outputs') }]);
  });

  it('of one class to lopsided data are told, and not where classes are in balance', () => {
    const labels = Int32Array.from({ length: 60 }, (_, index) => (index % 10 === 0 ? index % 3 : 1));
    const lopsided = dataset({ inputs: data.readInputs(), width: 5, labels, classes: 3 });
    const network = made();
    network.layers[2].biases[1] = 3;
    expect(diagnose(network, lopsided)).toMatchObject([{ kind: 'oneClass', message: expect.stringMatching(/class 1 .*9\d%/) }]);
    expect(diagnose(made(), lopsided).length).toBe(0);
    expect(diagnose(network, data)).toEqual([]);
  });

  it('cannot be told apart in data of a single class (case 35)', () => {
    const single = dataset({ inputs: data.readInputs(), width: 5, labels: new Int32Array(60), classes: 3 });
    expect(diagnose(made(), single)).toMatchObject([
      { kind: 'oneClass', message: expect.stringContaining('a single class, 0') },
    ]);
  });
});

describe('a network that is frozen', () => {
  it('is told, and not where a layer is left', () => {
    const { layers } = made();
    expect(diagnose(new Network(layers.map((layer) => freeze<number, number>(layer))), data)).toMatchObject([
      { kind: 'frozen' },
    ]);
    const whole = new Network(layers.map((layer) => freeze<number, number>(layer)));
    expect(kindsOf(diagnose(whole, data, { optimizer: adam() }))).toEqual(['frozen']);
    const partly = new Network([freeze(layers[0]), layers[1], layers[2]]);
    expect(diagnose(partly, data, { optimizer: adam() })).toEqual([]);
  });
});

describe('learning rates', () => {
  const kinds = (options: DiagnoseOptions, network = made()) => kindsOf(diagnose(network, data, options));

  it('that are too high, by either way of running away', () => {
    expect(kinds({ optimizer: sgd({ learningRate: 1e30 }) })).toEqual(['rateTooHigh']);
    expect(kinds({ optimizer: sgd({ learningRate: 100 }) })).toEqual(['rateTooHigh']);
    expect(kinds({ optimizer: adam({ learningRate: 3 }) })).toEqual(['rateTooHigh']);
    const [{ message }] = diagnose(made(), data, { optimizer: adam({ learningRate: 3 }) }) as unknown as [{ message: string }];
    expect(message).toMatch(/^adam: a learning rate of 3 is too high: in 20 trial steps the cost .* Try a tenth of it\.$/);
  });

  it('that are too low', () => {
    expect(kinds({ optimizer: sgd({ learningRate: 1e-7 }) })).toEqual(['rateTooLow']);
    expect(kinds({ optimizer: adam({ learningRate: 1e-7 }) })).toEqual(['rateTooLow']);
    expect(String(diagnose(made(), data, { optimizer: adam({ learningRate: 1e-7 }) }))).toMatch(
      /^adam: a learning rate of 1e-7 is/,
    );
  });

  it('that are 0, whatever there is left to learn', () => {
    const [finding, ...others] = diagnose(made(), data, { optimizer: sgd({ learningRate: () => 0 }) });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'rateTooLow', message: expect.stringMatching(/rate of 0 is too low.* above 0/) });
    const network = new Network([2, 8, 2], { hidden: tanh, output: softmax, seed: 1 });
    train(network, exclusiveOr(), { optimizer: adam({ learningRate: 0.05 }), epochs: 500 });
    expect(kindsOf(diagnose(network, exclusiveOr(), { optimizer: sgd({ learningRate: () => 0 }) }))).toEqual(['rateTooLow']);
  });

  it('are not blamed for what an optimizer or a loss of your own throws', () => {
    const broken = () => {
      throw new TypeError('a mistake of mine');
    };
    expect(() => diagnose(made(), data, { optimizer: { ...sgd(), update: broken } })).toThrow('a mistake of mine');
  });

  it('that are fair', () => {
    for (const learningRate of [0.01, 0.1, 0.5]) expect(kinds({ optimizer: sgd({ learningRate }) })).toEqual([]);
    for (const learningRate of [0.0003, 0.003, 0.03]) expect(kinds({ optimizer: adam({ learningRate }) })).toEqual([]);
  });

  it('of a schedule are judged by the largest', () => {
    expect(kinds({ optimizer: adam({ learningRate: warmup({ to: 0.01, steps: 100_000 }) }) })).toEqual([]);
    expect(kinds({ optimizer: adam({ learningRate: cosineDecay({ from: 3, steps: 100 }) }) })).toEqual(['rateTooHigh']);
  });

  it('are not blamed for small steps where there is little left to learn', () => {
    const network = new Network([2, 8, 2], { hidden: tanh, output: softmax, seed: 1 });
    train(network, exclusiveOr(), { optimizer: adam({ learningRate: 0.05 }), epochs: 2000 });
    expect(diagnose(network, exclusiveOr(), { optimizer: sgd({ learningRate: 0.01 }) })).toEqual([]);
  });

  it('are tried on a copy with the same weights, also of layers that were drawn in a list', () => {
    const layers = [new Layer(5, 12, { activation: tanh }), new Layer(12, 3, { activation: softmax })] as const;
    const network = new Network([layers[0], layers[1]]);
    const before = hashOfNetwork(network);
    expect(diagnose(network, data, { optimizer: adam() })).toEqual([]);
    expect(hashOfNetwork(network)).toBe(before);
  });
});

describe('on real digits', async () => {
  const { images, labels } = await trainingDigits(1500);
  const digits = mnist(images, labels);
  const video = () => new Network([784, 16, 16, 10]);

  it('the untrained network of the video has no findings with a fair rate', () => {
    for (const optimizer of [sgd({ learningRate: 3 }), sgd({ learningRate: 0.5 }), adam(), adam({ learningRate: 0.006 })]) {
      const findings = diagnose(video(), digits, { optimizer });
      expect(findings, String(findings)).toEqual([]);
    }
  });

  it('networks that learn well have none, before, meanwhile and afterwards', () => {
    for (const [hidden, initializer] of [
      [relu, undefined],
      [tanh, glorotUniform],
      [sigmoid, undefined],
    ] as const) {
      const network = new Network([784, 24, 10], { hidden, output: softmax, ...(initializer && { initializer }) });
      const optimizer = adam({ learningRate: 0.005 });
      for (const epochs of [0, 1, 20]) {
        train(network, digits, { optimizer, epochs });
        const findings = diagnose(network, digits, { optimizer });
        expect(findings, `${hidden.name} ${epochs}: ${findings}`).toEqual([]);
      }
    }
  });

  it('a network without hidden columns that starts at 0 has none, as it learns well from there', () => {
    const rates = [sgd({ learningRate: 0.1 }), sgd({ learningRate: 0.5 }), adam(), adam({ learningRate: 0.01 })];
    for (const optimizer of rates) {
      const network = new Network([784, 10], { output: softmax, initializer: zeros });
      const findings = diagnose(network, digits, { optimizer });
      expect(findings, String(findings)).toEqual([]);
    }
    const network = new Network([784, 10], { output: softmax, initializer: zeros });
    expect(kindsOf(diagnose(network, digits, { optimizer: sgd({ learningRate: 1000 }) }))).toEqual(['rateTooHigh']);
  });

  it('bytes that were not divided by 255 are found at once', () => {
    const raw = dataset({ inputs: digits.inputs as Uint8Array, width: 784, labels: digits.labels as Int32Array, scale: 1 });
    expect(kindsOf(diagnose(video(), raw))).toEqual(['inputScale', 'saturation']);
  });

  it('so are rates that are far off', () => {
    expect(kindsOf(diagnose(video(), digits, { optimizer: sgd({ learningRate: 100 }) }))).toEqual(['rateTooHigh']);
    expect(kindsOf(diagnose(video(), digits, { optimizer: adam({ learningRate: 1e-6 }) }))).toEqual(['rateTooLow']);
  });
});

describe('wide networks', () => {
  it('of 200,000 inputs or outputs do not overflow the stack (case 140)', () => {
    const width = 200_000;
    const wide = dataset({ inputs: Float32Array.from({ length: 2 * width }, (_, i) => (i * 7) % 11), width, labels: [0, 1] });
    const kinds = kindsOf(
      diagnose(new Network([width, 2], { output: softmax }), wide, { optimizer: adam({ learningRate: 1e-5 }) }),
    );
    expect(kinds).not.toContain('constantInputs');
    const targets = new Float32Array(2 * width).fill(0.5);
    const outputs = dataset({ inputs: [[0.3], [0.6]], targets });
    expect(kindsOf(diagnose(new Network([1, width]), outputs))).toEqual([]);
  }, 30_000);
});

describe('what cannot be diagnosed is refused', () => {
  it('with the errors of training', async () => {
    await expectRefusal(() => diagnose(new Network([4, 3]), data), 'ShapeError', 'data inputs', 'got 5');
    await expectRefusal(() => diagnose(made(), [] as never), 'ArgumentError', 'a Dataset');
    await expectRefusal(() => diagnose(made(), data, { optimizer: adam as never }), 'ArgumentError', 'optimizer');
    await expectRefusal(() => diagnose(made(), data, { batchSize: 0 }), 'OutOfRangeError', 'batchSize', 'got 0');
    await expectRefusal(() => diagnose(made(), data, { learningRate: 1 } as never), 'ArgumentError', 'Give the optimizer');
    const broken = made();
    broken.layers[1].weights[3] = Number.NaN;
    await expectRefusal(() => diagnose(broken, data), 'NumericError', 'layers[1].weights[3] to be diagnosed', 'got NaN');
  });
});
