// Diagnosis: each finding on a network that has it and on one that does not, and nothing on networks that learn.
import {
  adam,
  adamW,
  binaryCrossEntropy,
  cosineDecay,
  crossEntropy,
  type DiagnoseOptions,
  type Diagnosis,
  defineActivation,
  diagnose,
  elu,
  freeze,
  identity,
  Layer,
  meanSquaredError,
  Network,
  quadratic,
  relu,
  sgd,
  sigmoid,
  softmax,
  softplus,
  tanh,
  train,
  warmup,
  zeros,
} from 'glassbox-nn';
import { circles, type Dataset, dataset, mnist, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../../support/hashOfNetwork.js';
import { expectRefusal } from '../../support/refusals.js';
import { exclusiveOr, randomExamples, randomShares } from '../../support/toyData.js';
import { trainingDigits } from '../../support/trainingDigits.js';

const data = randomExamples(60, 5, 3);
const made = (hidden = tanh, seed = 1) => new Network([5, 12, 8, 3], { hidden, output: softmax, seed });
const kindsOf = (findings: Diagnosis) => findings.map(({ kind }) => kind);

/** Two rings, which a network of one hidden layer tells apart in 40 epochs. */
const rings = circles({ count: 240, noise: 0.05 });
const good = adam({ learningRate: 0.01 });
const ringNetwork = (hidden = relu, seed = 1) => new Network([2, 16, 2], { hidden, output: softmax, seed });
const onRings = (options: DiagnoseOptions, network: Network = ringNetwork() as never) =>
  diagnose(network, rings, { optimizer: good, epochs: 40, ...options });

/** A sine that goes up and down by `height` about `middle`. */
function sine(height = 1, middle = 0): Dataset {
  const inputs = Array.from({ length: 200 }, (_, index) => [index / 100 - 1]);
  return dataset({ inputs, targets: inputs.map(([x]) => [middle + height * Math.sin(3 * (x as number))]) });
}

/** Examples with every input changed. */
function changed(change: (value: number, input: number) => number, examples: Dataset = rings): Dataset {
  const inputs = examples.readInputs().map((value, index) => change(value, index % examples.width));
  const { width, labels, classes } = examples;
  return dataset({ inputs, width, labels: labels as Int32Array, classes: classes as number });
}

describe('a network that learns has no findings', () => {
  it('and the diagnosis says so', () => {
    for (const hidden of [tanh, sigmoid, relu, elu]) {
      const findings = diagnose(made(hidden), data, { optimizer: adam({ learningRate: 0.01 }) });
      expect(findings, String(findings)).toEqual([]);
    }
    expect(String(diagnose(made(), data))).toBe('Nothing was found that keeps the network from learning.');
  });

  it('with a single output, or where it learns numbers', () => {
    expect(diagnose(new Network([2, 4, 1]), exclusiveOr(), { optimizer: adam({ learningRate: 0.05 }), epochs: 3000 })).toEqual(
      [],
    );
    expect(diagnose(new Network([5, 8, 2], { hidden: tanh }), randomShares(30, 5, 2))).toEqual([]);
  });

  it('and is not changed, nor are its data, not even while it is trained', () => {
    const network = made();
    const before = [hashOfNetwork(network), data.inputs.slice(), data.labels?.slice()];
    diagnose(network, data, { optimizer: adam({ learningRate: 5 }) });
    expect([hashOfNetwork(network), data.inputs, data.labels]).toEqual(before);
    train(network, data, { onEpoch: () => expect(diagnose(network, data, { optimizer: good })).toEqual([]) });
  });

  it('at a rate that looks high and is the best of ten', () => {
    const network = new Network([1, 32, 1], { hidden: tanh, output: identity });
    const options = { optimizer: adam({ learningRate: 0.3 }), epochs: 200 };
    expect(diagnose(network, sine(), options)).toEqual([]);
    train(network, sine(), options);
    expect(diagnose(network, sine(), options)).toEqual([]);
  });

  it('with inputs of 15 +- 8, or a column of ones', () => {
    const clouds = randomClouds();
    const shifted = changed((value) => 15 + 4 * value, clouds);
    const options = { optimizer: good, epochs: 100 };
    expect(diagnose(new Network([3, 16, 2], { hidden: relu, output: softmax }), shifted, options)).toEqual([]);
    const rows = Array.from({ length: rings.count }, (_, example) => [...rings.example(example).input, 1]);
    const ones = dataset({ inputs: rows, labels: rings.labels as Int32Array });
    expect(diagnose(new Network([3, 16, 2], { hidden: relu, output: softmax }), ones, options)).toEqual([]);
  });

  it('with dead neurons among those that learn', () => {
    const network = new Network([2, 32, 2], { hidden: relu, output: softmax });
    network.layers[0].biases.fill(-50, 0, 12);
    expect(onRings({}, network as never)).toEqual([]);
  });

  it('with l2, l1, decay, dropout and a schedule in measure', () => {
    expect(onRings({ l2: 0.0005 })).toEqual([]);
    expect(onRings({ l1: 0.0005 })).toEqual([]);
    expect(onRings({ optimizer: adamW({ learningRate: 0.01 }) })).toEqual([]);
    expect(onRings({ dropout: 0.1 }, new Network([2, 32, 2], { hidden: relu, output: softmax }) as never)).toEqual([]);
    expect(onRings({ optimizer: adam({ learningRate: cosineDecay({ from: 0.02, steps: 320 }) }) })).toEqual([]);
  });
});

function randomClouds(): Dataset {
  const values = randomExamples(240, 3, 2).readInputs();
  const labels = Int32Array.from({ length: 240 }, (_, index) => index % 2);
  const inputs = values.map((value, index) => value + 2 * (labels[Math.floor(index / 3)] as number));
  return dataset({ inputs, width: 3, labels });
}

describe('a loss that does not fit the outputs', () => {
  it.each([
    [crossEntropy, sigmoid],
    [crossEntropy, identity],
    [crossEntropy, tanh],
    [crossEntropy, softplus],
    [binaryCrossEntropy, identity],
    [binaryCrossEntropy, softplus],
  ] as const)('is named, though training refuses it: $0.name and $1.name', (loss, output) => {
    const [finding, ...others] = onRings({ loss }, new Network([2, 16, 2], { hidden: relu, output }) as never);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'lossFit', message: expect.stringContaining(loss.name) });
  });

  it('is softmax of one output by any loss', () => {
    for (const loss of [quadratic, meanSquaredError, binaryCrossEntropy]) {
      const [finding] = diagnose(new Network([2, 4, 1], { output: softmax }), exclusiveOr(), { loss });
      expect(finding).toMatchObject({ kind: 'lossFit', message: expect.stringContaining('always 1') });
    }
  });

  it('is seen in outputs of an activation that does not state its range', () => {
    const double = defineActivation({ name: 'double', value: (sum) => 2 * sum, derivative: () => 2 });
    const network = new Network([2, 16, 2], { hidden: relu, output: double });
    expect(kindsOf(onRings({ loss: crossEntropy }, network as never))).toContain('lossFit');
  });
});

