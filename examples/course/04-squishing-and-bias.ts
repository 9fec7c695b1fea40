// Chapter 4. Squishing and bias: from a sum of any size to a number between 0 and 1, and when it should be bright.
import { writeFileSync } from 'node:fs';
import { Network, sigmoid } from 'glassbox-nn';
import { activationCurve, toSvg, weightsFrom } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

// Predict: very negative sums should end near 0, very positive ones near 1. And a sum of 0?
for (const sum of [-10, -2, 0, 2, 10]) console.log(`sigmoid(${sum}) = ${sigmoid(sum).toFixed(4)}`);

// The neuron of chapter 3, which looks for a bar near the top.
const bar = ['.........----------.........', '.........++++++++++.........', '.........----------.........'];
const empty = '............................';
const neuron = new Network([784, 1]).layers[0].neuron(0);
neuron.weights.set(weightsFrom([empty, empty, empty, ...bar, ...Array(8).fill(empty)], { negative: -0.5 }));

// "Only active when the sum is over 10" is a bias of -10: it is added to the sum before the squish.
neuron.bias = -10; // Change: find the bias that tells 7s apart best
for (const sum of [5, 10, 15]) console.log(`sum ${sum}: active ${sigmoid(sum + neuron.bias).toFixed(4)}`);

// Say "it is a 7" when the neuron is over one half. Predict: with this bias, how many of the hundred 7s does it find?
const { train } = sampleDigits();
const digits = [...train];
const active = digits.filter(({ input }) => neuron.activate(input) > 0.5);
const sevens = active.filter(({ label }) => label === 7).length;
console.log(`bias ${neuron.bias}: active for ${sevens} of the 100 sevens, and for ${active.length - sevens} of the 900 others`);

// Check: which other digits does it take for sevens?
const counts = Array.from({ length: 10 }, (_, digit) => active.filter(({ label }) => label === digit).length);
console.log(`by digit, from 0 to 9: ${counts.join(' ')}`);

// The picture, with the place of the first 7 marked: npm run chapter 4 -- picture.svg, or npx tsx chapter.ts picture.svg
const at = neuron.weightedSum(train.example(7).input);
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(activationCurve(sigmoid, { at })));
