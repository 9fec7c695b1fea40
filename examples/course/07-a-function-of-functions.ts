// Chapter 7. A function of functions: each neuron is one, each layer is one, and so is the whole network.
import { writeFileSync } from 'node:fs';
import { evaluate, identity, Layer, matrixTimesMatrix, Network } from 'glassbox-nn';
import { digitNetwork } from 'glassbox-nn/digits';
import { layerPicture, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const network = digitNetwork('classic');
const { test } = sampleDigits();
const { input, label } = test.example(7);

// The whole network is one function: 784 numbers in, 10 out. It can be given to `map` like any other.
const f = network.forward;
const [answer] = [input].map(f);
console.log(`f gives ${answer.length} numbers; number ${label} is ${answer[label ?? 0].toFixed(2)}`);

// A neuron is a function too: all activations of the column before in, one number out.
const neuron = network.layers[0].neuron(1);
console.log(`neuron 1 of the second column gives ${neuron.activate(input).toFixed(2)}`);

// Predict: take the squish out of the hidden columns. What is left of three layers?
const [A, B, C] = network.layers;
const squish = identity; // Change: A.activation, the sigmoid that it had
const flat = new Network([bare(A), bare(B), bare(C)]);
function bare<I extends number, O extends number>({ inputs, outputs, weights, biases }: Layer<I, O>): Layer<I, O> {
  const layer = new Layer(inputs, outputs, { activation: squish });
  layer.weights.set(weights);
  layer.biases.set(biases);
  return layer;
}
console.log(`with every squish: right ${percent(network)}; as chosen: right ${percent(flat)}`);

// Without a squish, three matrices in a row are one: C x B x A. One layer of 784-10 is the same function.
const one = new Network([784, 10], { output: identity });
const BA = matrixTimesMatrix(new Float32Array(16 * 784), B.weights, A.weights, 16);
one.layers[0].weights.set(matrixTimesMatrix(new Float32Array(10 * 784), C.weights, BA, 16));
one.layers[0].biases.set(flat.forward(new Float32Array(784))); // what comes out for a black image
console.log(
  `three layers, ${flat.parameterCount} knobs: right ${percent(flat)}; one layer, ${one.parameterCount} knobs: right ${percent(one)}`,
);

// Check: do the two agree on every digit?
const agree = [...test].filter((example) => one.predict(example.input) === flat.predict(example.input)).length;
console.log(`the three layers and the one agree on ${agree} of ${test.count} digits`);

function percent(chosen: Network): string {
  return `${(100 * (evaluate(chosen, test).accuracy ?? 0)).toFixed(1)}%`;
}

// The picture: npm run chapter 7 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(layerPicture(one.layers[0], { columns: 5, cell: 1 })));
