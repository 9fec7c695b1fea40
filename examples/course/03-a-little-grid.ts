// Chapter 3. Weights as a little grid: one neuron that looks for an edge, drawn by hand.
import { writeFileSync } from 'node:fs';
import { Network } from 'glassbox-nn';
import { terminalOptions } from 'glassbox-nn/node';
import { toSvg, toTerminal, weightsFrom, weightsPicture } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const { train } = sampleDigits();
const digits = [...train];
const neuron = new Network([784, 1]).layers[0].neuron(0); // its 784 weights are a grid of 28 x 28
neuron.bias = 0;

// A line stands for two rows of pixels: + is a weight of 1, - is one of -0.5, . is 0.
const edge = [
  '............................',
  '............................',
  '............................',
  '.........----------.........', // Change: ten dots for the ten -, here and two lines below
  '.........++++++++++.........',
  '.........----------.........',
  ...Array(8).fill('............................'),
];
const drawn = weightsFrom(edge, { negative: -0.5 });

function meanSum(label: number): number {
  const chosen = digits.filter((digit) => digit.label === label);
  return chosen.reduce((sum, { input }) => sum + neuron.weightedSum(input), 0) / chosen.length;
}

// First only the +. Predict: what is the weighted sum then, in plain words?
neuron.weights.set(drawn.map((weight) => Math.max(0, weight)));
const seven = train.example(7).input;
const inBar = seven.filter((_, pixel) => drawn[pixel] === 1).reduce((sum, pixel) => sum + pixel, 0);
console.log(`weighted sum ${neuron.weightedSum(seven).toFixed(2)}, pixels in the bar added up ${inBar.toFixed(2)}`);
for (const label of [7, 9, 3]) console.log(`only +, mean sum on ${label}s: ${meanSum(label).toFixed(1)}`);

// Then with the negative surround. Predict: whose sum falls most, that of 7s or that of 3s?
neuron.weights.set(drawn);
console.log(toTerminal(weightsPicture(neuron.layer, 0, { cell: 1 }), terminalOptions(process.stdout)));
for (const label of [7, 9, 3]) console.log(`with -, mean sum on ${label}s: ${meanSum(label).toFixed(1)}`);

// Check: how far does it tell 7s from 3s?
console.log(`7s are ahead of 3s by ${(meanSum(7) - meanSum(3)).toFixed(1)}`);

// The picture: npm run chapter 3 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(weightsPicture(neuron.layer, 0, { cell: 1 })));
