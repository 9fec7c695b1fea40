// ConvNetJS: one example at a time in float64. Its volumes are made beforehand.
import convnetjs from 'convnetjs';
import { PIXELS, readImages, readLabels, readStart } from '../given.js';
import { flatten, layersOf } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model, Training } from '../works.js';
import type { Foreign } from './Foreign.js';
import { versionOf } from './versionOf.js';

type Net = Foreign;

export const open: OpenPeer = () => ({
  version: versionOf('convnetjs'),
  refuses: (work) => (work.kind === 'training' && work.optimizer === 'adam' ? 'it has no Adam' : undefined),
  prepare: (work) => (work.kind === 'training' ? trainingTask(work) : predictionTask(work, forwardOf(work.model))),
});

/** The network, and its fully connected layers to set and to read. */
function build({ sizes, hidden, output }: Model): { net: Net; dense: Foreign[] } {
  const net = new convnetjs.Net();
  const [inputs, ...outputs] = sizes;
  const classes = outputs.pop();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...outputs.map((width) => ({ type: 'fc', num_neurons: width, activation: hidden })),
    output === 'softmax'
      ? { type: 'softmax', num_classes: classes }
      : { type: 'fc', num_neurons: classes, activation: 'sigmoid' },
  ]);
  // Its layer for the quadratic cost would bring linear outputs of its own, so it is put behind the sigmoids by hand.
  if (output === 'sigmoid') net.layers.push(new convnetjs.RegressionLayer({ in_sx: 1, in_sy: 1, in_depth: classes }));
  return { net, dense: net.layers.filter((layer: Foreign) => layer.layer_type === 'fc') };
}

function setWeights(dense: Foreign[], model: Model, start: Float32Array): void {
  layersOf(start, model.sizes).forEach(({ inputs, weights, biases }, index) => {
    dense[index].filters.forEach((filter: Foreign, neuron: number) => {
      filter.w.set(weights.subarray(neuron * inputs, (neuron + 1) * inputs));
    });
    dense[index].biases.w.set(biases);
  });
}

function volumeOf(image: Float32Array): Foreign {
  const volume = new convnetjs.Vol(1, 1, PIXELS, 0);
  volume.w.set(image);
  return volume;
}

function trainingTask({ model, learningRate, batchSize, loss }: Training): Task {
  const { net, dense } = build(model);
  const start = readStart(model);
  const images = readImages('train');
  const labels = readLabels('train');
  const trainer = new convnetjs.Trainer(net, { method: 'sgd', learning_rate: learningRate, momentum: 0, l2_decay: 0 });
  const volumes: Foreign[] = [];
  const hot = Array.from({ length: 10 }, (_, label) => Array.from({ length: 10 }, (_, place) => (place === label ? 1 : 0)));
  const targets = loss === 'quadratic' ? Array.from(labels, (label) => hot[label]) : Array.from(labels);
  return {
    reset(amount) {
      setWeights(dense, model, start);
      volumes.length = Math.min(volumes.length, amount);
      for (let i = volumes.length; i < amount; i++) volumes.push(volumeOf(images.subarray(i * PIXELS, (i + 1) * PIXELS)));
    },
    run(amount) {
      for (let from = 0; from < amount; from += batchSize) {
        const to = Math.min(from + batchSize, amount);
        trainer.batch_size = to - from;
        trainer.k = 0;
        for (let i = from; i < to; i++) trainer.train(volumes[i], targets[i]);
      }
    },
    result: () =>
      flatten(
        dense.map(({ filters, biases }) => ({ weights: filters.flatMap(({ w }: Foreign) => Array.from(w)), biases: biases.w })),
      ),
  };
}

function forwardOf(model: Model): Forward {
  const { net, dense } = build(model);
  setWeights(dense, model, readStart(model));
  const one = (image: Float32Array): ArrayLike<number> => net.forward(volumeOf(image)).w;
  return {
    one,
    many(images, count) {
      const outputs = new Float32Array(count * 10);
      for (let i = 0; i < count; i++) outputs.set(one(images.subarray(i * PIXELS, (i + 1) * PIXELS)), i * 10);
      return outputs;
    },
  };
}
