// glassbox-nn itself, as it is built in dist/.
//
// Variants: '' trains with `train` and predicts with a predictor; 'fresh' trains on a data set it has not seen; 'threads' trains
// with two threads; 'forward' predicts with `network.forward`.
import { readFileSync } from 'node:fs';
import { adam, crossEntropy, fit, predictor, quadratic, sgd, train } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { PIXELS, readBytes, readLabels, readStart } from '../given.js';
import { flatten, layersOf } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import { startNetwork } from '../startNetwork.js';
import type { Model, Training } from '../works.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export const open: OpenPeer = (variant) => ({
  version,
  refuses: () => undefined,
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
  const threads = variant === 'threads' ? { threads: nodeThreads(2) } : {};
  let data: Dataset = digits;
  return {
    reset(amount) {
      network.layers.forEach(({ weights, biases }, index) => {
        weights.set(start[index]?.weights ?? []);
        biases.set(start[index]?.biases ?? []);
      });
      if (data.count !== amount) data = digits.take(amount);
      // The engine keeps what it prepared with the numbers themselves, so they are copied where its first epoch is the question.
      if (variant === 'fresh')
        data = dataset({ inputs: data.inputs.slice(), width: PIXELS, labels: [...(data.labels ?? [])], classes: 10 });
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
  if (variant === '') {
    const { forward, forwardBatch } = predictor(network);
    const out = new Float32Array(10);
    return { one: (image) => forward(image, out), many: (images, count) => forwardBatch(images, count) };
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
