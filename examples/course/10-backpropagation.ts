// Chapter 10. Backpropagation: the slope of every knob at once, each checked by a nudge.
import { writeFileSync } from 'node:fs';
import { backpropagate, checkGradients, Network, sigmoid } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { costCurve, toSvg } from 'glassbox-nn/pictures';

const agree = (a: number, b: number) => (Math.abs(a - b) < 0.0001 ? 'they agree' : 'THEY DO NOT AGREE');

// One weight: output = sigmoid(w x + b), cost = half of (output - target) times itself.
const [x, b, target] = [1.5, 0.2, 1];
const costOf = (w: number) => ((sigmoid(w * x + b) - target) * (sigmoid(w * x + b) - target)) / 2;

// Predict: three slopes in a row, multiplied. What does each say?
function slopeOf(w: number): number {
  const output = sigmoid(w * x + b);
  const costByOutput = output - target; // Change: target - output
  const outputBySum = output * (1 - output); // the slope of the sigmoid
  const sumByWeight = x;
  return costByOutput * outputBySum * sumByWeight;
}
const nudged = (costOf(0.5 + 0.0001) - costOf(0.5 - 0.0001)) / 0.0002;
console.log(
  `one weight: by the chain ${slopeOf(0.5).toFixed(4)}, by a nudge ${nudged.toFixed(4)}: ${agree(slopeOf(0.5), nudged)}`,
);

// Matt Mazur's little network, 2-2-2: https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
const network = new Network([2, 2, 2]);
network.layers[0].weights.set([0.15, 0.2, 0.25, 0.3]);
network.layers[0].biases.fill(0.35);
network.layers[1].weights.set([0.4, 0.45, 0.5, 0.55]);
network.layers[1].biases.fill(0.6);
const [input, wanted] = [
  [0.05, 0.1],
  [0.01, 0.99],
] as const;
const { loss, gradients, deltas, trace } = backpropagate(network, input, wanted);
console.log(`Mazur's network: cost ${loss.toFixed(6)}`);

// One neuron: its delta is its share of the blame. The slope of each of its weights is delta x what came in by it.
const [hidden] = trace.layers;
const delta = deltas[1][0];
const slope = delta * hidden.activations[0];
console.log(`output 0: delta ${delta.toFixed(6)} x activation ${hidden.activations[0].toFixed(6)} = ${slope.toFixed(6)}`);
console.log(
  `the library's slope of that weight: ${gradients[1].weights[0].toFixed(6)}: ${agree(slope, gradients[1].weights[0])}`,
);

// The layer before: the blame of both outputs comes back along the weights, and through the slope of the squish.
const back = deltas[1][0] * network.layers[1].weights[0] + deltas[1][1] * network.layers[1].weights[2];
const before = back * hidden.activations[0] * (1 - hidden.activations[0]);
console.log(`hidden 0: delta ${before.toFixed(6)}: ${agree(before, deltas[0][0])}`);

// Check: nudge every one of the 12 knobs.
const data = dataset({ inputs: [[...input]], targets: [[...wanted]], width: 2 });
const { compared, passed } = checkGradients(network, data);
console.log(`${compared} slopes compared with nudges, all the same: ${passed}`);

// The picture: npm run chapter 10 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(costCurve(network, data, { layer: 1, neuron: 0, input: 0 })));