describe('targets', () => {
  const network = () => new Network([1, 16, 1], { hidden: tanh, output: identity });

  it.each([
    [1e5, 0],
    [500, 17000],
    [1, 300],
  ])('of %d about %d are far larger than the outputs, and scaled ones are not', (height, middle) => {
    const options = { optimizer: good, epochs: 100 };
    const [finding, ...others] = diagnose(network(), sine(height, middle), options);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'targetScale', outputs: [0] });
    expect(finding?.message).toContain('Scale the targets');
    expect(diagnose(network(), sine(), options)).toEqual([]);
  });

  it('that the last activation cannot reach are found', () => {
    const bounded = new Network([1, 16, 1], { hidden: tanh, output: tanh });
    const findings = diagnose(bounded, sine(30), { optimizer: good, loss: meanSquaredError, epochs: 100 });
    expect(findings).toMatchObject([{ kind: 'targetScale', message: expect.stringContaining('out of reach: tanh') }]);
  });
});

describe('inputs', () => {
  it('that are too large are named, if the network does not learn from them', () => {
    const large = changed((value, input) => (input === 1 ? value * 3000 : value));
    const options = { optimizer: sgd({ learningRate: 0.1 }), epochs: 40 };
    const findings = diagnose(ringNetwork(tanh), large, options);
    expect(findings).toMatchObject([{ kind: 'inputScale', inputs: [1] }]);
    expect(findings[0]?.message).toMatch(/1 of 2 inputs are large.*: 1\. Scale them to about 1: standardize/);
    const scaled = standardize(large).apply(large);
    expect(diagnose(ringNetwork(), scaled, { optimizer: good, epochs: 40 })).toEqual([]);
  });

  it('that are all small are found', () => {
    const small = changed((value) => value / 10_000);
    expect(kindsOf(diagnose(ringNetwork(tanh), small, { optimizer: good, epochs: 40 }))).toEqual(['inputScale']);
  });

  it('that are the same for every example leave nothing to learn', () => {
    const findings = diagnose(
      ringNetwork(),
      changed(() => 0.5),
    );
    expect(findings).toMatchObject([
      { kind: 'constantInputs', message: expect.stringMatching(/^All examples have the same inputs/) },
    ]);
  });
});

