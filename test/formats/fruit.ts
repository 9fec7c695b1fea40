// A classifier of fruit by length and weight: its scaling, its names and a frozen layer are what files have to keep.
import { classifier, freeze, Network, softmax, unfreeze } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';

/** Four fruits: centimetres and grams. */
const examples = {
  inputs: [
    [7, 180],
    [8, 210],
    [19, 120],
    [21, 140],
  ],
  labels: ['apple', 'apple', 'banana', 'banana'],
};
const fruit = dataset(examples);

/** The classifier, of 2-3-2 with softmax; its first layer is frozen. */
export function fruitClassifier() {
  const plain = new Network([2, 3, 2], { output: softmax });
  const network = new Network([freeze(plain.layers[0]), plain.layers[1]]);
  return classifier(network, { scaling: standardize(fruit), classNames: fruit.classNames, width: 2 });
}

/** The same with all names: the columns', the classes' that the network learned, and others by which they are shown. */
export function namedFruitClassifier() {
  const columnNames = ['length', 'weight'];
  const { network } = fruitClassifier();
  const scaling = standardize(dataset({ ...examples, columnNames }));
  const named = new Network(
    network.layers.map((layer) => (layer.trainable ? unfreeze(layer) : freeze(layer))),
    { classNames: fruit.classNames, columnNames },
  );
  return classifier(named, { scaling, classNames: ['Apfel', 'Banane'], columnNames });
}
