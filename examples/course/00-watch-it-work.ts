// Chapter 0. Watch it work: a network that has learnt to read digits, before any mathematics.
import { writeFileSync } from 'node:fs';
import { digitNetwork } from 'glassbox-nn/digits';
import { terminalOptions } from 'glassbox-nn/node';
import { digitPicture, networkDrawing, toSvg, toTerminal } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const network = digitNetwork('classic'); // the kind of network that the video shows
const { test } = sampleDigits(); // 500 digits to judge it by: it has not learnt from these

const which = 7; // Change: any number from 0 to 499
const { input, label } = test.example(which);
console.log(toTerminal(digitPicture(input), terminalOptions(process.stdout)));

// Predict: 784 numbers go in, and ten come out. Which of the ten will be brightest?
const [pixels, second, third, outputs] = network.activations(input);

const show = (numbers: Float32Array) => Array.from(numbers, (number) => number.toFixed(1)).join(' ');
console.log(`${pixels.length} pixels, ${pixels.filter((pixel) => pixel > 0).length} of them lit`);
console.log(`second column: ${show(second)}`);
console.log(`third column:  ${show(third)}`);

outputs.forEach((activation, digit) => {
  console.log(`${digit} ${activation.toFixed(2)} ${'#'.repeat(Math.round(20 * activation))}`.trim());
});

// Check: the brightest output is the network's answer.
console.log(`It says ${network.predict(input)}, and it is a ${label}.`);

// The picture: npm run chapter 0 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(networkDrawing(network, input)));
