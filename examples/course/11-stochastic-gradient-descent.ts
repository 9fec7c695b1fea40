// Chapter 11. Stochastic gradient descent: the network of the video learns from real digits.
import { writeFileSync } from 'node:fs';
import { evaluate, mistakes, Network, sgd, train } from 'glassbox-nn';
import { learningCurve, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const digits = sampleDigits(); // 1,000 to learn from, and 500 others to be judged by
const percent = (share = 0) => `${(100 * share).toFixed(1)}%`;

const sizes = [784, 16, 16, 10]; // Change: [784, 10]; [784, 32, 32, 10]
const learningRate = 3; // Change: 0.03; 100
const network = new Network(sizes);
console.log(`before: right ${percent(evaluate(network, digits.test).accuracy)} of the time`);

// Ten digits at a time: their average slope says where downhill is, roughly, and a step is taken at once. An epoch goes over all of them.
// Predict: after one epoch, how often is it right? And after 30?
const history = train(network, digits.train, {
  optimizer: sgd({ learningRate }),
  batchSize: 10,
  epochs: 30,
  validationData: digits.test,
});
for (const { epoch, loss, accuracy, validation } of history) {
  if (epoch !== 1 && epoch % 5 !== 0) continue;
  const known = `right on what it learns from ${percent(accuracy)}`;
  console.log(`epoch ${epoch}: cost ${loss.toFixed(3)}, ${known}, on digits it never saw ${percent(validation?.accuracy)}`);
}

// Check: look at what it gets wrong, the worst first.
for (const { index, label, answer, margin } of mistakes(network, digits.test, { count: 5 })) {
  console.log(`digit ${index} is a ${label}, and it says ${answer}, which is brighter by ${margin.toFixed(2)}`);
}

// The picture: npm run chapter 11 -- picture.svg, or npx tsx chapter.ts picture.svg
if (process.argv[2]) writeFileSync(process.argv[2], toSvg(learningCurve(history)));
