// A regression: a network learns the sine from 61 points, and answers between them and beyond.
import { adam, evaluate, identity, Network, tanh, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';

const inputs = Array.from({ length: 61 }, (_, index) => [(index - 30) / 10]); // from -3 to 3
const points = dataset({ inputs, targets: inputs.map(([x = 0]) => [Math.sin(x)]) });

// The output answers with any number, so its activation is identity. Its loss is then the mean squared error, if left out.
const network = new Network([1, 16, 1], { hidden: tanh, output: identity });
train(network, points, { optimizer: adam({ learningRate: 0.02 }), epochs: 600, batchSize: 8 });
console.log(`mean squared error ${evaluate(network, points).loss.toFixed(5)}`);

for (const x of [-2.95, -1.55, -0.05, 0.85, 1.55, 2.95, 6]) {
  const [answer = 0] = network.forward([x]);
  const note = Math.abs(x) > 3 ? '  (it never saw a point out here)' : '';
  console.log(
    `x ${x.toFixed(2).padStart(5)}  sine ${Math.sin(x).toFixed(2).padStart(5)}  network ${answer.toFixed(2).padStart(5)}${note}`,
  );
}
