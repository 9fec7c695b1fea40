// The networks that other programs are asked about: one of each activation, and a classifier that scales.
import { dataset, minMax } from '../src/data/index.js';
import { operatorOf } from '../src/formats/onnx/onnxOperators.js';
import { type Classifier, classifier, gelu, Network, softmax } from '../src/index.js';
import * as builtIns from '../src/model/activations/builtIns.js';

/** Numbers of an input. */
export const WIDTH = 784;

/** A network or classifier, and how it is asked. */
export interface InteropModel {
  readonly name: string;
  readonly model: Network | Classifier;
  /** The operator of ONNX that its activation is. */
  readonly operator: string | undefined;
  readonly answer: (input: Float32Array) => ArrayLike<number> & Iterable<number>;
}

/** gelu has no form in Keras that TensorFlow.js loads. */
export function isGelu(name: string): boolean {
  return name === gelu.name;
}

/** All of them. */
export function interopModels(): InteropModel[] {
  const { softmax: last, ...hiddenOnes } = builtIns;
  const networks = Object.values(hiddenOnes).map((hidden): InteropModel => {
    const network = new Network([WIDTH, 32, 10], { hidden, output: last }) as Network;
    for (const { biases } of network.layers) biases.fill(0.25);
    return {
      name: hidden.name,
      model: network,
      operator: operatorOf(hidden)?.operator,
      answer: (input) => network.forward(input),
    };
  });
  const inputs = [0, 1].map((row) => Array.from({ length: WIDTH }, (_, column) => row * (1 + (column % 3)) + column / WIDTH));
  const scaling = minMax(dataset({ inputs, labels: [0, 1] }));
  const scaled = classifier(new Network([WIDTH, 32, 10], { output: softmax }) as Network, { scaling });
  return [...networks, { name: 'scaled', model: scaled, operator: undefined, answer: (input) => scaled.read(input).outputs }];
}