describe('weights', () => {
  it('of neurons that start alike are named (case 46)', () => {
    const network = made();
    const [first, second] = network.layers;
    first.weights.copyWithin(5, 0, 5);
    for (let to = 0; to < 8; to++) second.weights[to * 12 + 1] = second.weights[to * 12] as number;
    expect(diagnose(network, data)).toMatchObject([{ kind: 'symmetry', layer: 0, neurons: [1] }]);
    // What goes out differs, and so will what comes in.
    second.weights[1] = 0.3;
    expect(diagnose(network, data, { optimizer: good })).toEqual([]);
  });

  it('of ReLUs that are dead are named, with a way out that was not gone already (case 45)', () => {
    const dead = ringNetwork();
    dead.layers[0].biases.fill(-50);
    const findings = onRings({}, dead as never);
    expect(findings).toMatchObject([{ kind: 'deadNeurons', layer: 0 }]);
    expect(findings[0]?.message).toMatch(/^layers\[0\]: 16 of 16 relu neurons answer 0 to all of \d+ examples/);
    expect(findings[0]?.message).toContain('another seed');
    expect(findings[0]?.message).not.toContain('heNormal');
  });

  it('of XOR with 4 ReLUs of which 1 is dead, or that stand still, are found in every seed that fails', () => {
    const options = { optimizer: adam({ learningRate: 0.05 }), epochs: 600 };
    const failing = Array.from({ length: 12 }, (_, seed) => seed).filter((seed) => {
      const network = new Network([2, 4, 1], { hidden: relu, seed });
      return (train(network, exclusiveOr(), options).at(-1)?.accuracy ?? 0) <= 0.75;
    });
    expect(failing.length).toBeGreaterThan(2);
    for (const seed of failing) {
      const network = new Network([2, 4, 1], { hidden: relu, seed });
      train(network, exclusiveOr(), options);
      const kinds = kindsOf(diagnose(network, exclusiveOr(), options));
      expect(
        kinds.some((kind) => kind === 'deadNeurons' || kind === 'stalled'),
        `seed ${seed}: ${kinds}`,
      ).toBe(true);
    }
  });

  it.each([sigmoid, tanh])('of a saturated hidden layer are named: $name', (hidden) => {
    const network = ringNetwork(hidden);
    for (let i = 0; i < network.layers[0].weights.length; i++) network.layers[0].weights[i] *= 1000;
    const findings = onRings({ optimizer: adam({ learningRate: 0.003 }), epochs: 60 }, network as never);
    expect(kindsOf(findings)).toContain('saturation');
    expect(findings[0]?.message).toMatch(/^layers\[0\]: \d+ of 16 (sigmoid|tanh) neurons are saturated/);
  });

  it('of a saturated last layer are named', () => {
    const network = new Network([2, 16, 2], { hidden: tanh, output: sigmoid, seed: 1 });
    for (let i = 0; i < network.layers[1].weights.length; i++) network.layers[1].weights[i] *= 1000;
    const findings = onRings({ optimizer: sgd({ learningRate: 1 }), epochs: 200 }, network as never);
    expect(findings[0]).toMatchObject({ kind: 'saturation', layer: 1 });
  });

  it('of a last layer that starts at 0 are a fair start, unless it does not learn', () => {
    const network = made();
    network.layers[2].weights.fill(0);
    expect(diagnose(network, data, { optimizer: adam({ learningRate: 0.01 }) })).toEqual([]);
    const frozen = new Network([network.layers[0], network.layers[1], freeze(network.layers[2])]);
    expect(kindsOf(diagnose(frozen, data))).toEqual(['frozen']);
  });
});

