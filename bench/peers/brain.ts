// brain.js: one example at a time, with plain arrays. It turns examples into arrays of its own as part of its training.
import brain from 'brain.js';
import { PIXELS, readImages, readLabels, readStart } from '../given.js';
import { flatten, layersOf } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model, Training, Work } from '../works.js';
import type { Foreign } from './Foreign.js';
import { versionOf } from './versionOf.js';

export const open: OpenPeer = () => ({
  version: versionOf('brain.js'),
  refuses,
  prepare: (work) => (work.kind === 'training' ? trainingTask(work) : predictionTask(work, forwardOf(work.model))),
});

function refuses(work: Work): string | undefined {
  if (work.model.output === 'softmax') return 'it has one activation for all layers, and no softmax';
  if (work.kind === 'training' && work.batchSize > 1) return 'it moves the weights after every example, and has no batches';
  return undefined;
}

function build(model: Model): Foreign {
  const net = new brain.NeuralNetwork({ hiddenLayers: model.sizes.slice(1, -1), activation: model.hidden });
  net.sizes = [...model.sizes];
  net.initialize();
  setWeights(net, model, readStart(model));
  return net;
}

function setWeights(net: Foreign, model: Model, start: Float32Array): void {
  layersOf(start, model.sizes).forEach(({ inputs, outputs, weights, biases }, index) => {
    for (let neuron = 0; neuron < outputs; neuron++) {
      net.weights[index + 1][neuron].set(weights.subarray(neuron * inputs, (neuron + 1) * inputs));
      net.changes[index + 1][neuron].fill(0);
    }
    net.biases[index + 1].set(biases);
  });
}

function trainingTask({ model, learningRate }: Training): Task {
  const net = build(model);
  const start = readStart(model);
  const images = readImages('train');
  const labels = readLabels('train');
  const examples: { input: number[]; output: number[] }[] = [];
  return {
    reset(amount) {
      setWeights(net, model, start);
      examples.length = Math.min(examples.length, amount);
      for (let i = examples.length; i < amount; i++) {
        const input = Array.from(images.subarray(i * PIXELS, (i + 1) * PIXELS));
        examples.push({ input, output: Array.from({ length: 10 }, (_, place) => (place === labels[i] ? 1 : 0)) });
      }
    },
    run() {
      // It refuses a momentum of 0, and an error to stop at of 0.
      net.train(examples, { iterations: 1, learningRate, momentum: 1e-30, errorThresh: 1e-30 });
    },
    result: () =>
      flatten(
        net.weights.slice(1).map((neurons: Float32Array[], index: number) => ({
          weights: neurons.flatMap((weights) => Array.from(weights)),
          biases: net.biases[index + 1],
        })),
      ),
  };
}

function forwardOf(model: Model): Forward {
  const net = build(model);
  return {
    one: (image) => net.run(image),
    many(images, count) {
      const outputs = new Float32Array(count * 10);
      for (let i = 0; i < count; i++) outputs.set(net.run(images.subarray(i * PIXELS, (i + 1) * PIXELS)), i * 10);
      return outputs;
    },
  };
}
