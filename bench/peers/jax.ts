// jax-js on its WebAssembly backend. One compiled function makes a step; batches are cut, and put into its memory, beforehand.
import { blockUntilReady, defaultDevice, grad, init, jit, nn, numpy as np, tree } from '@jax-js/jax';
import { PIXELS, readImages, readLabels, readStart } from '../given.js';
import { flatten, layersOf, transposed } from '../parameters.js';
import type { Forward, OpenPeer, Task } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model, Training } from '../works.js';
import type { Foreign } from './Foreign.js';
import { versionOf } from './versionOf.js';

// Arrays are used up by the function they are given to; `.ref` lends one out.
type Tensor = Foreign;
type Dense = { weights: Tensor; biases: Tensor };

export const open: OpenPeer = async () => {
  await init('wasm');
  defaultDevice('wasm');
  return {
    version: versionOf('@jax-js/jax'),
    prepare: (work) => (work.kind === 'training' ? trainingTask(work) : predictionTask(work, forwardOf(work.model))),
  };
};

/** The layers as arrays; weights as [inputs, outputs]. */
function arraysOf(model: Model): Dense[] {
  return layersOf(readStart(model), model.sizes).map(({ inputs, outputs, weights, biases }) => ({
    weights: np.array(transposed(weights, outputs, inputs), { shape: [inputs, outputs] }),
    biases: np.array(Float32Array.from(biases), { shape: [outputs] }),
  }));
}

function lastSums(layers: readonly Dense[], hidden: Model['hidden'], inputs: Tensor): Tensor {
  return layers.reduce((before, { weights, biases }, index) => {
    const sums = np.dot(before, weights).add(biases);
    return index === layers.length - 1 ? sums : nn[hidden](sums);
  }, inputs);
}

function trainingTask(work: Training): Task {
  const { model, batchSize } = work;
  const start = arraysOf(model);
  const step = stepOf(work);
  const images = readImages('train');
  const labels = readLabels('train');
  let batches: { inputs: Tensor; targets: Tensor }[] = [];
  let ready = 0;
  let state: Foreign;
  return {
    reset(amount) {
      if (state !== undefined) tree.dispose(state);
      const zeros = () =>
        start.map(({ weights, biases }) => ({ weights: np.zerosLike(weights.ref), biases: np.zerosLike(biases.ref) }));
      state = { layers: tree.ref(start), mean: zeros(), square: zeros(), powers: np.array([1, 1]) };
      if (ready === amount) return;
      tree.dispose(batches);
      batches = [];
      for (let from = 0; from < amount; from += batchSize) {
        const to = Math.min(from + batchSize, amount);
        const hot = new Float32Array((to - from) * 10);
        for (let i = from; i < to; i++) hot[(i - from) * 10 + labels[i]] = 1;
        batches.push({
          inputs: np.array(images.slice(from * PIXELS, to * PIXELS), { shape: [to - from, PIXELS] }),
          targets: np.array(hot, { shape: [to - from, 10] }),
        });
      }
      ready = amount;
    },
    async run() {
      for (const { inputs, targets } of batches) {
        state = step(state, inputs.ref, targets.ref);
        // Without this wait after each step its queue grows, and it is many times slower.
        await blockUntilReady(state);
      }
    },
    result: () =>
      flatten(
        state.layers.map(({ weights, biases }: Dense, index: number) => ({
          weights: transposed(weights.ref.dataSync(), model.sizes[index], model.sizes[index + 1]),
          biases: biases.ref.dataSync(),
        })),
      ),
  };
}

/** One step, compiled: (state, inputs, targets) to the next state. */
function stepOf({ model, loss, optimizer, learningRate }: Training) {
  const cost = (layers: Dense[], inputs: Tensor, targets: Tensor) => {
    const count = inputs.shape[0];
    const sums = lastSums(layers, model.hidden, inputs);
    if (loss === 'crossEntropy')
      return nn
        .logSoftmax(sums)
        .mul(targets)
        .sum()
        .mul(-1 / count);
    const misses = nn.sigmoid(sums).sub(targets);
    return misses.ref
      .mul(misses)
      .sum()
      .mul(0.5 / count);
  };
  return jit(({ layers, mean, square, powers }: Foreign, inputs: Tensor, targets: Tensor) => {
    const gradient = grad(cost)(tree.ref(layers), inputs, targets);
    if (optimizer === 'sgd') {
      return {
        layers: tree.map((values: Tensor, slope: Tensor) => values.sub(slope.mul(learningRate)), layers, gradient),
        mean,
        square,
        powers,
      };
    }
    const nextPowers = powers.mul(np.array([0.9, 0.999]));
    const [ofMean, ofSquare] = [np.subtract(1, nextPowers.ref.slice(0)), np.subtract(1, nextPowers.ref.slice(1))];
    const nextMean = tree.map((m: Tensor, g: Tensor) => m.mul(0.9).add(g.mul(0.1)), mean, tree.ref(gradient));
    const nextSquare = tree.map((v: Tensor, g: Tensor) => v.mul(0.999).add(g.ref.mul(g).mul(0.001)), square, gradient);
    const move = (values: Tensor, m: Tensor, v: Tensor) =>
      values.sub(
        m
          .div(ofMean.ref)
          .mul(learningRate)
          .div(np.sqrt(v.div(ofSquare.ref)).add(1e-7)),
      );
    const moved = tree.map(move, layers, tree.ref(nextMean), tree.ref(nextSquare));
    tree.dispose([ofMean, ofSquare]);
    return { layers: moved, mean: nextMean, square: nextSquare, powers: nextPowers };
  });
}

function forwardOf(model: Model): Forward {
  const layers = arraysOf(model);
  const forward = jit((held: Dense[], inputs: Tensor) => {
    const sums = lastSums(held, model.hidden, inputs);
    return model.output === 'softmax' ? nn.softmax(sums) : nn.sigmoid(sums);
  });
  const many = (images: Float32Array, count: number): Float32Array =>
    forward(tree.ref(layers), np.array(images, { shape: [count, PIXELS] })).dataSync();
  return { one: (image) => many(image, 1), many };
}
