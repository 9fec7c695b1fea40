// The table of work: what every side is asked to do. Plain data, so that it can be sent to another process, or to Python.

/** The network, of fully connected layers. */
export interface Model {
  readonly sizes: readonly number[];
  readonly hidden: 'sigmoid' | 'relu';
  readonly output: 'sigmoid' | 'softmax';
}

/** One pass over MNIST's training images, in the order in which they are handed out. */
export interface Training {
  readonly kind: 'training';
  readonly id: string;
  readonly title: string;
  readonly model: Model;
  /** The cost that goes with the output: quadratic, or cross-entropy for softmax. */
  readonly loss: 'quadratic' | 'crossEntropy';
  readonly optimizer: 'sgd' | 'adam';
  readonly learningRate: number;
  readonly batchSize: number;
}

/** Outputs of a network as it is at the start: of one image a call, or of 10,000 in one call. */
export interface Prediction {
  readonly kind: 'one' | 'many';
  readonly id: string;
  readonly title: string;
  readonly model: Model;
  readonly images: 'test' | 'noise';
}

export type Work = Training | Prediction;

/** How many images an epoch has, and how many a call that takes many. */
export const EPOCH = 60_000;
export const MANY = 10_000;

const small: Model = { sizes: [784, 16, 16, 10], hidden: 'sigmoid', output: 'sigmoid' };
const wide: Model = { sizes: [784, 512, 512, 10], hidden: 'relu', output: 'softmax' };

const descent = (batchSize: number, learningRate: number): Training => ({
  kind: 'training',
  id: `train-${batchSize}`,
  title: `Training 784-16-16-10, sigmoid, quadratic cost, plain descent, batch ${batchSize}`,
  model: small,
  loss: 'quadratic',
  optimizer: 'sgd',
  learningRate,
  batchSize,
});

const many = (name: string, model: Model, images: 'test' | 'noise'): Prediction => ({
  kind: 'many',
  id: `many-${name}-${images === 'test' ? 'digits' : 'noise'}`,
  title: `10,000 ${images === 'test' ? 'MNIST images' : 'images of dense noise'} in one call, ${model.sizes.join('-')}`,
  model,
  images,
});

// The rates are ones at which learning is steady. At 3 and batch 10 it is chaotic: roundings grow, and sides that compute the same come
// to costs far apart.
export const WORKS: readonly Work[] = [
  descent(10, 1),
  descent(32, 3),
  descent(128, 3),
  descent(1, 0.1),
  {
    kind: 'training',
    id: 'train-wide',
    title: 'Training 784-512-512-10, ReLU, softmax with cross-entropy, plain descent, batch 128',
    model: wide,
    loss: 'crossEntropy',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 128,
  },
  {
    kind: 'training',
    id: 'train-adam',
    title: 'Training 784-16-16-10, sigmoid, quadratic cost, Adam, batch 32',
    model: small,
    loss: 'quadratic',
    optimizer: 'adam',
    learningRate: 0.001,
    batchSize: 32,
  },
  {
    kind: 'one',
    id: 'one',
    title: 'One MNIST image from a Float32Array, 784-16-16-10',
    model: small,
    images: 'test',
  },
  many('small', small, 'test'),
  many('small', small, 'noise'),
  many('wide', wide, 'test'),
  many('wide', wide, 'noise'),
];
