// How long it takes to write and read files of a network of 5.6 million parameters: npm run bench:files
//
// Each is done three times; the median of the seconds of processor time is printed, so that other work on the machine counts less. It
// fails, with exit code 1, where one takes 2 s or more.
import { type Network as AnyNetwork, Network, relu, softmax } from 'glassbox-nn';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  toJson,
  toModule,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { layerPicture, toPng, toSvg } from 'glassbox-nn/pictures';

const network: AnyNetwork = new Network([784, 2000, 2000, 10], { hidden: relu, output: softmax });
const json = toJson(network);
const safetensors = toSafetensors(network);
const onnx = toOnnx(network);
const picture = layerPicture(network.layers[0] as (typeof network.layers)[number]);

const works: Readonly<Record<string, () => unknown>> = {
  toJson: () => toJson(network),
  fromJson: () => fromJson(json),
  toModule: () => toModule(network),
  toSafetensors: () => toSafetensors(network),
  fromSafetensors: () => fromSafetensors(safetensors),
  toOnnx: () => toOnnx(network),
  fromOnnx: () => fromOnnx(onnx),
  toTensorFlow: () => toTensorFlow(network),
  'toPng of the first layer': () => toPng(picture),
  'toSvg of the first layer': () => toSvg(picture),
};

/** Seconds of processor time from which on a work is too slow. */
const TOO_SLOW = 2;

/** Seconds of processor time that a call takes. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

console.log(`${String(network)}; Node ${process.versions.node}`);
for (const [name, work] of Object.entries(works)) {
  const [, median] = [1, 2, 3].map(() => secondsOf(work)).sort((a, b) => a - b) as [number, number, number];
  const isSlow = median >= TOO_SLOW;
  console.log(`${name.padEnd(26)} ${median.toFixed(2)} s${isSlow ? `: too slow, expected less than ${TOO_SLOW} s` : ''}`);
  if (isSlow) process.exitCode = 1;
}
