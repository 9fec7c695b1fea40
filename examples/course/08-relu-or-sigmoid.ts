// Chapter 8. ReLU or sigmoid: max(0, a) in place of the squish.
import { writeFileSync } from 'node:fs';
import { Network, relu, sigmoid } from 'glassbox-nn';
import { digitNetwork } from 'glassbox-nn/digits';
import { activationCurve, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

// Predict: below 0 ReLU is 0, above it is the sum itself. Which values does it give for these?
for (const sum of [-8, -2, 0, 2, 8]) console.log(`sum ${sum}: sigmoid ${sigmoid(sum).toFixed(4)}, relu ${relu(sum)}`);

// The slope: how much more comes out for a little more sum. Predict: where has the sigmoid hardly any?
const nudge = 0.001;
for (const activation of [sigmoid, relu]) {
  for (const sum of [-8, 0.5, 8]) {
    const slope = (activation(sum + nudge) - activation(sum)) / nudge;
    console.log(`${activation.name} at ${sum}: slope ${slope.toFixed(4)}`);
  }
}

// The threshold: a neuron is off until its weighted sum makes up for the bias.
const neuron = new Network([1, 1], { output: relu }).layers[0].neuron(0);
neuron.weights[0] = 1;
neuron.bias = -10; // Change: where it begins
for (const input of [5, 10, 15]) console.log(`input ${input}: activation ${neuron.activate([input])}`);

// Check: "between 0 and 1" ends here. How bright is the brightest neuron of the second column, for any of 500 digits?
const { test } = sampleDigits();
for (const kind of ['classic', 'default'] as const) {
  const network = digitNetwork(kind); // 'classic' has sigmoid, 'default' has ReLU
  let [brightest, dark] = [0, 0];
  for (const { input } of test) {
    const column = network.activations(input)[1];
    brightest = Math.max(brightest, ...column);
    dark += column.filter((activation) => activation < 0.001).length;
  }
  const { name } = network.layers[0].activation;
  console.log(`${name}: brightest ${brightest.toFixed(2)}; dark ${Math.round((100 * dark) / (16 * test.count))}% of the time`);
}

// The picture: npm run chapter 8 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(activationCurve(relu, { at: 2 })));
