// Cross-validation: a hyperparameter, here the number of hidden neurons, is chosen by five folds of the training data.
import { adam, evaluate, Network, relu, softmax, train } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const { train: all, test } = sampleDigits();
const data = all.shuffle(1).take(500);
const FOLDS = 5;

/** The mean validation accuracy of networks with so many hidden neurons, each validated on another fifth of the data. */
function crossValidate(hidden: number): number {
  const indices = Array.from({ length: data.count }, (_, index) => index);
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = data.select(indices.filter((index) => index % FOLDS !== fold));
    const validation = data.select(indices.filter((index) => index % FOLDS === fold));
    sum += evaluate(trained(hidden, training), validation).accuracy ?? 0;
  }
  return sum / FOLDS;
}

function trained(hidden: number, training: typeof data): Network {
  const network = new Network([784, hidden, 10], { hidden: relu, output: softmax });
  train(network, training, { optimizer: adam({ learningRate: 0.003 }), epochs: 15 });
  return network;
}

const candidates = [4, 16, 64].map((hidden) => ({ hidden, accuracy: crossValidate(hidden) }));
for (const { hidden, accuracy } of candidates) console.log(`${hidden} hidden neurons: ${accuracy.toFixed(3)}`);

// The test set is measured once, after the choice, by a network that learned from all of the training data.
const best = candidates.reduce((one, other) => (other.accuracy > one.accuracy ? other : one));
console.log(`test accuracy with ${best.hidden}: ${evaluate(trained(best.hidden, data), test).accuracy?.toFixed(3)}`);
