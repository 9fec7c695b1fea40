// The loop by hand as a side of the comparison.
import { backward } from '../byHand/backward.js';
import { forward } from '../byHand/forward.js';
import { type HandLayer, handLayers } from '../byHand/layers.js';
import { adam, descent, type Update } from '../byHand/updates.js';
import { PIXELS, readImages, readLabels, readStart } from '../given.js';
import { flatten, transposed } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model, Training } from '../works.js';

export const open: OpenPeer = () => ({
  version: '',
  prepare: (work) => (work.kind === 'training' ? trainingTask(work) : predictionTask(work, forwardOf(work.model))),
});

function trainingTask({ model, optimizer, learningRate, batchSize }: Training): Task {
  const images = readImages('train');
  const labels = readLabels('train');
  let layers: HandLayer[] = [];
  let update: Update = () => {};
  return {
    reset() {
      layers = handLayers(model, readStart(model));
      update = (optimizer === 'adam' ? adam : descent)(layers, learningRate);
    },
    run(amount) {
      for (let from = 0; from < amount; from += batchSize) {
        const to = Math.min(from + batchSize, amount);
        for (let example = from; example < to; example++) {
          const input = images.subarray(example * PIXELS, (example + 1) * PIXELS);
          forward(layers, input);
          backward(layers, input, labels[example]);
        }
        update(to - from);
      }
    },
    result: () =>
      flatten(
        layers.map(({ inputs, outputs, weights, biases }) => ({ weights: transposed(weights, inputs, outputs), biases })),
      ),
  };
}

function forwardOf(model: Model): Forward {
  const layers = handLayers(model, readStart(model));
  return {
    one: (image) => forward(layers, image),
    many(images, count) {
      const outputs = new Float32Array(count * 10);
      for (let i = 0; i < count; i++) outputs.set(forward(layers, images.subarray(i * PIXELS, (i + 1) * PIXELS)), i * 10);
      return outputs;
    },
  };
}
