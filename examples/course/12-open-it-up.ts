// Chapter 12. Open it up: what did the two hidden columns learn? Edges and loops?
import { writeFileSync } from 'node:fs';
import { Network, Random, responses, sgd, train } from 'glassbox-nn';
import { prepareDigit } from 'glassbox-nn/digits';
import { terminalOptions } from 'glassbox-nn/node';
import { layerPicture, toSvg, toTerminal, weightsPicture } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits();
const network = new Network([784, 16, 16, 10], { seed: 0 }); // Change: the seed
train(network, digits.train, { optimizer: sgd({ learningRate: 3 }), batchSize: 10, epochs: 30 });

// Predict: the weights of a neuron of the second column are a grid. Is there an edge in it?
console.log(toTerminal(weightsPicture(network.layers[0], 0, { cell: 1 }), terminalOptions(process.stdout)));

// The third column: the mean activation of each of its neurons for each digit.
// Predict: is there a neuron for loops, bright for 9, 8 and 4, and dark for 1 and 7?
console.log('neuron  0   1   2   3   4   5   6   7   8   9');
const third = responses(network, 1, digits.test);
third.forEach((means, neuron) => {
  console.log(`${String(neuron).padStart(4)}  ${Array.from(means, (mean) => mean.toFixed(1)).join(' ')}`);
});
const loops = third.filter(
  (means) => [9, 8, 4].every((digit) => means[digit] > 0.7) && [1, 7].every((digit) => means[digit] < 0.3),
);
console.log(`neurons for loops: ${loops.length} of 16`);

// Scribbles: a pen that wanders at random, which is no digit. Predict: how often is the network sure, above 0.9, all the same?
const random = new Random(1);
let sure = 0;
for (let scribble = 0; scribble < 300; scribble++) {
  let point = { x: 0, y: 0 };
  let [across, down] = [0, 0];
  const stroke = Array.from({ length: 30 }, () => {
    across = 0.7 * across + random.uniform(-1, 1);
    down = 0.7 * down + random.uniform(-1, 1);
    point = { x: point.x + across, y: point.y + down };
    return point;
  });
  if (Math.max(...network.forward(prepareDigit([stroke]))) > 0.9) sure++;
}
// Check: it was never shown what is no digit, so it cannot say so.
console.log(`sure of ${((100 * sure) / 300).toFixed(0)}% of the scribbles`);

// The picture: npm run chapter 12 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(layerPicture(network.layers[0], { columns: 4, cell: 1 })));
