// glassbox-nn itself, as it is built in dist/.
//
// Variants: '' trains with `train` and predicts with a predictor; 'fresh' trains on a data set it has not seen; 'threads' trains
// with two threads; 'trainer' with a trainer, by batches of the data set, and 'stream' by data sets that it has not seen; 'forward' predicts
// with `network.forward`.
import { readFileSync } from 'node:fs';
import { adam, crossEntropy, fit, predictor, quadratic, sgd, train, trainer } from 'glassbox-nn';
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
  };
  const loop = { ...options, batchSize, shuffle: false };
  const threads = variant === 'threads' ? nodeThreads(2) : undefined;
  let data: Dataset = digits;
  let batches: Dataset[] = [];
  const takeSteps = (all: Iterable<Dataset>) => {
    const training = trainer(network, options);
    for (const batch of all) training.step(batch);
  };
  return {
    reset(amount) {
      network.layers.forEach(({ weights, biases }, index) => {
        weights.set(start[index]?.weights ?? []);
        biases.set(start[index]?.biases ?? []);
      });
      if (data.count !== amount) data = digits.take(amount);
      // The engine keeps what it prepared with the numbers themselves, so they are copied where its first epoch is the question.
      if (variant === 'fresh') data = copyOf(data);
      if (variant === 'stream') batches = Array.from(data.batches(batchSize), copyOf);
    },
    async run() {
      if (variant === 'threads') await fit(network, data, { ...loop, threads });
      else if (variant === 'trainer') takeSteps(data.batches(batchSize));
      else if (variant === 'stream') takeSteps(batches);
      else train(network, data, loop);
    },
    result: () => flatten(network.layers),
  };
}

/** The same examples as a data set that nothing was prepared of. */
function copyOf({ inputs, labels }: Dataset): Dataset {
  return dataset({ inputs: inputs.slice(), width: PIXELS, labels: [...(labels ?? [])], classes: 10 });
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
