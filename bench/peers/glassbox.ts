// glassbox-nn itself, as it is built in dist/.
//
// Variants: '' trains with `train` and predicts with a predictor; 'fresh' trains on a data set it has not seen; 'threads' trains
// with two threads; 'forward' predicts with `network.forward`.
import { readFileSync } from 'node:fs';
import * as glassbox from 'glassbox-nn';
import { adam, crossEntropy, fit, type Network, quadratic, sgd, type Threads, train } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import * as node from 'glassbox-nn/node';
import { PIXELS, readBytes, readLabels, readStart } from '../given.js';
import { flatten, layersOf } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import { startNetwork } from '../startNetwork.js';
import type { Model, Training } from '../works.js';

/** What is measured as soon as the library has it. */
interface ToCome {
  predictor?(network: Network): {
    forward(input: Float32Array, out?: Float32Array): Float32Array;
    forwardBatch(inputs: Float32Array, count: number, out?: Float32Array): Float32Array;
  };
  nodeThreads?(count: number): Threads;
}
const { predictor }: ToCome = glassbox as object;
const { nodeThreads }: ToCome = node as object;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export const open: OpenPeer = (variant) => ({
  version,
  refuses: () => (variant === 'threads' && nodeThreads === undefined ? 'it has no threads yet' : undefined),
  prepare: (work) =>
    work.kind === 'training' ? trainingTask(work, variant) : predictionTask(work, forwardOf(work.model, variant)),
});

function trainingTask({ model, optimizer, learningRate, batchSize, loss }: Training, variant: string): Task {
  const network = startNetwork(model);
  const start = layersOf(readStart(model), model.sizes);
  const digits = dataset({ inputs: readBytes('train'), width: PIXELS, labels: readLabels('train'), classes: 10 });
  const options = {
    optimizer: optimizer === 'adam' ? adam({ learningRate }) : sgd({ learningRate }),
    loss: loss === 'quadratic' ? quadratic : crossEntropy,
    batchSize,
    shuffle: false,
  };
  const threads = variant === 'threads' && nodeThreads ? { threads: nodeThreads(2) } : {};
  let data: Dataset = digits;
  return {
    reset(amount) {
      network.layers.forEach(({ weights, biases }, index) => {
        weights.set(start[index]?.weights ?? []);
        biases.set(start[index]?.biases ?? []);
      });
      // The engine keeps what it prepared of a data set, so the same one is handed to it again, unless that is the question.
      if (data.count !== amount || variant === 'fresh') data = digits.take(amount);
    },
    async run() {
      if (variant === 'threads') await fit(network, data, { ...options, ...threads });
      else train(network, data, options);
    },
    result: () => flatten(network.layers),
  };
}

function forwardOf(model: Model, variant: string): Forward {
  const network = startNetwork(model);
  if (variant === '' && predictor !== undefined) {
    const { forward, forwardBatch } = predictor(network);
    return { one: (image) => forward(image), many: (images, count) => forwardBatch(images, count) };
  }
  return {
    one: (image) => network.forward(image),
    many(images, count) {
      const width = network.sizes[network.sizes.length - 1];
      const outputs = new Float32Array(count * width);
      for (let i = 0; i < count; i++) outputs.set(network.forward(images.subarray(i * PIXELS, (i + 1) * PIXELS)), i * width);
      return outputs;
    },
  };
}
