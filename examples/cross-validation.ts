// Cross-validation: hyperparameters, here the number of hidden neurons and the learning rate, are chosen by five folds of the data.
import { adam, evaluate, Network, relu, softmax, train } from 'glassbox-nn';
import { type Dataset, folds } from 'glassbox-nn/data';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const { train: all, test } = sampleDigits();
const data = all.shuffle(1).take(500);

interface Candidate {
  readonly hidden: number;
  readonly learningRate: number;
}

function trained({ hidden, learningRate }: Candidate, training: Dataset): Network {
  const network = new Network([784, hidden, 10], { hidden: relu, output: softmax });
  train(network, training, { optimizer: adam({ learningRate }), epochs: 15 });
  return network;
}

/** The mean accuracy on the validation part of each fold, by a network that learned from the others. */
function crossValidate(candidate: Candidate): number {
  const accuracies = Array.from(
    folds(data, 5, { seed: 1 }),
    ([training, validation]) => evaluate(trained(candidate, training), validation).accuracy ?? 0,
  );
  return accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
}

const candidates = [4, 16, 64].flatMap((hidden) => [0.001, 0.01].map((learningRate) => ({ hidden, learningRate })));
const measured = candidates.map((candidate) => ({ ...candidate, accuracy: crossValidate(candidate) }));
for (const { hidden, learningRate, accuracy } of measured) {
  console.log(`${hidden} hidden neurons, learning rate ${learningRate}: ${accuracy.toFixed(3)}`);
}

// The best mean flatters, since it was chosen for being the best. The test set is measured once, after the choice, by a network
// that learned from all of the data.
const best = measured.reduce((one, other) => (other.accuracy > one.accuracy ? other : one));
console.log(
  `${best.hidden} neurons at ${best.learningRate}, test accuracy: ${evaluate(trained(best, data), test).accuracy?.toFixed(3)}`,
);
