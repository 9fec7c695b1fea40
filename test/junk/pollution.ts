// Ordinary calls, whose results are compared with and without names that another program has put on Object.prototype.
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as formats from 'glassbox-nn/formats';
import * as pictures from 'glassbox-nn/pictures';
import { exclusiveOr } from '../support/toyData.js';

const quiet = () => {};
const makeNetwork = () => new main.Network([2, 3, 2], { output: main.softmax, seed: 1 });
const makeData = exclusiveOr;
const preparation = () => data.prepare(data.table('a,b,y\n1,x,3\n,z,4\n'), { target: 'y', columns: { a: { scale: 'none' } } });
const makeRegressor = () =>
  main.regressor(new main.Network([3, 1], { output: main.identity, seed: 1 }), { preparation: preparation() });
const makeClassifier = () => main.classifier(makeNetwork(), { scaling: data.standardize(makeData()) });
const images = () =>
  data.dataset({
    inputs: [
      [0, 1, 1, 0],
      [1, 0, 0, 1],
    ],
    labels: [0, 1],
  });
const kept = (history: main.History) => history.map(({ seconds, ...rest }) => rest);

/** Each returns what JSON can show: everything that an option or a field of a format might change. */
export const ORDINARY: Readonly<Record<string, () => unknown>> = {
  network: () => String(makeNetwork()) + makeNetwork().layers[0].weights.join(),
  'network of layers': () => String(new main.Network([new main.Layer(2, 3), new main.Layer(3, 1, { seed: 2 })])),
  forward: () => makeNetwork().forward([0, 1]).join(),
  trace: () =>
    makeNetwork()
      .trace([0, 1])
      .layers.map(({ activations }) => activations.join()),
  predictor: () => main.predictor(makeNetwork()).forward([0, 1]).join(),
  dataset: () => [makeData().inputs.join(), makeData().labels?.join(), makeData().classes],
  'data set of names': () => data.dataset({ inputs: [[1], [2]], labels: ['b', 'a'] }).classNames,
  split: () =>
    makeData()
      .split(0.5, {})
      .map(({ inputs }) => inputs.join()),
  shuffle: () => makeData().shuffle(3).inputs.join(),
  train: () => {
    const network = makeNetwork();
    const history = main.train(network, makeData(), { epochs: 2, onWarning: quiet });
    return [kept(history), network.layers.map(({ weights }) => weights.join())];
  },
  'train with all': () => {
    const network = makeNetwork();
    const history = main.train(network, makeData(), {
      epochs: 2,
      optimizer: main.sgd({ momentum: 0.5 }),
      earlyStopping: main.earlyStopping(),
      reduceOnPlateau: main.reduceOnPlateau(),
      validationData: makeData(),
      onWarning: quiet,
    });
    return [kept(history), network.layers.map(({ weights }) => weights.join())];
  },
  'functions of the caller': () =>
    kept(
      main.train(makeNetwork(), makeData(), {
        epochs: 2,
        earlyStopping: () => false,
        reduceOnPlateau: () => 1,
        onWarning: quiet,
      }),
    ),
  trainSteps: () => [...main.trainSteps(makeNetwork(), makeData(), { onWarning: quiet })].map(({ loss }) => loss),
  evaluate: () => ({ ...main.evaluate(makeNetwork(), makeData()), answers: undefined }),
  'evaluate a classifier': () => main.evaluate(makeClassifier(), makeData()).loss,
  classifier: () => ({ ...makeClassifier().read([0, 1]), outputs: undefined }),
  explain: () => String(main.explain(makeNetwork(), [0, 1], 0, 0)),
  mistakes: () => main.mistakes(makeNetwork(), makeData()).map(({ index, margin }) => [index, margin]),
  checkGradients: () => main.checkGradients(makeNetwork(), makeData()).passed,
  backpropagate: () => main.backpropagate(makeNetwork(), [0, 1], 1).loss,
  random: () => [main.Random.stream(1, 'x').next(), main.restoreRandom(new main.Random(1).save()).next()],
  schedules: () => [
    main.cosineDecay({ from: 1, steps: 3 })(1),
    main.inTurn(main.warmup({ to: 1, steps: 2 }), main.constantRate(1))(5),
  ],
  optimizers: () => [main.adam(), main.adamW(), main.rmsprop(), main.sgd()].map(({ name, slots }) => [name, slots]),
  'own activation': () => main.defineActivation({ name: 'mine', value: (x) => x, derivative: () => 1 }).rectifier,
  'own loss': () => main.defineLoss({ name: 'mine', value: () => 1, gradient: (outputs) => outputs }).targets,
  freeze: () => main.freeze(new main.Layer(2, 1)).trainable,
  toJson: () => formats.toJson(makeNetwork()),
  'toJson of a classifier': () => formats.toJson(makeClassifier()),
  'toJson of a scaling': () => formats.toJson(data.minMax(makeData())),
  fromJson: () => String(formats.fromJson(formats.toJson(makeNetwork()))),
  'fromJson of a classifier': () =>
    formats.fromJson(formats.toJson(makeClassifier()), { kind: 'classifier' }).read([0, 1]).name,
  safetensors: () =>
    String(formats.fromSafetensors(formats.toSafetensors(makeNetwork()))) + formats.toSafetensors(makeNetwork()).join(),
  parseSafetensors: () => [...formats.parseSafetensors(formats.toSafetensors(makeNetwork())).tensors.keys()],
  onnx: () => String(formats.fromOnnx(formats.toOnnx(makeNetwork()))) + formats.toOnnx(makeClassifier()).join(),
  tensorflow: () => [
    String(formats.fromTensorFlow(formats.toTensorFlow(makeNetwork()))),
    formats.toTensorFlow(makeClassifier())['model.json'],
  ],
  toModule: () => formats.toModule(makeClassifier()) + formats.toModule(makeNetwork(), { language: 'javascript' }),
  augment: () =>
    data
      .augment([data.shift(1), data.elastic({ sigma: 1, amplitude: 1 })], { width: 2 })
      .apply(images(), { seed: 1 })
      .inputs.join(),
  'augment an input': () =>
    data
      .augment([data.rotate(90)], { width: 2 })
      .apply([0, 1, 1, 0])
      .join(),
  scaling: () => data.standardize(makeData()).applyInput([0, 1]).join(),
  toys: () => [data.circles({ count: 4 }), data.spirals({ count: 4 }), data.xor()].map(({ inputs }) => inputs.join()),
  oneHot: () => data.oneHot([0, 1], 2).join(),
  smoothLabels: () => data.smoothLabels(makeData(), 0.1).targets?.join(),
  parseCsv: () => [data.parseCsv('x,y\n1,0\n2,1', { label: 'y' })].map(({ inputs, labels }) => [inputs.join(), labels?.join()]),
  table: () => [
    String(data.table('a,b,y\n1,x,3\n,z,4\n')),
    data.table([{ a: 1, b: 'x' }], { kinds: { b: 'word' } }).row(0),
    data.table('1,x', { columnNames: ['n', 'w'] }).row(0),
  ],
  prepare: () =>
    [preparation()].map(({ columnNames, apply, applyRow }) => [
      columnNames,
      apply(data.table('a,b,y\n1,x,3\n')).inputs.join(),
      applyRow({ a: 2, b: 'z' }).join(),
    ]),
  regressor: () => makeRegressor().read({ a: 1, b: 'x' }),
  'regressor in a file': () =>
    formats.toJson(makeRegressor()) +
    JSON.stringify(formats.fromJson(formats.toJson(makeRegressor()), { kind: 'regressor' }).read({ a: 1, b: 'x' })),
  idx: () => data.parseIdx(data.toIdx({ type: 'uint8', shape: [2], data: Uint8Array.of(1, 2) })).data.join(),
  imageInput: () => data.imageInput({ data: new Uint8Array(16).fill(9), width: 2, height: 2 }, { width: 2, height: 2 }).join(),
  pictures: () => [
    pictures.layerPicture(makeNetwork().layers[0], { width: 1 }).data.join(),
    pictures
      .confusionPicture([
        [1, 2],
        [3, 4],
      ])
      .data.join(),
    pictures.activationsPicture(makeNetwork(), [0, 1]).data.join(),
  ],
  toSvg: () =>
    [
      pictures.networkDrawing(makeNetwork()),
      pictures.networkDrawing(makeNetwork(), [0, 1], { classNames: ['a', 'b'] }),
      pictures.activationCurve(main.relu, { at: 1 }),
      pictures.weightsHistogram(makeNetwork()),
      pictures.costCurve(makeNetwork(), makeData()),
      pictures.learningCurve(main.train(makeNetwork(), makeData(), { epochs: 2, onWarning: quiet })),
      pictures.layerPicture(makeNetwork().layers[0], { width: 1 }),
      { width: 1, height: 1, data: new Uint8ClampedArray(4) },
    ].map((shown) => pictures.toSvg(shown)),
  toTerminal: () => pictures.toTerminal(pictures.layerPicture(makeNetwork().layers[0], { width: 1 }), { title: true }),
  'toTerminal of pixels': () => pictures.toTerminal({ width: 1, height: 1, data: new Uint8ClampedArray(4) }, { title: true }),
  diagnose: () => main.diagnose(makeNetwork(), data.xor(), { epochs: 2 }),
  weightsFrom: () => pictures.weightsFrom(['+-'], { width: 2, height: 1 }).join(),
  record: () => pictures.record(makeNetwork(), makeData(), { width: 2 }).toHtml(),
};

/** What is put there: of the kinds that options and fields are of. */
export const VALUES: Readonly<Record<string, unknown>> = {
  text: 'polluted',
  number: 2,
  flag: true,
  list: [1, 2],
  function: () => 0.5,
  object: { polluted: true },
};

/** What a call gives as text; an error is one too. */
export function resultOf(call: () => unknown): string {
  try {
    // Without JSON.stringify, which reads toJSON and would be at fault itself.
    return shown(call());
  } catch (error) {
    return String(error);
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value).map(([name, field]) => `${name}:${shown(field)}`)}}`;
  return String(value);
}

/** Does something while a name stands on Object.prototype. */
export function polluted<Result>(name: string, value: unknown, work: () => Result): Result {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
  try {
    return work();
  } finally {
    delete (Object.prototype as Record<string, unknown>)[name];
  }
}
