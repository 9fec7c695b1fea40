// From a table with words and gaps to a classifier: which penguin it is, by its island, its sex and its measures.
import { readFile } from 'node:fs/promises';
import { adam, classifier, evaluate, Network, softmax, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const penguins = table(await readFile(new URL('penguins.csv', import.meta.url), 'utf8')); // lies beside this program
const [training, test] = penguins.split(0.8, { seed: 1 });
const preparation = prepare(training, { target: 'species' });
const network = new Network([preparation.width, 8, 3], { hidden: tanh, output: softmax });
train(network, preparation.apply(training), { optimizer: adam({ learningRate: 0.01 }), epochs: 10 });
const reader = classifier(network, { preparation });
console.log(`accuracy ${evaluate(reader, test).accuracy?.toFixed(3)}`);
const loaded = fromJson(toJson(reader), { kind: 'classifier' });
const bird = { island: 'Dream', bill_length: 49, bill_depth: 18.5, flipper_length: null, body_mass: 3700, sex: 'male' };
const { name, confidence } = loaded.read(bird);
console.log(`${name}, confidence ${confidence?.toFixed(2)}`);
