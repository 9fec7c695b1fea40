// Chapter 9. Cost, and downhill: nudge one knob, watch the cost, and turn it the other way.
import { writeFileSync } from 'node:fs';
import { backpropagate, evaluate, Network } from 'glassbox-nn';
import { costCurve, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits().train.take(100);
const network = new Network([784, 16, 16, 10]); // random weights

// The cost of one digit: for each output (what it says - what it should say), times itself; added up, and halved.
const { input, target } = digits.example(3);
const outputs = network.forward(input);
const byHand = outputs.reduce((sum, output, digit) => sum + (output - target[digit]) * (output - target[digit]), 0) / 2;
console.log(`it says       ${Array.from(outputs, (output) => output.toFixed(2)).join(' ')}`);
console.log(`it should say ${Array.from(target, (output) => output.toFixed(2)).join(' ')}`);
console.log(
  `cost of this digit ${byHand.toFixed(4)}; the library says ${backpropagate(network, input, target).loss.toFixed(4)}`,
);

// The cost of the network is the average over all digits. One knob: the bias of output 0.
const cost = () => evaluate(network, digits).loss;
const knob = network.layers[2].neuron(0);
const slope = () => {
  const [bias, before, nudge] = [knob.bias, cost(), 0.01];
  knob.bias = bias + nudge;
  const after = cost();
  knob.bias = bias;
  return (after - before) / nudge;
};
console.log(`cost ${cost().toFixed(4)}, slope by this knob ${slope().toFixed(3)}`);

// The picture: npm run chapter 9 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(costCurve(network, digits, { layer: 2, neuron: 0 })));

// Predict: the cost rises with the knob. Which way should it be turned? By how much?
const rate = 5; // Change: 1; 500
for (let step = 1; step <= 8; step++) {
  knob.bias -= rate * slope();
  console.log(`step ${step}: bias ${knob.bias.toFixed(2)}, cost ${cost().toFixed(4)}`);
}

// Check: near the bottom the slope is small, so the steps are small of themselves.
console.log(`slope now ${slope().toFixed(3)}`);
