// The networks that other programs are asked about: one of each activation, and a classifier that scales.
import { dataset, minMax } from '../src/data/index.js';
import {
  type Classifier,
  classifier,
  elu,
  gelu,
  identity,
  leakyRelu,
  Network,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../src/index.js';

/** Numbers of an input. */
export const WIDTH = 784;

/** A network or classifier, and how it is asked. */
export interface InteropModel {
  readonly name: string;
  readonly model: Network | Classifier;
  readonly answer: (input: Float32Array) => ArrayLike<number> & Iterable<number>;
}

/** gelu needs ONNX 1.15, and has no form in Keras that TensorFlow.js loads. */
export function isGelu(name: string): boolean {
  return name === gelu.name;
}

/** All of them. */
export function interopModels(): InteropModel[] {
  const networks = [sigmoid, relu, tanh, leakyRelu, elu, gelu, softplus, identity].map((hidden): InteropModel => {
    const network = new Network([WIDTH, 32, 10], { hidden, output: softmax }) as Network;
    for (const { biases } of network.layers) biases.fill(0.25);
    return { name: hidden.name, model: network, answer: (input) => network.forward(input) };
  });
  const inputs = [0, 1].map((row) => Array.from({ length: WIDTH }, (_, column) => row * (1 + (column % 3)) + column / WIDTH));
  const scaling = minMax(dataset({ inputs, labels: [0, 1] }));
  const scaled = classifier(new Network([WIDTH, 32, 10], { output: softmax }) as Network, { scaling });
  return [...networks, { name: 'scaled', model: scaled, answer: (input) => scaled.read(input).outputs }];
}
