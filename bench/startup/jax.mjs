// jax-js: import, build, one forward pass.
import { defaultDevice, init, nn, numpy as np, random } from '@jax-js/jax';

await init('wasm');
defaultDevice('wasm');
const sizes = [784, 16, 16, 10];
const layers = sizes.slice(1).map((outputs, index) => ({
  weights: random.normal(random.key(index), [sizes[index], outputs]),
  biases: np.zeros([outputs]),
}));
layers.reduce((before, { weights, biases }) => nn.sigmoid(np.dot(before, weights).add(biases)), np.zeros([1, 784])).dataSync();
process.exit();
