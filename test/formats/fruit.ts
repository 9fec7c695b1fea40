// A classifier of fruit by length and weight: its scaling, its names and a frozen layer are what files have to keep.
import { classifier, freeze, Network, softmax } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';

/** Four fruits: centimetres and grams. */
const fruit = dataset({
  inputs: [
    [7, 180],
    [8, 210],
    [19, 120],
    [21, 140],
  ],
  labels: ['apple', 'apple', 'banana', 'banana'],
});

/** The classifier, of 2-3-2 with softmax; its first layer is frozen. */
export function fruitClassifier() {
  const plain = new Network([2, 3, 2], { output: softmax });
  const network = new Network([freeze(plain.layers[0]), plain.layers[1]]);
  return classifier(network, { scaling: standardize(fruit), classNames: fruit.classNames, width: 2 });
}
