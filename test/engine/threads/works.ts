// Trainings of every kind, to be done with threads and without: in Node and in a page.
import {
  adam,
  adamW,
  binaryCrossEntropy,
  cosineDecay,
  crossEntropy,
  elu,
  freeze,
  gelu,
  identity,
  inTurn,
  leakyRelu,
  meanSquaredError,
  Network,
  quadratic,
  Random,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  softplus,
  type TrainingOptions,
  tanh,
  warmup,
} from 'glassbox-nn';
import { augment, brightness, Dataset, dataset, elastic, fallingStrength, noise, rotate, shift } from 'glassbox-nn/data';
import { activations } from '../../support/builtIns.js';
import { randomExamples, randomShares } from '../../support/toyData.js';

/** A training to be done. */
export interface SharedWork {
  readonly name: string;
  network(): Network;
  readonly data: Dataset;
  readonly options: TrainingOptions;
}

/** Bytes of which `share` are not 0, so that the core lists them below a half; some rows have none or few. */
function bytes(count: number, width: number, classes: number, share: number): Dataset {
  const random = new Random(count + width);
  const inputs = new Uint8Array(count * width);
  for (let i = 0; i < inputs.length; i++) {
    const scarce = Math.floor(i / width) % 5 === 0 ? share / 20 : share;
    inputs[i] = random.uniform() < scarce ? random.integer(256) : 0;
  }
  const labels = Array.from({ length: count }, () => random.integer(classes));
  return dataset({ inputs, width, labels, classes, scale: 1 / 255 });
}

/** The same as numbers. */
function numbers(count: number, width: number, classes: number, share: number): Dataset {
  const { inputs, labels, scale } = bytes(count, width, classes, share);
  return dataset({ inputs: Float32Array.from(inputs, (byte) => byte * scale), width, labels: labels as Int32Array, classes });
}

/** The same examples, of which some count more and some not at all. */
function weighted(data: Dataset): Dataset {
  const sampleWeights = Float32Array.from({ length: data.count }, (_, example) => [1, 0.3, 0, 7][example % 4] as number);
  return new Dataset({ ...data, sampleWeights });
}

const distorted = [rotate(40), elastic({ sigma: 1, amplitude: 0.5 }), brightness(0.5)];

/** One work for each activation, on dense numbers; layers of all widths, panels of 16 and narrow ones. */
const ofActivations = Object.entries(activations).map(
  ([name, hidden], index): SharedWork => ({
    name: `${name} on dense numbers`,
    network: () => new Network([7, 35, 13 + index, 3], { hidden, output: softmax, seed: index }),
    data: randomExamples(50, 7, 3),
    options: { optimizer: sgd({ learningRate: 0.1 }), batchSize: 16, epochs: 3 },
  }),
);

const pixels = bytes(150, 40, 4, 0.3);
const fractions = numbers(150, 40, 4, 0.3);
/** With a first layer so wide that threads share its neurons. */
const wide = (neurons: number, hidden = relu) => new Network([40, neurons, 9, 4], { hidden, output: softmax, seed: 4 });
const classifier = (hidden = relu) => new Network([40, 34, 18, 4], { hidden, output: softmax, seed: 3 });

/** With a layer that does not learn. */
function frozenAt(place: number, neurons: number): Network {
  const { layers } = wide(neurons);
  return new Network(layers.map((layer, index) => (index === place ? freeze(layer) : layer))) as Network;
}