describe('the shape of a network', () => {
  it.each([4, 6, 20])('of %d sigmoid layers is too deep, and relu is named', (layers) => {
    const deep = new Network([2, ...Array<number>(layers).fill(16), 2], { output: softmax });
    const findings = onRings({ optimizer: sgd({ learningRate: 0.1 }) }, deep as never);
    expect(kindsOf(findings)).toContain('vanishing');
    expect(findings[0]?.message).toMatch(/hidden layers of sigmoid are too deep.*relu/);
  });

  it('of 20 relu layers that learn is not', () => {
    const deep = new Network([2, ...Array<number>(20).fill(24), 2], { hidden: relu, output: softmax });
    expect(onRings({ optimizer: adam({ learningRate: 0.003 }), epochs: 100 }, deep as never)).toEqual([]);
  });

  it('without hidden layers, or with hidden layers that bend nothing, is too simple for rings', () => {
    expect(kindsOf(onRings({}, new Network([2, 2], { output: softmax }) as never))).toEqual(['tooSimple']);
    const straight = new Network([2, 16, 2], { hidden: identity, output: softmax });
    expect(onRings({}, straight as never)).toMatchObject([
      { kind: 'tooSimple', message: expect.stringContaining('identity bend nothing') },
    ]);
  });

  it('that is frozen is found, and not where enough of it learns', () => {
    const { layers } = made();
    const whole = new Network(layers.map((layer) => freeze<number, number>(layer)));
    expect(kindsOf(diagnose(whole, data, { optimizer: adam() }))).toEqual(['frozen']);
    const partly = new Network([freeze(layers[0]), layers[1], layers[2]]);
    expect(diagnose(partly, data, { optimizer: adam({ learningRate: 0.01 }) })).toEqual([]);
  });
});

describe('answers', () => {
  it('cannot be told apart in data of a single class (case 35)', () => {
    const single = dataset({ inputs: data.readInputs(), width: 5, labels: new Int32Array(60), classes: 3 });
    expect(diagnose(made(), single)).toMatchObject([
      { kind: 'oneClass', message: expect.stringContaining('a single class, 0') },
    ]);
  });
});

