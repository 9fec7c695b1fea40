import { readFileSync, writeFileSync } from 'node:fs';
import { adam, classifier, evaluate, Network, softmax, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const [training, test] = table(readFileSync('penguins.csv', 'utf8')).split(0.8, { seed: 1 });
const preparation = prepare(training, { target: 'species' });
const network = new Network([preparation.width, 16, 3], { hidden: tanh, output: softmax });
train(network, preparation.apply(training), { optimizer: adam({ learningRate: 0.01 }), epochs: 40 });
const reader = classifier(network, { preparation });
console.log(String(evaluate(reader, test)));
writeFileSync('penguins.json', toJson(reader));
const loaded = fromJson(readFileSync('penguins.json', 'utf8'), { kind: 'classifier' });
const bird = { island: 'Dream', bill_length: 49, bill_depth: 18.5, flipper_length: null, body_mass: 3700, sex: 'male' };
console.log(loaded.read(bird).name);
