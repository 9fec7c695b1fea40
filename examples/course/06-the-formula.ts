// Chapter 6. a' = sigma(Wa + b): a loop and a formula that are the same sums.
import { writeFileSync } from 'node:fs';
import { add, type Layer, map, matrixTimesVector, predictor, sigmoid } from 'glassbox-nn';
import { digitNetwork } from 'glassbox-nn/digits';
import { activationsPicture, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const network = digitNetwork('classic');
const { test } = sampleDigits();
const { fround } = Math; // numbers of a Float32Array have 32 bits: this rounds to them

// The loop. For each neuron: add up weight x activation, then the bias, then squish.
function loop({ weights, biases, inputs, outputs }: Layer, a: Float32Array): Float32Array {
  const next = new Float32Array(outputs);
  for (let neuron = 0; neuron < outputs; neuron++) {
    let sum = 0;
    for (let i = 0; i < inputs; i++) sum = fround(sum + fround(weights[neuron * inputs + i] * a[i]));
    next[neuron] = sigmoid(fround(sum + biases[neuron])); // Change: forget the bias
  }
  return next;
}

// The formula: a matrix W with a row for each neuron, times a, plus b, squished.
function formula({ weights: W, biases: b, outputs }: Layer, a: Float32Array): Float32Array {
  const Wa = matrixTimesVector(new Float32Array(outputs), W, a);
  return map(Wa, add(Wa, Wa, b), sigmoid);
}

// Predict: thousands of multiplications in either. In how many of the 16 activations do the two differ?
const { input } = test.example(7);
const [first, second, last] = network.layers;
const [looped, computed] = [loop(first, input), formula(first, input)];
console.log(`W has ${first.outputs} rows of ${first.inputs}; b has ${first.biases.length} numbers`);
console.log(`they differ in ${looped.filter((activation, neuron) => activation !== computed[neuron]).length} of 16`);

// Row 5 of W is neuron 5's own grid: they are the same numbers in the same place.
const row = first.weights.slice(5 * 784, 6 * 784);
console.log(`row 5 is neuron 5: ${row.every((weight, pixel) => weight === first.neuron(5).weights[pixel])}`);

// Check: three formulas, one in another, are the whole network.
const outputs = formula(last, formula(second, formula(first, input)));
console.log(`brightest of the formula: ${outputs.indexOf(Math.max(...outputs))}; network.predict: ${network.predict(input)}`);

// How much faster is it when the library does all digits at once? In a terminal this is measured; every machine has its own answer.
if (process.stdout.isTTY) {
  const inputs = test.readInputs();
  const fast = predictor(network);
  console.time('500 digits by the loop');
  for (const example of test) loop(last, loop(second, loop(first, example.input)));
  console.timeEnd('500 digits by the loop');
  console.time('500 digits by the library');
  fast.forwardBatch(inputs, test.count);
  console.timeEnd('500 digits by the library');
}

// The picture: npm run chapter 6 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(activationsPicture(network, input, { cell: 2 })));