describe('the plan of a training', () => {
  it('that draws weights to 0 is found, with the number', () => {
    expect(onRings({ l2: 1 })).toMatchObject([{ kind: 'decay', message: expect.stringMatching(/^l2: 1 draws/) }]);
    expect(onRings({ l1: 0.5 })).toMatchObject([{ kind: 'decay', message: expect.stringMatching(/^l1: 0.5 draws/) }]);
    const optimizer = adamW({ learningRate: 0.01, weightDecay: 50 });
    expect(onRings({ optimizer })).toMatchObject([
      { kind: 'decay', message: expect.stringMatching(/^weightDecay: 50 of adamW/) },
    ]);
  });

  it('that drops nearly all neurons, or bounds gradients too tightly, is found', () => {
    const network = new Network([1, 16, 16, 1], { hidden: relu, output: identity });
    expect(kindsOf(diagnose(network, sine(), { optimizer: good, epochs: 60, dropout: 0.9 }))).toEqual(['dropout']);
    expect(kindsOf(onRings({ clipNorm: 1e-5, optimizer: sgd({ learningRate: 0.3 }) }))).toEqual(['clipping']);
  });

  it('whose schedule ends at once is found', () => {
    const optimizer = adam({ learningRate: cosineDecay({ from: 0.01, steps: 8 }) });
    expect(onRings({ optimizer })).toMatchObject([
      { kind: 'schedule', message: expect.stringContaining('made for 8 steps, and the training has 320') },
    ]);
  });
});

describe('learning rates', () => {
  const kinds = (options: DiagnoseOptions, network: Network = ringNetwork() as never) => kindsOf(onRings(options, network));

  it('that are too high, by either way of running away', () => {
    expect(kinds({ optimizer: sgd({ learningRate: 1e30 }) })).toEqual(['rateTooHigh']);
    expect(kinds({ optimizer: sgd({ learningRate: 300 }) })).toContain('rateTooHigh');
    const findings = onRings({ optimizer: adam({ learningRate: 20 }) }, ringNetwork(tanh) as never);
    expect(findings.find(({ kind }) => kind === 'rateTooHigh')?.message).toMatch(
      /^adam: a learning rate of 20 is too high: it learns \d+% .* Try /,
    );
  });

  it('that are 10, 100 and 1000 times too low', () => {
    for (const learningRate of [1e-3, 1e-4, 1e-5]) {
      expect(kinds({ optimizer: sgd({ learningRate }) })).toEqual(['rateTooLow']);
    }
    expect(kinds({ optimizer: adam({ learningRate: 1e-5 }) })).toEqual(['rateTooLow']);
  });

  it('that are 0, whatever there is left to learn', () => {
    const [finding, ...others] = onRings({ optimizer: sgd({ learningRate: () => 0 }) });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'rateTooLow', message: expect.stringMatching(/rate of 0 is too low.* above 0/) });
  });

  it('are not named where no optimizer is given', () => {
    expect(kindsOf(diagnose(ringNetwork(), rings, { epochs: 10 }))).not.toContain('rateTooLow');
    expect(kindsOf(diagnose(ringNetwork(), rings, { epochs: 10, optimizer: adam() }))).toContain('rateTooLow');
  });

  it('are not blamed for what an optimizer or a loss of your own throws', () => {
    const broken = () => {
      throw new TypeError('a mistake of mine');
    };
    expect(() => diagnose(made(), data, { optimizer: { ...sgd(), update: broken } })).toThrow('a mistake of mine');
  });

  it('that are fair', () => {
    for (const learningRate of [0.1, 0.3, 1]) expect(kinds({ optimizer: sgd({ learningRate }), epochs: 100 })).toEqual([]);
    for (const learningRate of [0.003, 0.01, 0.1])
      expect(kinds({ optimizer: adam({ learningRate }), epochs: 100 })).toEqual([]);
    expect(kinds({ optimizer: adam({ learningRate: warmup({ to: 0.01, steps: 100 }) }), epochs: 100 })).toEqual([]);
  });

  it('are not blamed for small steps where there is little left to learn', () => {
    const network = ringNetwork();
    train(network, rings, { optimizer: good, epochs: 100 });
    expect(kinds({ optimizer: sgd({ learningRate: 1e-6 }) }, network as never)).toEqual([]);
  });

  it('are tried on a copy with the same weights, also of layers that were drawn in a list', () => {
    const network = new Network([new Layer(5, 12, { activation: tanh }), new Layer(12, 3, { activation: softmax })]);
    const before = hashOfNetwork(network);
    expect(diagnose(network, data, { optimizer: good })).toEqual([]);
    expect(hashOfNetwork(network)).toBe(before);
  });
});

