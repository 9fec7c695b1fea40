// TensorFlow.js, on its backend in JavaScript (variant 'cpu') or in WebAssembly ('wasm'). Written on the core, since `model.fit`
// costs more for networks as small as these. Batches are cut, and put into its memory, beforehand.
import tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { PIXELS, readImages, readLabels, readStart } from '../given.js';
import { flatten, layersOf, transposed } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model, Training } from '../works.js';
import type { Foreign } from './Foreign.js';

type Tensor = Foreign;
type Dense = { weights: Tensor; biases: Tensor };

export const open: OpenPeer = async (variant) => {
  await tf.setBackend(variant);
  await tf.ready();
  return {
    version: tf.version.tfjs,
    prepare: (work) => (work.kind === 'training' ? trainingTask(work) : predictionTask(work, forwardOf(work.model))),
  };
};

/** The layers as tensors; weights as [inputs, outputs]. */
function tensorsOf(model: Model): Dense[] {
  return layersOf(readStart(model), model.sizes).map(({ inputs, outputs, weights, biases }) => ({
    weights: tf.tensor2d(transposed(weights, outputs, inputs), [inputs, outputs]),
    biases: tf.tensor1d(Float32Array.from(biases)),
  }));
}

/** The weighted sums of the last layer. Sigmoid cannot be fused where gradients are wanted. */
function lastSums(layers: readonly Dense[], hidden: Model['hidden'], inputs: Tensor, fuseSigmoid: boolean): Tensor {
  return layers.reduce((before, { weights, biases }, index) => {
    const fused = index === layers.length - 1 ? 'linear' : hidden === 'relu' || fuseSigmoid ? hidden : 'linear';
    const sums = tf.fused.matMul({ a: before, b: weights, bias: biases, activation: fused });
    return index < layers.length - 1 && fused === 'linear' ? tf.sigmoid(sums) : sums;
  }, inputs);
}

function trainingTask({ model, optimizer, learningRate, batchSize, loss }: Training): Task {
  const start = tensorsOf(model);
  const layers = start.map(({ weights, biases }) => ({ weights: tf.variable(weights), biases: tf.variable(biases) }));
  const variables = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const images = readImages('train');
  const labels = readLabels('train');
  const batches: { inputs: Tensor; targets: Tensor; count: number }[] = [];
  let ready = 0;
  let rule: Foreign;

  const cost = (inputs: Tensor, targets: Tensor, count: number) => {
    const sums = lastSums(layers, model.hidden, inputs, false);
    if (loss === 'crossEntropy') return tf.losses.softmaxCrossEntropy(targets, sums);
    return tf.sum(tf.squaredDifference(tf.sigmoid(sums), targets)).mul(0.5 / count);
  };

  return {
    reset(amount) {
      layers.forEach(({ weights, biases }, index) => {
        weights.assign(start[index]?.weights);
        biases.assign(start[index]?.biases);
      });
      rule?.dispose();
      rule = optimizer === 'adam' ? tf.train.adam(learningRate, 0.9, 0.999, 1e-7) : tf.train.sgd(learningRate);
      if (ready === amount) return;
      for (const { inputs, targets } of batches.splice(0)) tf.dispose([inputs, targets]);
      for (let from = 0; from < amount; from += batchSize) {
        const to = Math.min(from + batchSize, amount);
        const inputs = tf.tensor2d(images.slice(from * PIXELS, to * PIXELS), [to - from, PIXELS]);
        const targets = tf.tidy(() =>
          tf.oneHot(tf.tensor1d(Int32Array.from(labels.subarray(from, to)), 'int32'), 10).toFloat(),
        );
        batches.push({ inputs, targets, count: to - from });
      }
      ready = amount;
    },
    run() {
      for (const { inputs, targets, count } of batches) rule.minimize(() => cost(inputs, targets, count), false, variables);
      // Reading a weight waits for all of it.
      layers.at(-1)?.biases.dataSync();
    },
    result: () =>
      flatten(
        layers.map(({ weights, biases }, index) => ({
          weights: transposed(weights.dataSync(), model.sizes[index], model.sizes[index + 1]),
          biases: biases.dataSync(),
        })),
      ),
  };
}

function forwardOf(model: Model): Forward {
  const layers = tensorsOf(model);
  const many = (images: Float32Array, count: number): Float32Array =>
    tf.tidy(() => {
      const sums = lastSums(layers, model.hidden, tf.tensor2d(images, [count, PIXELS]), true);
      return (model.output === 'softmax' ? tf.softmax(sums) : tf.sigmoid(sums)).dataSync();
    });
  return { one: (image) => many(image, 1), many };
}
