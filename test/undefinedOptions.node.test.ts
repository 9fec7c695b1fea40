// Every function that has options does the same with all of them undefined as with none: that is how programs hand options on. Their
// types are read in signatures.node.test.ts.
import { gzipSync } from 'node:zlib';
import * as nn from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as digits from 'glassbox-nn/digits';
import * as formats from 'glassbox-nn/formats';
import * as node from 'glassbox-nn/node';
import * as pictures from 'glassbox-nn/pictures';
import { expect, it } from 'vitest';
import { errorOf } from './support/refusals.js';

const network = () => new nn.Network([2, 3, 2], { output: nn.softmax });
const points = data.circles({ count: 20 });
const image = { data: new Uint8ClampedArray(4 * 784).fill(200), width: 28, height: 28 };
const stroke = [
  [
    { x: 1, y: 1 },
    { x: 5, y: 9 },
  ],
];
const untimed = (history: nn.History) => history.map((record) => ({ ...record, seconds: 0 }));
const pixels = Float32Array.from({ length: 784 }, (_, index) => (index % 28) / 28);
const square = new nn.Network([4, 3, 2]);
const augmentation = data.augment([data.shift(2)], { width: 28 });
const wide = data.dataset({ inputs: [pixels], labels: [0] });
const prices = data.dataset({ inputs: [[1], [2]], targets: [[3], [5]] });
const zip = formats.toSafetensors(network());
const functions = { name: 'mine', value: (sum: number) => sum, derivative: () => 1 };