describe('on real digits', async () => {
  const { images, labels } = await trainingDigits(1500);
  const digits = mnist(images, labels);
  const video = () => new Network([784, 16, 16, 10]);

  it('the untrained network of the video has no findings with a fair rate', () => {
    const findings = diagnose(video(), digits, { optimizer: sgd({ learningRate: 3 }), epochs: 30, batchSize: 10 });
    expect(findings, String(findings)).toEqual([]);
  });

  it('networks that learn well have none, before and afterwards', () => {
    for (const hidden of [relu, tanh]) {
      const network = new Network([784, 24, 10], { hidden, output: softmax });
      const options = { optimizer: adam({ learningRate: 0.005 }), epochs: 20 };
      expect(diagnose(network, digits, options)).toEqual([]);
      train(network, digits, options);
      expect(diagnose(network, digits, options)).toEqual([]);
    }
  });

  it('a network without hidden layers that starts at 0 has none, as it learns well from there', () => {
    const network = new Network([784, 10], { output: softmax, initializer: zeros });
    expect(diagnose(network, digits, { optimizer: adam(), epochs: 20 })).toEqual([]);
  });

  it('bytes that were not divided by 255 are found at once', () => {
    const raw = dataset({ inputs: digits.inputs as Uint8Array, width: 784, labels: digits.labels as Int32Array, scale: 1 });
    const options = { optimizer: sgd({ learningRate: 3 }), epochs: 30, batchSize: 10 };
    expect(kindsOf(diagnose(video(), raw, options))).toContain('inputScale');
  });

  it('so are rates that are far off, the default of sgd among them', () => {
    expect(kindsOf(diagnose(video(), digits, { optimizer: sgd({ learningRate: 100 }), epochs: 30 }))).toContain('rateTooHigh');
    expect(kindsOf(diagnose(video(), digits, { optimizer: sgd(), epochs: 30 }))).toEqual(['rateTooLow']);
  });
});

describe('wide networks', () => {
  it('of 200,000 inputs or outputs do not overflow the stack (case 140)', () => {
    const width = 200_000;
    const wide = dataset({ inputs: Float32Array.from({ length: 2 * width }, (_, i) => (i * 7) % 11), width, labels: [0, 1] });
    const kinds = kindsOf(
      diagnose(new Network([width, 2], { output: softmax }), wide, { optimizer: adam({ learningRate: 1e-4 }), epochs: 5 }),
    );
    expect(kinds).not.toContain('constantInputs');
    const targets = new Float32Array(2 * width).fill(0.5);
    const outputs = dataset({ inputs: [[0.3], [0.6]], targets });
    expect(kindsOf(diagnose(new Network([1, width]), outputs))).toEqual([]);
  });
});

describe('what cannot be diagnosed is refused', () => {
  it('with the errors of training', async () => {
    await expectRefusal(() => diagnose(new Network([4, 3]), data), 'ShapeError', 'data inputs', 'got 5');
    await expectRefusal(() => diagnose(made(), [] as never), 'ArgumentError', 'a Dataset');
    await expectRefusal(() => diagnose(made(), data, { optimizer: adam as never }), 'ArgumentError', 'optimizer');
    await expectRefusal(() => diagnose(made(), data, { batchSize: 0 }), 'OutOfRangeError', 'batchSize', 'got 0');
    await expectRefusal(() => diagnose(made(), data, { learningRate: 1 } as never), 'ArgumentError', 'The optimizer has it');
    const broken = made();
    broken.layers[1].weights[3] = Number.NaN;
    await expectRefusal(() => diagnose(broken, data), 'NumericError', 'layers[1].weights[3] to be diagnosed', 'got NaN');
  });
});
