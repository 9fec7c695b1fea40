// Two files of one table: the second lacks a class, and is read by the names that the network knows.
import { adam, evaluate, Network, softmax, train } from 'glassbox-nn';
import { dataset, parseCsv } from 'glassbox-nn/data';

const first = `length,weight,kind
0.7,1.8,apple
0.8,2.1,apple
1.9,1.2,banana
2.1,1.4,banana
0.4,0.3,plum
0.5,0.4,plum`;
const second = `length,weight,kind
0.45,0.35,plum
0.75,1.9,apple`;

const training = dataset(parseCsv(first, { label: 'kind' }));
const test = dataset(parseCsv(second, { label: 'kind' })); // here a plum is class 1, since there is no banana

const network = new Network([2, 8, 3], { output: softmax });
train(network, training, { optimizer: adam({ learningRate: 0.1 }), epochs: 100 });
console.log(`classes: ${network.classNames}, columns: ${network.columnNames}`);
console.log(`accuracy ${evaluate(network, test).accuracy}`);

const turned = dataset(parseCsv(second, { label: 'kind', inputs: ['weight', 'length'] }));
try {
  evaluate(network, turned);
} catch (error) {
  console.log(String(error));
}
