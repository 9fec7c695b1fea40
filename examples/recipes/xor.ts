// The smallest network that needs a hidden layer.
import { adam, Network, tanh, train } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';

const network = new Network([2, 4, 1], { hidden: tanh });
const history = train(network, xor(), { optimizer: adam({ learningRate: 0.1 }), epochs: 200 });

console.log(`cost ${history[0]?.loss.toFixed(3)} at first, ${history.at(-1)?.loss.toFixed(3)} at last`);
for (const { input, label } of xor()) {
  console.log(`${input.join(' xor ')} = ${label}, the network says ${network.forward(input)[0]?.toFixed(2)}`);
}
