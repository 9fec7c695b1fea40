// A custom activation: a bump, with which a single neuron learns XOR.
import { adam, checkGradients, defineActivation, exp, Network, train } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

const bump = defineActivation({
  name: 'bump', // saved networks carry it
  value: (sum) => exp(-sum * sum), // the library's exp has the same bits on every engine
  derivative: (sum, activation) => -2 * sum * activation,
});

const network = new Network([2, 1], { output: bump });
console.log(`the derivative fits the formula: ${checkGradients(network, xor()).passed}`);

train(network, xor(), { optimizer: adam({ learningRate: 0.1 }), epochs: 200 });
for (const { input, label } of xor()) {
  console.log(`${input.join(' xor ')} = ${label}, the neuron says ${network.forward(input)[0]?.toFixed(2)}`);
}
const { weights, bias } = network.layers[0].neuron(0);
console.log(`weights ${Array.from(weights, (weight) => weight.toFixed(2)).join(' and ')}, bias ${bias.toFixed(2)}`);

// A file can only name it: the program that reads the file gives the function.
console.log(String(fromJson(toJson(network), { activations: [bump] })));