/** Each function, with the names that are left for its options. */
const CALLS: Record<string, (options: never) => unknown> = {
  Network: (options) => new nn.Network([2, 3, 2], options).layers.map(({ weights }) => weights),
  'Network of layers': (options) => new nn.Network([new nn.Layer(2, 3)], options).classNames,
  Layer: (options) => new nn.Layer(2, 3, options).weights,
  defineActivation: (options: object) => nn.defineActivation({ ...options, ...functions }).range,
  defineLoss: (options: object) => nn.defineLoss({ ...options, name: 'mine', value: () => 0, gradient: () => [0] }).targets,
  sgd: (options) => nn.sgd(options),
  adam: (options) => nn.adam(options),
  adamW: (options) => nn.adamW(options),
  rmsprop: (options) => nn.rmsprop(options),
  cosineDecay: (options: object) => nn.cosineDecay({ ...options, from: 1, steps: 9 })(5),
  exponentialDecay: (options: object) => nn.exponentialDecay({ ...options, from: 1, steps: 3 })(5),
  stepDecay: (options: object) => nn.stepDecay({ ...options, from: 1, every: 3 })(5),
  warmup: (options: object) => nn.warmup({ ...options, to: 1, steps: 9 })(5),
  earlyStopping: (options) => nn.earlyStopping(options),
  reduceOnPlateau: (options) => nn.reduceOnPlateau(options),
  train: (options) => untimed(nn.train(network(), points, options)),
  fit: async (options) => untimed(await nn.fit(network(), points, options)),
  trainSteps: (options) => [...nn.trainSteps(network(), points, options)],
  evaluate: (options) => nn.evaluate(network(), points, options),
  evaluateAsync: (options) => nn.evaluateAsync(network(), points, options),
  diagnose: (options) => nn.diagnose(network(), points, options),
  backpropagate: (options) => nn.backpropagate(network(), [1, 2], 1, options),
  checkGradients: (options) => nn.checkGradients(network(), points, options),
  rocCurve: (options) => nn.rocCurve([0, 1], [0.2, 0.3], options),
  precisionRecallCurve: (options) => nn.precisionRecallCurve([0, 1], [0.2, 0.3], options),
  chooseThreshold: (options) => nn.chooseThreshold([0, 1], [0.2, 0.3], options),
  calibration: (options) => nn.calibration([0, 1], [0.2, 0.3], options),
  mistakes: (options) => nn.mistakes(network(), points, options),
  topExamples: (options) => nn.topExamples(network(), 0, 1, points, options),
  featureImage: (options) => nn.featureImage(network(), 0, 1, options),
  forwardBatchAsync: (options) => nn.predictor(network()).forwardBatchAsync([1, 2], 1, options),
  classifier: (options) => formats.toJson(nn.classifier(network(), options)),
  circles: (options) => data.circles(options).inputs,
  spirals: (options) => data.spirals(options).inputs,
  split: (options) => points.split(0.5, options)[0].inputs,
  stratifiedSplit: (options) => data.stratifiedSplit(points, 0.5, options)[0].inputs,
  dataset: (options: object) => data.dataset({ ...options, inputs: [[1]], labels: [0] }).classes,
  mnist: (options) => data.mnist(Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 3), options).labels, // biome-ignore format: a file
  gunzip: (options) => data.gunzip(gzipSync('text'), options),
  parseCsv: (options) => data.parseCsv('a,b\n1,2\n3,4\n', options),
  table: (options) => [...data.table('a,b\n1,x\n3,?\n', options)],
  prepare: (options: object) => String(data.prepare(data.table('a,b,y\n1,x,3\n2,z,4\n'), { ...options, target: 'y' })),
  'prepare a column': (options) =>
    String(data.prepare(data.table('a,y\n1,3\n2,4\n'), { target: 'y', columns: options && { a: options } })),
  imageInput: (options) => data.imageInput(image, options),
  augment: (options: object) => data.augment([data.noise(0.1)], { ...options, width: 28 }).apply(pixels),
  elastic: (options: object) => data.elastic({ ...options, amplitude: 2, sigma: 4 }),
  fallingStrength: (options) => data.fallingStrength(options)(0.7),
  'apply to data': (options) => augmentation.apply(wide, options).inputs,
  'apply to an input': (options) => augmentation.apply(pixels, options),
  prepareDigit: (options) => digits.prepareDigit(stroke, options),
  recognize: (options) => digits.recognize(stroke, options),
  recognizeAll: (options) => digits.recognizeAll({ data: new Uint8Array(100), width: 10, height: 10 }, options),
  checkpointIn: (options) => formats.checkpointIn({ load: () => undefined, save: () => {} }, options).load(),
  fileCheckpoint: (options) => node.fileCheckpoint('/nowhere/at.all', options).load(),
  nodeThreads: (options) => node.nodeThreads(2, options).leastWork,
  fromJson: (options) => formats.toJson(formats.fromJson(formats.toJson(network()), options)),
  toOnnx: (options) => formats.toOnnx(network(), options),
  fromOnnx: (options) => formats.toJson(formats.fromOnnx(formats.toOnnx(network()), options)),
  fromSafetensors: (options) => formats.toJson(formats.fromSafetensors(zip, options)),
  toModule: (options) => formats.toModule(network(), options),
  toTerminal: (options) => pictures.toTerminal(pictures.digitPicture(pixels), options),
  toSvg: (options) => pictures.toSvg(pictures.digitPicture(pixels), options),
  weightsHistogram: (options) => pictures.weightsHistogram(network(), options),
  activationCurve: (options) => pictures.activationCurve(nn.sigmoid, options),
  costCurve: (options) => pictures.costCurve(network(), points, options),
  networkDrawing: (options) => pictures.networkDrawing(network(), [1, 2], options),
  layerPicture: (options) => pictures.layerPicture(square.layers[0], options),
  weightsPicture: (options) => pictures.weightsPicture(square.layers[0], 1, options),
  digitPicture: (options) => pictures.digitPicture(pixels, options),
  confusionPicture: (options) => pictures.confusionPicture([[1, 2], [3, 4]], options), // biome-ignore format: a table
  rocDrawing: (options) => pictures.rocDrawing(nn.rocCurve([0, 1], [0.2, 0.3]), options),
  precisionRecallDrawing: (options) => pictures.precisionRecallDrawing(nn.precisionRecallCurve([0, 1], [0.2, 0.3]), options),
  predictionsDrawing: (options) => pictures.predictionsDrawing(prices, [1, 2], options),
  residualsDrawing: (options) => pictures.residualsDrawing(prices, [1, 2], options),
  record: (options) => pictures.record(square, data.dataset({ inputs: [[1, 2, 3, 4]], labels: [0] }), options).toHtml(),
  weightsFrom: (options) => pictures.weightsFrom(['+-'], options),
};

/** Names and numbers, with functions by what they are called. */
const plain = (value: unknown) =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'function' ? `function ${part.name}` : ArrayBuffer.isView(part) ? Array.from(part as Uint8Array) : part,
  );

it.each(Object.entries(CALLS))('%s does the same with undefined options as with none (case 320)', async (name, call) => {
  // Each tells its options where it is given one that it does not know; of fit, which has the most, the last is cut off.
  const message = String(await errorOf(() => call({ 'no option': 1 } as never)));
  const names = /any of ([\w, ]+)[.]*, got 'no option'/.exec(message)?.[1]?.split(', ') ?? [];
  expect(names.length, message).toBeGreaterThan(0);
  if (name === 'fit') names.push('checkpoint');
  const given = Object.fromEntries(names.map((option) => [option, undefined]));
  const [none, all] = [await call(undefined as never), await call({ ...given } as never)];
  expect(plain(all)).toBe(plain(none));
});
