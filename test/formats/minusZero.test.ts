// Weights of -0: they are weights as any other, and come back as they went.
import { Layer, Network, relu, softmax } from 'glassbox-nn';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  toJson,
  toModule,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { expect, it } from 'vitest';

/** Three layers, of which the second has no weight but 0 and -0, and the third none but -0. */
function network() {
  const layers = [
    new Layer(2, 2, { weights: [1, -0, 0.5, -2], biases: [-0, 1], activation: relu }),
    new Layer(2, 2, { weights: [-0, 0, 0, -0], biases: [0, -0], activation: relu }),
    new Layer(2, 2, { weights: [-0, -0, -0, -0], biases: [-0, -0], activation: softmax }),
  ];
  return new Network(layers);
}

const FORMATS = {
  toJson: (model: Network) => fromJson(toJson(model)),
  toSafetensors: (model: Network) => fromSafetensors(toSafetensors(model)),
  toOnnx: (model: Network) => fromOnnx(toOnnx(model)),
  toTensorFlow: (model: Network) => fromTensorFlow(toTensorFlow(model)),
};

const signs = (model: Network) =>
  model.layers.map(({ weights, biases }) =>
    [...weights, ...biases].map((number) => (Object.is(number, -0) ? '-0' : `${number}`)),
  );

it.each(Object.entries(FORMATS))('weights and biases of -0 come back from %s as they went (case 247)', (_, through) => {
  expect(signs(through(network()))).toEqual(signs(network()));
  expect(signs(network())[2]).toEqual(['-0', '-0', '-0', '-0', '-0', '-0']);
});

it('a module has the bits of -0 (case 247)', async () => {
  // Its numbers are base64 of float32, eight letters each; the alphabet is longer.
  const model = new Network([new Layer(1, 1, { weights: [-0], biases: [-0], activation: relu })]);
  const numbers = /'([A-Za-z0-9+/=]{8})'/g;
  const text = toModule(model);
  const found = [...text.matchAll(numbers)].map(([, base64 = '']) => [...atob(base64)].map((letter) => letter.charCodeAt(0)));
  expect(found).toEqual([
    [0, 0, 0, 128],
    [0, 0, 0, 128],
  ]);
});
