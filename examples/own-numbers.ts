// A classifier of one's own numbers, with names for classes.
// #region fruit
import { adam, evaluate, Network, softmax, train } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';

const fruit = dataset({
  // centimetres long, grams heavy
  inputs: [
    [7, 180],
    [8, 210],
    [6, 150],
    [19, 120],
    [21, 140],
    [17, 115],
  ],
  labels: ['apple', 'apple', 'apple', 'banana', 'banana', 'banana'],
});
const scaling = standardize(fruit);
const scaled = scaling.apply(fruit);

const network = new Network([2, 3, 2], { output: softmax });
train(network, scaled, { optimizer: adam({ learningRate: 0.05 }), epochs: 50 });
console.log(`accuracy ${evaluate(network, scaled).accuracy}`);

const unknown = scaling.applyInput([18, 130]);
console.log(`18 cm and 130 g: ${fruit.classNames?.[network.predict(unknown)]}`);
// #endregion fruit
