// From a table to a classifier: which iris it is, by the size of its leaves.
import { readFile } from 'node:fs/promises';
import { adam, classifier, evaluate, Network, softmax, tanh, train } from 'glassbox-nn';
import { dataset, parseCsv, standardize } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const text = await readFile(new URL('iris.csv', import.meta.url), 'utf8'); // lies beside this program
const flowers = dataset(parseCsv(text, { label: 'species' }));
const [training, test] = flowers.split(0.8, { seed: 1 });

// What is known of the test must not reach the training: the scaling is learned from the one and done to both.
const scaling = standardize(training);
const network = new Network([4, 8, 3], { hidden: tanh, output: softmax });
train(network, scaling.apply(training), { optimizer: adam({ learningRate: 0.01 }), epochs: 100 });
console.log(`accuracy ${evaluate(network, scaling.apply(test)).accuracy}`);

const iris = classifier(network, { scaling, classNames: flowers.classNames });
const loaded = fromJson(toJson(iris), { kind: 'classifier' });
const { name, confidence } = loaded.read([6.1, 2.8, 4.7, 1.2]); // centimetres
console.log(`${name}, confidence ${confidence?.toFixed(2)}`);
