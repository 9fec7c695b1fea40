// Arrays that NumPy saved: points around three centres.
// #region numpy
import { readFile } from 'node:fs/promises';
import { adam, evaluate, Network, softmax, tanh, train } from 'glassbox-nn';
import { dataset, parseNpz } from 'glassbox-nn/data';

const { x, y } = await parseNpz(await readFile('examples/data/points.npz'), { names: ['x', 'y'] });
if (!x || !y) throw new Error('x or y is missing');
console.log(`x: ${x.shape.join(' x ')} (${x.type}), y: ${y.shape.join(' x ')} (${y.type})`);

const points = dataset({ inputs: x.data, width: 2, labels: y.data });
const [training, test] = points.split(90, { seed: 1 });
const network = new Network([2, 8, 3], { hidden: tanh, output: softmax });
train(network, training, { optimizer: adam({ learningRate: 0.02 }), epochs: 50 });
console.log(`accuracy ${evaluate(network, test).accuracy?.toFixed(2)}`);
// #endregion numpy
