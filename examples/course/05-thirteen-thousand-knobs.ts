// Chapter 5. Thirteen thousand knobs, turned by hand: ten average digits as weights, and no learning at all.
import { writeFileSync } from 'node:fs';
import { add, evaluate, identity, Network } from 'glassbox-nn';
import { handmadeNetwork } from 'glassbox-nn/digits';
import { layerPicture, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const { train, test } = sampleDigits();
const percent = (share = 0) => `${(100 * share).toFixed(1)}%`;

// Predict: how many weights and biases has 784-16-16-10? Each neuron has a weight for each of the column before, and a bias.
const knobs = 784 * 16 + 16 + 16 * 16 + 16 + 16 * 10 + 10;
console.log(`784x16 + 16 + 16x16 + 16 + 16x10 + 10 = ${knobs}`);
console.log(`the network counts ${new Network([784, 16, 16, 10]).parameterCount}`);

// A smaller machine first: one layer, in which output 3 holds the average of all 3s as its weights.
// (No squish: sums as large as these would all be squished to 1. `identity` leaves them as they are.)
const network = new Network([784, 10], { output: identity });
for (let digit = 0; digit < 10; digit++) {
  const { weights } = network.layers[0].neuron(digit);
  weights.fill(0);
  for (const { input, label } of train) {
    if (label === digit)
      add(
        weights,
        weights,
        input.map((pixel) => pixel / 100),
      ); // there are a hundred of each
  }
}

// Predict: without biases, which digit wins too often? The one with much ink: everything overlaps with it.
network.layers[0].biases.fill(0);
const without = evaluate(network, test);
const times = Array.from({ length: 10 }, (_, answer) => (without.confusion ?? []).reduce((sum, row) => sum + row[answer], 0));
console.log(`biases of 0: right ${percent(without.accuracy)} of the time; answers from 0 to 9: ${times.join(' ')}`);

// So each must be as much less willing as it has ink: a bias of minus half the sum of its squares.
for (let digit = 0; digit < 10; digit++) {
  const neuron = network.layers[0].neuron(digit);
  const squares = neuron.weights.reduce((sum, weight) => sum + weight * weight, 0);
  neuron.bias = -0.5 * squares; // Change: the half
}
console.log(`with biases: right ${percent(evaluate(network, test).accuracy)} of the time`);

// Check: the same idea inside of 784-16-16-10, whose later layers pass the brightest through.
const handmade = handmadeNetwork();
console.log(`${String(handmade)}: right ${percent(evaluate(handmade, test).accuracy)} of the time`);

// The picture: npm run chapter 5 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(layerPicture(network.layers[0], { columns: 5, cell: 1 })));