/** Every work. */
export const SHARED_WORKS: readonly SharedWork[] = [
  ...ofActivations,
  {
    name: 'neurons held to a norm, and a frozen layer below others',
    network: () => frozenAt(0, 120),
    data: pixels,
    options: { optimizer: sgd({ learningRate: 0.5, momentum: 0.9 }), batchSize: 33, epochs: 3, maxNorm: 0.5, l2: 1e-3 },
  },
  {
    name: 'a frozen layer between others',
    network: () => frozenAt(1, 34),
    data: fractions,
    options: { optimizer: adam(), batchSize: 33, epochs: 3, maxNorm: 0.4, globalClipNorm: 0.2, dropout: 0.1 },
  },
  {
    name: 'a rate that rises and falls',
    network: () => classifier(),
    data: pixels,
    options: {
      optimizer: adam({ learningRate: inTurn(warmup({ to: 0.02, steps: 4 }), cosineDecay({ from: 0.02, steps: 11 })) }),
      batchSize: 33,
      epochs: 3,
    },
  },
  {
    name: 'examples that count more or less, and some not at all',
    network: () => classifier(),
    data: weighted(pixels),
    options: { optimizer: sgd({ learningRate: 0.2 }), batchSize: 33, epochs: 3, validationSplit: 0.2 },
  },
  {
    name: 'examples weighted by their classes, on dense numbers, clipped',
    network: () => new Network([7, 35, 3], { hidden: tanh, output: sigmoid, seed: 2 }),
    data: weighted(randomExamples(90, 7, 3)),
    options: {
      optimizer: adam(),
      loss: binaryCrossEntropy,
      classWeights: [2, 0.3, 1],
      globalClipNorm: 0.1,
      dropout: 0.2,
      epochs: 3,
    },
  },
  {
    name: 'sparse bytes by plain descent',
    network: () => classifier(),
    data: pixels,
    options: { optimizer: sgd({ learningRate: 0.2 }), batchSize: 33, epochs: 3, validationSplit: 0.2 },
  },
  {
    name: 'sparse numbers by momentum, clipped by value, with penalties',
    network: () => classifier(tanh),
    data: fractions,
    options: { optimizer: sgd({ momentum: 0.9, weightDecay: 0.01 }), clipValue: 0.01, l1: 0.001, l2: 0.01, epochs: 2 },
  },
  {
    name: 'dense bytes by Nesterov, each array clipped by its norm',
    network: () => new Network([12, 40, 4], { hidden: relu, output: softmax }),
    data: bytes(90, 12, 4, 0.9),
    options: { optimizer: sgd({ momentum: 0.5, nesterov: true }), clipNorm: 0.05, batchSize: 11, epochs: 3 },
  },
  {
    name: 'sparse bytes by Adam, clipped by the norm of all, in batches of more than the core takes at a time',
    network: () => classifier(leakyRelu),
    data: bytes(400, 40, 4, 0.2),
    options: { optimizer: adam({ learningRate: 0.01 }), globalClipNorm: 0.1, batchSize: 300, epochs: 4 },
  },
  {
    name: 'AdamW with dropout of inputs and hidden neurons',
    network: () => classifier(gelu),
    data: pixels,
    options: { optimizer: adamW({ learningRate: 0.01 }), dropout: [0.2, 0.5, 0.1], batchSize: 40, epochs: 3 },
  },
  {
    name: 'RMSprop with dropout of hidden neurons, on sparse numbers',
    network: () => classifier(elu),
    data: fractions,
    options: { optimizer: rmsprop({ learningRate: 0.003 }), dropout: 0.3, batchSize: 29, epochs: 3 },
  },
  {
    name: 'a wide first layer by plain descent, on sparse bytes',
    network: () => wide(211),
    data: pixels,
    options: { optimizer: sgd({ learningRate: 0.1 }), batchSize: 31, epochs: 3, validationSplit: 0.2 },
  },
  {
    name: 'a wide first layer by Adam, clipped by the norm of all, on sparse numbers',
    network: () => wide(204, tanh),
    data: fractions,
    options: { optimizer: adam(), globalClipNorm: 0.05, batchSize: 40, epochs: 3 },
  },
  {
    name: 'a wide first layer by momentum with penalties and dropout of inputs, on dense bytes',
    network: () => wide(197, elu),
    data: bytes(90, 40, 4, 0.9),
    options: { optimizer: sgd({ momentum: 0.9 }), l1: 0.001, l2: 0.01, dropout: [0.1, 0.4, 0.2], batchSize: 25, epochs: 3 },
  },
  {
    name: 'a wide first layer by decay, each array clipped by its norm, on dense numbers',
    network: () => wide(192),
    data: numbers(90, 40, 4, 0.9),
    options: { optimizer: adamW(), clipNorm: 0.01, batchSize: 200, epochs: 4 },
  },
  {
    name: 'three wide layers of ReLU with dropout, in batches of more than the core takes at a time',
    network: () => new Network([40, 200, 217, 195, 4], { hidden: relu, output: softmax }),
    data: bytes(400, 40, 4, 0.2),
    options: { optimizer: rmsprop(), clipValue: 0.001, dropout: 0.2, batchSize: 190, epochs: 2, validationSplit: 0.3 },
  },
  {
    name: 'a wide layer alone',
    network: () => new Network([7, 222], { output: sigmoid }),
    data: randomShares(60, 7, 222),
    options: { loss: quadratic, optimizer: rmsprop(), batchSize: 16, epochs: 3 },
  },
  {
    name: 'quadratic cost of shares, softmax last',
    network: () => new Network([5, 20, 6], { hidden: sigmoid, output: softmax }),
    data: randomShares(60, 5, 6),
    options: { loss: quadratic, batchSize: 7, epochs: 2 },
  },
  {
    name: 'cross-entropy of shares, softmax last',
    network: () => new Network([5, 20, 6], { hidden: tanh, output: softmax }),
    data: randomShares(60, 5, 6),
    options: { loss: crossEntropy, batchSize: 60, epochs: 5 },
  },
  {
    name: 'mean squared error of numbers',
    network: () => new Network([5, 31, 6], { hidden: softplus, output: identity }),
    data: randomShares(60, 5, 6),
    options: { loss: meanSquaredError, batchSize: 13, epochs: 2, l2: 0.1 },
  },
  {
    name: 'two classes by a single output, in batches of fewer examples than threads',
    network: () => new Network([6, 17, 1], { output: sigmoid }),
    data: randomExamples(21, 6, 2),
    options: { loss: binaryCrossEntropy, batchSize: 2, epochs: 3, shuffle: false },
  },
  {
    name: 'a network of one layer',
    network: () => new Network([40, 4], { output: softmax }),
    data: pixels,
    options: { optimizer: adam(), batchSize: 64, epochs: 3 },
  },
  {
    name: 'images that are changed, more of them than threads change ahead',
    network: () => new Network([30, 17, 4], { hidden: relu, output: softmax }),
    data: bytes(4500, 30, 4, 0.2),
    options: {
      batchSize: 33,
      epochs: 2,
      augmentation: augment([shift(1), ...distorted], { width: 6, strength: fallingStrength() }),
    },
  },
  {
    name: 'images with noise and dropout, in batches of more than threads change ahead',
    network: () => new Network([30, 70, 4], { hidden: relu, output: softmax }),
    data: numbers(2600, 30, 4, 0.3),
    options: { batchSize: 2500, epochs: 2, dropout: 0.3, augmentation: augment([noise(0.1), ...distorted], { width: 5 }) },
  },
];
