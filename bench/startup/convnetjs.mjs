// ConvNetJS: import, build, one forward pass.
import convnetjs from 'convnetjs';

const net = new convnetjs.Net();
net.makeLayers([
  { type: 'input', out_sx: 1, out_sy: 1, out_depth: 784 },
  { type: 'fc', num_neurons: 16, activation: 'sigmoid' },
  { type: 'fc', num_neurons: 16, activation: 'sigmoid' },
  { type: 'fc', num_neurons: 10, activation: 'sigmoid' },
]);
net.forward(new convnetjs.Vol(1, 1, 784, 0));
