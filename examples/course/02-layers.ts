// Chapter 2. Layers: 784-16-16-10, before it has learnt anything.
import { writeFileSync } from 'node:fs';
import { evaluate, Network } from 'glassbox-nn';
import { networkDrawing, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const { test } = sampleDigits();

// 784 pixels need 784 neurons, ten digits need ten. The two 16s between them are a choice, and nothing more.
const network = new Network([784, 16, 16, 10], { seed: 0 }); // Change: the two 16s; the seed
console.log(String(network));

// Predict: nobody has set its weights; they are random. How often will it be right?
const { accuracy = 0, confusion = [] } = evaluate(network, test);
console.log(`right ${(100 * accuracy).toFixed(1)}% of the time`);

// What does it answer, then? The rows of `confusion` are the digits, the columns are the answers.
for (let answer = 0; answer < 10; answer++) {
  const times = confusion.reduce((sum, row) => sum + row[answer], 0);
  if (times > 0) console.log(`it says ${answer} ${times} times`);
}

// Check: does its answer depend on the digit at all? The ten outputs for a 0 and for a 1.
for (const which of [0, 1]) {
  const outputs = network.forward(test.example(which).input);
  console.log(`${which}: ${Array.from(outputs, (output) => output.toFixed(2)).join(' ')}`);
}

// The picture: npm run chapter 2 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(networkDrawing(network, test.example(0).input)));
