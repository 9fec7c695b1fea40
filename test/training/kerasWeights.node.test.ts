// Class weights beside those of TensorFlow.js, which are Keras's: the same training, from the same weights.
import '@tensorflow/tfjs-backend-cpu';
import { env, train as optimizers, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { Network, sgd, softmax, tanh, train } from 'glassbox-nn';
import { beforeAll, expect, it } from 'vitest';
import { randomExamples } from '../support/toyData.js';

// It prints a greeting in Node.
beforeAll(() => env().set('IS_NODE', false));

const EPOCHS = 3;
const RATE = 0.5;
const CLASS_WEIGHTS = [0.5, 3, 2];

it.each([10, 4])('class weights come to the losses and the network of Keras, in batches of %d', async (batchSize) => {
  const data = randomExamples(10, 4, 3);
  const network = new Network([4, 5, 3], { hidden: tanh, output: softmax, seed: 4 });
  const model = sequential({
    layers: network.layers.map(({ inputs, outputs, weights, biases }, index) => {
      const rows = Array.from({ length: inputs }, (_, from) =>
        Array.from({ length: outputs }, (_, to) => Number(weights[to * inputs + from])),
      );
      const activation = index === 0 ? 'tanh' : 'softmax';
      const initial = [tensor2d(rows), tensor1d(biases)];
      return layers.dense({ units: outputs, inputShape: [inputs], activation, weights: initial });
    }),
  });
  model.compile({ optimizer: optimizers.sgd(RATE), loss: 'categoricalCrossentropy' });
  const targets = Array.from(data, ({ target }) => [...target]);
  const inputs = tensor2d([...data.readInputs()], [data.count, data.width]);
  const { history } = await model.fit(inputs, tensor2d(targets), {
    epochs: EPOCHS,
    batchSize,
    shuffle: false,
    verbose: 0,
    classWeight: { 0: 0.5, 1: 3, 2: 2 },
  });

  const optimizer = sgd({ learningRate: RATE });
  const records = train(network, data, { optimizer, epochs: EPOCHS, batchSize, shuffle: false, classWeights: CLASS_WEIGHTS });
  for (const [epoch, { loss }] of records.entries()) expect(loss).toBeCloseTo(Number(history.loss?.[epoch]), 5);
  const kept = model.getWeights().map((one) => one.dataSync());
  network.layers.forEach(({ inputs: width, outputs, weights, biases }, index) => {
    const [kernel, bias] = kept.slice(2 * index);
    for (let to = 0; to < outputs; to++) {
      expect(biases[to]).toBeCloseTo(Number(bias?.[to]), 5);
      for (let from = 0; from < width; from++) {
        expect(weights[to * width + from]).toBeCloseTo(Number(kernel?.[from * outputs + to]), 5);
      }
    }
  });
});
