// Transfer learning: a network that reads digits learns to tell even from odd, by a new last layer and then by fine-tuning.
import { adam, evaluate, freeze, Layer, Network, softmax, train, unfreeze } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { digitNetwork } from 'glassbox-nn/digits';
import { sampleDigits } from 'glassbox-nn/sample-digits';

/** The same images, with the class 0 for even and 1 for odd. */
function evenOrOdd({ inputs, width, scale, labels }: Dataset): Dataset {
  return dataset({ inputs, width, scale, labels: Array.from(labels ?? [], (label) => label % 2) });
}

const digits = sampleDigits();
const training = evenOrOdd(digits.train.take(200));
const test = evenOrOdd(digits.test);
const accuracyOf = (network: Network) => evaluate(network, test).accuracy?.toFixed(3);

// From scratch: 200 images are few.
const scratch = new Network([784, 16, 16, 2], { output: softmax });
train(scratch, training, { optimizer: adam({ learningRate: 0.003 }), epochs: 60 });
console.log(`from scratch           ${accuracyOf(scratch)}`);

// Feature extraction: the hidden layers are taken over and frozen, and a new last layer learns.
const [first, second] = digitNetwork().layers;
const head = new Layer(16, 2, { activation: softmax });
const network = new Network([freeze(first), freeze(second), head]);
train(network, training, { optimizer: adam({ learningRate: 0.02 }), epochs: 60 });
console.log(`a new last layer       ${accuracyOf(network)}`);

// Fine-tuning: then all layers learn, at a low rate.
const tuned = new Network([unfreeze(network.layers[0]), unfreeze(network.layers[1]), network.layers[2]]);
train(tuned, training, { optimizer: adam({ learningRate: 0.0002 }), epochs: 20 });
console.log(`and fine-tuned         ${accuracyOf(tuned)}`);
