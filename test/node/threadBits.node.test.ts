// Threads change how long a training takes, and not a bit of what comes of it.
import {
  adam,
  crossEntropy,
  evaluate,
  evaluateAsync,
  fit,
  gelu,
  Network,
  type Optimizer,
  quadratic,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  type TrainingOptions,
  tanh,
  train,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { trainingDigits } from '../support/trainingDigits.js';

const { images, labels } = await trainingDigits(500);
const digits = dataset({ inputs: images.subarray(16), width: 784, labels: labels.subarray(8), classes: 10 });
/** Few zeros, so that rows are not listed. */
const grey = dataset({
  inputs: Uint8Array.from(digits.inputs, (byte) => 255 - byte),
  width: 784,
  labels: labels.subarray(8),
  classes: 10,
});

const works: Record<string, { network: () => Network; options: TrainingOptions }> = {
  'plain descent on wide ReLU layers': {
    network: () => new Network([784, 70, 33, 10], { hidden: relu, output: softmax }),
    options: { optimizer: sgd({ learningRate: 0.1 }), loss: crossEntropy },
  },
  'the network of the video by Adam': {
    network: () => new Network([784, 16, 16, 10], { output: sigmoid }),
    options: { optimizer: adam(), loss: quadratic },
  },
  'momentum, penalties and clipping by norm': {
    network: () => new Network([784, 15, 10], { hidden: tanh, output: softmax }),
    options: { optimizer: sgd({ learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 }), l1: 1e-5, l2: 1e-4, clipNorm: 0.5 },
  },
  'dropout, and clipping of all together': {
    network: () => new Network([784, 40, 13, 10], { hidden: gelu, output: softmax }),
    options: { optimizer: rmsprop(), dropout: [0.1, 0.5, 0.2], globalClipNorm: 1 },
  },
};

describe.each(Object.entries(works))('%s', (_name, { network, options }) => {
  for (const [kind, data] of [
    ['black', digits],
    ['grey', grey],
  ] as const) {
    it(`comes to the same with 1, 2 and 3 threads, on ${kind} pixels`, async () => {
      const alone = network();
      const told = { ...options, batchSize: 32, epochs: 2, seed: 4 };
      const [, epoch] = train(alone, data, told);
      for (const count of [1, 2, 3]) {
        const shared = network();
        const threads = nodeThreads(count, { leastWork: 0 });
        const [, same] = await fit(shared, data, { ...told, threads });
        expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
        expect([same?.loss, same?.accuracy]).toEqual([epoch?.loss, epoch?.accuracy]);
        expect(await evaluateAsync(shared, data, { threads })).toEqual(evaluate(alone, data));
        threads.end();
      }
    });
  }
});

describe('threads that end in the middle of a training', () => {
  const network = () => new Network([784, 64, 10], { hidden: relu, output: softmax });

  it('reject it, leave whole steps, and free the network (case 123)', async () => {
    const trained = network();
    const threads = nodeThreads(2, { leastWork: 0 });
    const training = fit(trained, digits, { epochs: 10_000, threads });
    setTimeout(() => threads.end(), 300);
    await expect(training).rejects.toMatchObject({ name: 'StateError', code: 'STATE' });
    expect(trained.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
    expect(train(trained, digits.take(10))).toHaveLength(1);
  });

  it('are started anew by the next call', async () => {
    const threads = nodeThreads(2, { leastWork: 0 });
    await fit(network(), digits, { threads });
    threads.end();
    expect(await fit(network(), digits, { threads })).toHaveLength(1);
    threads.end();
  });

  it('stop at a signal, after a whole step', async () => {
    const trained = network();
    const threads = nodeThreads(2, { leastWork: 0 });
    const controller = new AbortController();
    const onBatch = ({ step }: { step: number }) => step === 3 && controller.abort();
    await expect(fit(trained, digits, { threads, onBatch, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    const [reference, kept] = [network(), network()];
    train(reference, digits, { onBatch: ({ step }) => step === 3 && copy(reference, kept) });
    expect(hashOfNetwork(trained)).toBe(hashOfNetwork(kept));
    threads.end();
  });
});

function copy(from: Network, to: Network): void {
  from.layers.forEach((layer, index) => {
    to.layers[index]?.weights.set(layer.weights);
    to.layers[index]?.biases.set(layer.biases);
  });
}

it('an optimizer of the user works as without threads, which cannot call it', async () => {
  const signs: Optimizer = {
    name: 'signs',
    learningRate: 0.01,
    slots: 0,
    update(parameters, gradient) {
      for (let i = 0; i < parameters.length; i++)
        parameters[i] = (parameters[i] as number) - 0.01 * Math.sign(gradient[i] as number);
    },
  };
  const [alone, shared] = [new Network([784, 20, 10]), new Network([784, 20, 10])];
  train(alone, digits, { optimizer: signs });
  const threads = nodeThreads(2, { leastWork: 0 });
  await fit(shared, digits, { optimizer: signs, threads });
  expect(hashOfNetwork(shared)).toBe(hashOfNetwork(alone));
  threads.end();
});
