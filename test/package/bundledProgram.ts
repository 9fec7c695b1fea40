// What is bundled by every bundler, run in Node, in a page and in a worker: it trains, saves, draws and reads, and tells the sum of it all.

/** The program; at its end `result` says what came of it. */
export const PROGRAM = `import { adam, Network, relu, softmax, train } from 'glassbox-nn';
import { augment, shift } from 'glassbox-nn/data';
import { fromSafetensors, toSafetensors } from 'glassbox-nn/formats';
import { recognize } from 'glassbox-nn/digits';
import { layerPicture, toPng } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';
const { train: digits, test } = sampleDigits();
const network = new Network([784, 16, 10], { hidden: relu, output: softmax });
train(network, digits, { optimizer: adam(), epochs: 2, augmentation: augment([shift(1)], { width: 28 }) });
const bytes = toSafetensors(fromSafetensors(toSafetensors(network)));
const sum = [...bytes, ...toPng(layerPicture(network.layers[0]))].reduce((all, byte) => (all * 31 + byte) % 1e9, 7);
const result = [sum, recognize(test.example(7).input).digit].join(' ');
`;
