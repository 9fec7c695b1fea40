// Chapter 1. A neuron holds a number: one digit is 784 of them, and reading it is harder than it looks.
import { writeFileSync } from 'node:fs';
import { digitPicture, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = [...sampleDigits().train]; // 1,000 of them: { input, label }
const first = digits[3];

// Each pixel is a neuron of the first column: 0 is black, 1 is white. Here are rows 8 to 13, from 0 to 9.
for (let row = 8; row < 14; row++) {
  const numbers = first.input.slice(28 * row, 28 * row + 28);
  console.log(Array.from(numbers, (number) => (number === 0 ? '.' : Math.floor(9 * number))).join(' '));
}

// Predict: of the pixels that either of two 3s lights, how many do both light? And a 3 and an 8?
const threes = digits.filter(({ label }) => label === 3);
const eights = digits.filter(({ label }) => label === 8);
const overlap = (a: Float32Array, b: Float32Array) => {
  const both = a.filter((pixel, place) => pixel > 0.5 && b[place] > 0.5).length;
  return both / a.filter((pixel, place) => pixel > 0.5 || b[place] > 0.5).length;
};
let [same, other, fooled] = [0, 0, 0];
for (let draw = 0; draw < 1000; draw++) {
  // Each of the hundred 3s with the ten 3s that come after it, and with ten of the 8s.
  const three = threes[draw % 100].input;
  const partner = (draw + 1 + Math.floor(draw / 100)) % 100;
  const withThree = overlap(three, threes[partner].input);
  const withEight = overlap(three, eights[partner].input);
  same += withThree / 1000;
  other += withEight / 1000;
  if (withEight > withThree) fooled++;
}
const percent = (share: number) => `${(100 * share).toFixed(0)}%`;
console.log(`two 3s share ${percent(same)} of their lit pixels, a 3 and an 8 share ${percent(other)}`);
console.log(`in ${percent(fooled / 1000)} of draws the 8 was more like the 3 than another 3 was`);

// Now write a program that takes 784 numbers and gives one: which digit it is.
function guess(pixels: Float32Array): number {
  const brightness = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
  if (brightness < 0.1) return 1; // Change: more rules, or better ones
  return 0;
}

// Check: how often is it right?
const right = digits.filter(({ input, label }) => guess(input) === label).length;
console.log(`guess is right ${percent(right / digits.length)} of the time`);

// The picture: npm run chapter 1 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(digitPicture(first.input)));
