// A right call of everything that is exported, and of every method of what exports return: what the test spoils, argument by argument.
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as digits from 'glassbox-nn/digits';
import * as formats from 'glassbox-nn/formats';
import * as node from 'glassbox-nn/node';
import * as pictures from 'glassbox-nn/pictures';
import { activations } from '../support/builtIns.js';

/** A function, its name, and arguments that are right for it, made anew each time. */
export interface Call {
  readonly name: string;
  readonly args: () => readonly unknown[];
  /** Made anew with the arguments, where it is a method of something. */
  readonly on: () => (...args: never[]) => unknown;
}

type Args = () => readonly unknown[];

/** The first door by name. */
const named: Readonly<Record<string, unknown>> = main;

const quiet = () => {};
const floats = (...numbers: number[]) => Float32Array.from(numbers);

const makeNetwork = () =>
  new main.Network([2, 3, 2], { hidden: main.relu, output: main.softmax, classNames: ['no', 'yes'], seed: 1 });
const makeData = () =>
  data.dataset({
    inputs: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    labels: [0, 1, 1, 0],
    classes: ['no', 'yes'],
  });
const scaling = () => data.standardize(makeData());
const makeClassifier = () => main.classifier(makeNetwork(), { scaling: scaling() });
const makeTable = () =>
  data.table([
    { a: 1, w: 'x', f: true, kind: 'no', y: 3 },
    { a: null, w: 'z', f: false, kind: 'yes', y: 4 },
  ]);
const dropped = { kind: 'drop', y: 'drop' } as const;
const prepareClasses = () =>
  data.prepare(makeTable(), { target: 'kind', columns: { ...dropped, kind: undefined }, onWarning: quiet });
const prepareNumbers = () =>
  data.prepare(makeTable(), { target: 'y', columns: { ...dropped, y: undefined }, onWarning: quiet });
const row = () => ({ a: 1, w: 'x', f: 'no' });
const makeTableClassifier = () =>
  main.classifier(new main.Network([4, 2], { output: main.softmax }), { preparation: prepareClasses() });
const makeRegressor = () =>
  main.regressor(new main.Network([4, 1], { output: main.identity }), { preparation: prepareNumbers() });
async function* lines() {
  yield 'a,b';
  yield '1,x';
}
async function* rowLines() {
  yield 'a,w,f,y';
  yield '1,x,no,3';
}
const tableOptions = () => ({
  kinds: { a: 'number' },
  missingValues: ['?', 9],
  header: true,
  delimiter: ',',
  onWarning: quiet,
});
const images = () =>
  data.dataset({
    inputs: [
      [0, 1, 1, 0],
      [1, 0, 0, 1],
    ],
    labels: [0, 1],
  });
const augmentation = () => data.augment([data.shift(1), data.noise(0.1)], { width: 2, strength: 0.5 });
const picture = () => pictures.digitPicture([0, 0.5, 1, 0]);
const history = () => main.train(makeNetwork(), makeData(), { epochs: 2, validationData: makeData() });
const idx = () => data.toIdx({ type: 'uint8', shape: [1, 2, 2], data: Uint8Array.of(0, 51, 255, 0) });
const idxLabels = () => data.toIdx({ type: 'uint8', shape: [1], data: Uint8Array.of(1) });
const training = () => ({
  optimizer: main.sgd(),
  loss: main.crossEntropy,
  epochs: 1,
  batchSize: 2,
  shuffle: true,
  seed: 0,
  l1: 0.1,
  l2: 0.1,
  clipValue: 1,
  maxNorm: 3,
  dropout: [0, 0.5],
  validationData: makeData(),
  earlyStopping: main.earlyStopping(),
  reduceOnPlateau: main.reduceOnPlateau(),
  measures: [main.f1],
  history: 'all',
  onEpoch: quiet,
  onBatch: quiet,
  signal: { aborted: false },
  onWarning: quiet,
});
const strokes = () => [
  [
    { x: 0, y: 0 },
    { x: 60, y: 0 },
    { x: 25, y: 100 },
  ],
];
const rgb = () => ({ data: new Uint8ClampedArray(16).fill(200), width: 2, height: 2 });
/** Labels, and rows of outputs. */
const classed = () => [
  [0, 1, 1],
  [
    [0.75, 0.25],
    [0.5, 0.5],
    [0.25, 0.75],
  ],
];
const curved = () => [[0, 1, 1], floats(0.25, 0.5, 0.75)] as const;
const priced = () => data.dataset({ inputs: [[1], [2]], targets: [[3], [4]] });
const pairs = () => [floats(0.25, 0.75), floats(0, 1)];

/** Right arguments of every exported function and class. */
const EXPORTS: Readonly<Record<string, Args>> = {
  ArgumentError: () => ['words'],
  FormatError: () => ['words', { offset: 1, path: '$' }],
  LimitError: () => ['words'],
  NumericError: () => ['words'],
  OutOfRangeError: () => ['words'],
  ShapeError: () => ['words'],
  StateError: () => ['words'],
  Layer: () => [
    2,
    1,
    { activation: main.relu, initializer: main.zeros, seed: 0, weights: [1, 2], biases: [0], trainable: true },
  ],
  Network: () => [
    [2, 3, 1],
    {
      hidden: main.relu,
      output: main.sigmoid,
      initializer: main.heNormal,
      seed: 0,
      classNames: ['a'],
      columnNames: ['x', 'y'],
    },
  ],
  Neuron: () => [new main.Layer(2, 1), 0],
  Random: () => [0],
  adam: () => [{ learningRate: 0.1, beta1: 0.9, beta2: 0.9, epsilon: 1e-7 }],
  adamW: () => [{ learningRate: 0.1, weightDecay: 0.1 }],
  rmsprop: () => [{ learningRate: 0.1, rho: 0.9 }],
  sgd: () => [{ learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0 }],
  add: () => [floats(0, 0), floats(1, 2), floats(3, 4)],
  addOuterProduct: () => [floats(0, 0, 0, 0), floats(1, 2), floats(3, 4)],
  argmax: () => [floats(1, 2)],
  axpy: () => [floats(0, 0), 2, floats(3, 4)],
  backend: () => [],
  setBackend: () => [undefined],
  backpropagate: () => [makeNetwork(), [0, 1], 1, { loss: main.crossEntropy }],
  binaryCrossEntropy: pairs,
  crossEntropy: pairs,
  meanSquaredError: pairs,
  quadratic: pairs,
  checkGradients: () => [makeNetwork(), makeData(), { loss: main.crossEntropy }],
  classifier: () => [makeNetwork(), { scaling: scaling(), classNames: ['no', 'yes'], columnNames: ['x', 'y'], width: 2 }],
  constant: () => [1],
  constantRate: () => [0.1],
  cosineDecay: () => [{ from: 0.1, to: 0, steps: 10 }],
  exponentialDecay: () => [{ from: 0.1, factor: 0.5, steps: 10 }],
  stepDecay: () => [{ from: 0.1, factor: 0.5, every: 10 }],
  warmup: () => [{ from: 0, to: 0.1, steps: 10 }],
  inTurn: () => [main.warmup({ to: 0.1, steps: 3 }), [main.constantRate(0.1), 5], main.constantRate(0.01)],
  stepsOf: () => [10, 2, 3],
  defineActivation: () => [{ name: 'mine', value: (x: number) => x, derivative: () => 1, rectifier: false, range: 'any' }],
  defineLoss: () => [{ name: 'mine', value: () => 1, gradient: (o: Float32Array) => o, targets: 'any', outputs: 'any' }],
  diagnose: () => [makeNetwork(), makeData(), { epochs: 1, onWarning: quiet }],
  learningRateSweep: () => [makeNetwork(), makeData(), { steps: 10, from: 0.1, to: 1, batchSize: 2, optimizer: main.sgd() }],
  dot: () => [floats(1, 2), floats(3, 4)],
  earlyStopping: () => [{ monitor: 'loss', patience: 1, minDelta: 0, restoreBestWeights: true }],
  reduceOnPlateau: () => [{ monitor: 'loss', patience: 1, minDelta: 0, factor: 0.5, minLearningRate: 0 }],
  ...Object.fromEntries(Object.keys(activations).map((name) => [name, () => [1]])),
  softmax: () => [[1, 2]],
  exp: () => [1],
  expFloat32: () => [1],
  log: () => [1],
  tanhFloat32: () => [1],
  evaluate: () => [makeNetwork(), makeData(), { loss: main.crossEntropy, measures: [main.rocAuc] }],
  calibration: () => [...classed(), { bins: 3, positive: 1, weights: [1, 2, 1] }],
  chooseThreshold: () => [
    ...classed(),
    { positive: 1, weights: [1, 2, 1], minRecall: 0.1, minPrecision: 0.1, maximize: () => 1 },
  ],
  precisionRecallCurve: () => [...classed(), { positive: 1, weights: [1, 2, 1] }],
  rocCurve: () => [...classed(), { positive: 1, weights: [1, 2, 1] }],
  topK: () => [2],
  evaluateAsync: () => [makeNetwork(), makeData(), { loss: main.crossEntropy, signal: { aborted: false } }],
  copyOf: () => [makeNetwork()],
  explain: () => [makeNetwork(), [0, 1], 1, 0],
  featureImage: () => [makeNetwork(), 1, 0, { seed: 0, steps: 2, rate: 0.1, decay: 0.1 }],
  fit: () => [
    makeNetwork(),
    makeData(),
    { ...training(), checkpoint: formats.checkpointIn({ load: () => undefined, save: quiet }) },
  ],
  freeze: () => [new main.Layer(2, 1)],
  unfreeze: () => [new main.Layer(2, 1)],
  ...Object.fromEntries(
    [
      'glorotNormal',
      'glorotUniform',
      'heNormal',
      'heUniform',
      'kaimingNormal',
      'kaimingUniform',
      'lecunNormal',
      'lecunUniform',
      'xavierNormal',
      'xavierUniform',
      'zeros',
    ].map((name) => [name, () => [new main.Random(1), 2, 3]]),
  ),
  normal: () => [0, 1],
  uniform: () => [0, 1],
  map: () => [floats(0, 0), floats(1, 2), (x: number) => x],
  matrixTimesMatrix: () => [floats(0, 0, 0, 0), floats(1, 2, 3, 4), floats(1, 2, 3, 4), 2],
  matrixTimesTranspose: () => [floats(0, 0, 0, 0), floats(1, 2, 3, 4), floats(1, 2, 3, 4), 2],
  transposeTimesMatrix: () => [floats(0, 0, 0, 0), floats(1, 2, 3, 4), floats(1, 2, 3, 4), 2],
  matrixTimesVector: () => [floats(0, 0), floats(1, 2, 3, 4), floats(1, 2)],
  transposeTimesVector: () => [floats(0, 0), floats(1, 2, 3, 4), floats(1, 2)],
  outerProduct: () => [floats(0, 0, 0, 0), floats(1, 2), floats(1, 2)],
  transpose: () => [floats(0, 0, 0, 0), floats(1, 2, 3, 4), 2],
  scale: () => [floats(0, 0), floats(1, 2), 2],
  sum: () => [floats(1, 2)],
  mistakes: () => [makeNetwork(), makeData(), { count: 2 }],
  predictor: () => [makeNetwork()],
  regressor: () => [new main.Network([4, 1], { output: main.identity }), { preparation: prepareNumbers() }],
  responses: () => [makeNetwork(), 1, makeData()],
  restoreRandom: () => [new main.Random(1).save()],
  topExamples: () => [makeNetwork(), 1, 0, makeData(), { count: 2 }],
  train: () => [makeNetwork(), makeData(), training()],
  trainSteps: () => [makeNetwork(), makeData(), { ...training(), every: 'epoch' }],
  trainer: () => [makeNetwork(), { optimizer: main.adam(), seed: 0, l1: 0, dropout: 0.1, maxNorm: 3 }],

  Dataset: () => [{ ...makeData() }],
  augment: () => [[data.shift(1), data.noise(0.1)], { width: 2, strength: 0.5 }],
  brightness: () => [0.1],
  circles: () => [{ count: 4, noise: 0.1, seed: 0 }],
  spirals: () => [{ count: 4, noise: 0.1, seed: 0, turns: 1, classes: 2 }],
  dataset: () => [
    {
      inputs: [
        [0, 1],
        [1, 0],
      ],
      labels: ['a', 'b'],
      width: 2,
      scale: 1,
      classes: ['a', 'b'],
      columnNames: ['x', 'y'],
      onWarning: quiet,
    },
  ],
  elastic: () => [{ amplitude: 1, sigma: 1 }],
  fallingStrength: () => [{ full: 0.5, end: 0.25 }],
  gunzip: () => [Uint8Array.of(31, 139), { limit: 10 }],
  imageInput: () => [rgb(), { width: 2, height: 2 }],
  minMax: () => [makeData()],
  standardize: () => [makeData()],
  mnist: () => [idx(), idxLabels(), { classes: 10, firstLabel: 0, transpose: true }],
  noise: () => [0.1],
  rotate: () => [10],
  shear: () => [0.1],
  shift: () => [1],
  zoom: () => [0.1],
  oneHot: () => [[0, 1], 2],
  parseCsv: () => [
    'x,y,name\n1,2,a\n3,4,b',
    { header: true, delimiter: ',', label: 'name', labelKind: 'names', classes: ['a', 'b'], inputs: ['x', 'y'] },
  ],
  parseIdx: () => [idx()],
  parseNpy: () => [Uint8Array.of(147, 78)],
  parseNpz: () => [Uint8Array.of(80, 75), { limit: 10 }],
  prepare: () => [
    makeTable(),
    {
      target: ['y'],
      scale: 'minMax',
      targetScale: 'none',
      missing: 'mean',
      missingIndicator: true,
      unseen: 'column',
      minFrequency: 1,
      columns: {
        kind: 'drop',
        a: { scale: 'none', missing: 'median', missingIndicator: false },
        w: { categories: ['x', 'z'] },
      },
      onWarning: quiet,
    },
  ],
  readDataset: () => [rowLines, prepareNumbers(), { ...tableOptions(), rows: 1 }],
  readTable: () => [lines(), tableOptions()],
  readTables: () => [lines(), { ...tableOptions(), rows: 1 }],
  Table: () => [1, [...makeTable().take(1).columns]],
  table: () => ['a,b\n1,x\n', tableOptions()],
  smoothLabels: () => [makeData(), 0.1],
  stratifiedSplit: () => [makeData(), 0.5, { seed: 1 }],
  folds: () => [makeData(), 2, { seed: 1, onWarning: quiet }],
  foldIndices: () => [makeData(), 2, { seed: 1, onWarning: quiet }],
  toIdx: () => [{ type: 'uint8', shape: [2], data: Uint8Array.of(5, 0) }],
  xor: () => [],

  digitNetwork: () => ['classic'],
  handmadeNetwork: () => [],
  prepareDigit: () => [strokes(), { least: 1 }],
  recognize: () => [strokes(), { reject: 0.5 }],
  recognizeAll: () => [{ data: new Uint8Array(100), width: 10, height: 10 }, { reject: 0.5 }],

  checkpointIn: () => [
    { load: quiet, save: quiet },
    { everySteps: 1, everySeconds: 1 },
  ],
  fromJson: () => [formats.toJson(makeNetwork()), { kind: 'network', sizes: [2, 3, 2] }],
  fromOnnx: () => [formats.toOnnx(makeNetwork()), { kind: 'network' }],
  fromSafetensors: () => [formats.toSafetensors(makeNetwork()), { hidden: main.relu, output: main.softmax }],
  fromTensorFlow: () => [formats.toTensorFlow(makeNetwork()), { kind: 'network' }],
  parseSafetensors: () => [formats.toSafetensors(makeNetwork())],
  toJson: () => [makeClassifier()],
  toModule: () => [makeClassifier(), {}],
  toOnnx: () => [makeClassifier(), {}],
  toSafetensors: () => [makeNetwork()],
  toTensorFlow: () => [makeClassifier()],

  fileCheckpoint: () => ['/nowhere/x.checkpoint', { everySteps: 1 }],
  loadCheckpoint: () => ['/nowhere/x.checkpoint'],
  nodeThreads: () => [1, { leastWork: 1 }],
  readMnist: () => ['/nowhere', { verify: false }],
  saveCheckpoint: () => ['/nowhere/x.checkpoint', Uint8Array.of(1)],
  terminalOptions: () => [{ isTTY: true, columns: 80, getColorDepth: () => 8 }, { COLUMNS: '80' }],

  activationCurve: () => [main.sigmoid, { at: 0, from: -1, to: 1 }],
  activationsPicture: () => [makeNetwork(), [0, 1], { cell: 1 }],
  confusionPicture: () => [
    [
      [1, 2],
      [3, 4],
    ],
    { classNames: ['a', 'b'] },
  ],
  contributionsPicture: () => [makeNetwork(), [0, 1], 0, 0, { width: 2, cell: 1 }],
  costCurve: () => [makeNetwork(), makeData(), { layer: 0, neuron: 0 }],
  calibrationDrawing: () => [main.calibration(...curved())],
  precisionRecallDrawing: () => [main.precisionRecallCurve(...curved()), { threshold: 0.5 }],
  rocDrawing: () => [main.rocCurve(...curved()), { threshold: 0.5 }],
  predictionsDrawing: () => [priced(), [3, 5], { target: 0, most: 2 }],
  residualsDrawing: () => [priced(), [3, 5], { target: 0, most: 2 }],
  digitPicture: () => [[0, 0.5, 1, 0], { width: 2, cell: 1, theme: 'grey' }],
  layerPicture: () => [
    new main.Layer(4, 2),
    { columns: 1, gap: 1, width: 2, cell: 1, scale: 1, theme: { ...pictures.themes.grey } },
  ],
  learningCurve: () => [history()],
  learningRateCurve: () => [main.learningRateSweep(makeNetwork(), makeData(), { steps: 10 })],
  mistakesPicture: () => [makeNetwork(), makeData(), { count: 2, width: 2 }],
  networkDrawing: () => [makeNetwork(), [0, 1], {}],
  record: () => [makeNetwork(), makeData(), { layer: 0, width: 2, every: 1, most: 2, neurons: 2, title: 'x', theme: 'grey' }],
  toPng: () => [picture()],
  toSvg: () => [pictures.learningCurve(history().slice(0, 2)), { theme: 'grey', width: 100, legend: true }],
  toTerminal: () => [picture(), { columns: 10, colours: 'none', title: true }],
  weightsFrom: () => [['+.', '.-'], { width: 2, height: 2, positive: 1, negative: -1 }],
  weightsHistogram: () => [new main.Layer(2, 1), { bins: 3 }],
  weightsPicture: () => [new main.Layer(4, 1), 0, { width: 2 }],
  sampleDigits: () => [],
};

/** Right arguments of the methods of what the maker returns. */
const METHODS: Readonly<Record<string, readonly [make: () => object, methods: Readonly<Record<string, Args>>]>> = {
  f1: [() => main.f1, { of: () => [...classed(), [1, 2, 1]], ofClass: () => [1] }],
  logLoss: [() => main.logLoss, { of: () => [...classed(), [1, 2, 1]] }],
  rocAuc: [() => main.rocAuc, { of: () => [...classed(), [1, 2, 1]] }],
  mae: [() => main.mae, { of: () => [[1, 2], floats(1, 3), [1, 2]], perTarget: () => [[[1, 2]], [floats(1, 3)], [1]] }],
  Layer: [() => new main.Layer(2, 2), { forward: () => [[0, 1]], neuron: () => [0] }],
  Network: [
    makeNetwork,
    {
      forward: () => [[0, 1]],
      predict: () => [[0, 1]],
      activations: () => [[0, 1]],
      trace: () => [[0, 1]],
      toString: () => [],
    },
  ],
  Neuron: [() => new main.Layer(2, 2).neuron(0), { weightedSum: () => [[0, 1]], activate: () => [[0, 1]] }],
  Random: [
    () => new main.Random(1),
    {
      save: () => [],
      next: () => [],
      uniform: () => [0, 1],
      normal: () => [0, 1],
      integer: () => [6],
      shuffle: () => [[1, 2, 3]],
    },
  ],
  'Random (class)': [() => main.Random, { stream: () => [1, 'x', 2] }],
  Dataset: [
    makeData,
    {
      readInput: () => [floats(0, 0), 0],
      readInputs: () => [],
      readTarget: () => [floats(0, 0), 0],
      example: () => [0],
      take: () => [2],
      slice: () => [0, 1],
      select: () => [[0, 1]],
      shuffle: () => [1],
      split: () => [0.5, { seed: 1 }],
      batches: () => [2],
    },
  ],
  predictor: [
    () => main.predictor(makeNetwork()),
    {
      forward: () => [[0, 1], floats(0, 0)],
      predict: () => [[0, 1]],
      forwardBatch: () => [[0, 1, 1, 0], 2, floats(0, 0, 0, 0)],
      forwardBatchAsync: () => [[0, 1, 1, 0], 2, { out: floats(0, 0, 0, 0) }],
      predictBatch: () => [[0, 1, 1, 0], 2, new Int32Array(2)],
    },
  ],
  classifier: [makeClassifier, { read: () => [[0, 1]] }],
  'of a classifier': [() => main, { evaluate: () => [makeClassifier(), makeData()] }],
  'of a table': [() => main, { evaluate: () => [makeRegressor(), makeTable()] }],
  'classifier of a table': [makeTableClassifier, { read: () => [row()] }],
  'files of tables': [() => formats, { toJson: () => [makeTableClassifier()] }],
  'objects of a table': [() => data, { table: () => [[row(), row()], { onWarning: quiet }] }],
  regressor: [makeRegressor, { read: () => [row()] }],
  preparation: [prepareNumbers, { apply: () => [makeTable()], applyRow: () => [row()], inverse: () => [[1]] }],
  Table: [
    makeTable,
    {
      column: () => ['a'],
      row: () => [0],
      take: () => [1],
      slice: () => [0, 1],
      select: () => [[0, 1]],
      filter: () => [() => true],
      shuffle: () => [1],
      split: () => [0.5, { seed: 1 }],
      toJSON: () => [],
      toString: () => [],
    },
  ],
  scaling: [scaling, { apply: () => [makeData()], applyInput: () => [[0, 1]] }],
  'minMax scaling': [() => data.minMax(makeData()), { apply: () => [makeData()], applyInput: () => [[0, 1]] }],
  augmentation: [augmentation, { apply: () => [images(), { seed: 1, epoch: 1, strength: 1 }] }],
  'augmentation of an input': [augmentation, { apply: () => [[0, 1, 1, 0], { seed: 1, example: 1 }] }],
  'parts of an augmentation': [augmentation, { strengthAt: () => [0.5] }],
  fallingStrength: [() => ({ strength: data.fallingStrength() }), { strength: () => [0.5] }],
  recording: [
    () => pictures.record(makeNetwork(), makeData(), { width: 2 }),
    { onBatch: () => [{ step: 1, loss: 1, epoch: 1, batch: 1, batches: 1, accuracy: 1, learningRate: 1 }], toHtml: () => [] },
  ],
  checkpoint: [
    () => formats.checkpointIn({ load: () => undefined, save: quiet }),
    { load: () => [], save: () => [Uint8Array.of(1)] },
  ],
  ...Object.fromEntries(
    (['crossEntropy', 'binaryCrossEntropy', 'meanSquaredError', 'quadratic'] as const).map((name) => [
      name,
      [() => named[name] as object, { value: pairs, gradient: pairs }],
    ]),
  ),
  'partner of crossEntropy': [() => main.crossEntropy.partner as object, { value: pairs, delta: pairs }],
  'partner of binaryCrossEntropy': [() => main.binaryCrossEntropy.partner as object, { value: pairs, delta: pairs }],
  ...Object.fromEntries(
    Object.entries(activations).map(([name, activation]) => [name, [() => activation, { derivative: () => [1, 1] }]]),
  ),
  ...Object.fromEntries(
    Object.entries({
      adam: main.adam,
      adamW: main.adamW,
      rmsprop: main.rmsprop,
      sgd: main.sgd,
      momentum: () => main.sgd({ momentum: 0.9 }),
    }).map(([name, make]) => [
      `${name}()`,
      [
        make,
        {
          update: () => [
            floats(1, 2),
            floats(1, 2),
            [floats(0, 0), floats(0, 0)].slice(0, make().slots),
            { step: 1, learningRate: 0.1 },
          ],
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      constantRate: main.constantRate(0.1),
      cosineDecay: main.cosineDecay({ from: 0.1, steps: 3 }),
      exponentialDecay: main.exponentialDecay({ from: 0.1, steps: 3 }),
      stepDecay: main.stepDecay({ from: 0.1, every: 3 }),
      warmup: main.warmup({ to: 0.1, steps: 3 }),
      inTurn: main.inTurn(main.warmup({ to: 0.1, steps: 3 }), main.constantRate(1)),
    }).map(([name, schedule]) => [`${name}()`, [() => ({ schedule }), { schedule: () => [2] }]]),
  ),
  'earlyStopping()': [() => ({ earlyStopping: main.earlyStopping() }), { earlyStopping: () => [history()] }],
  'earlyStopping() itself': [main.earlyStopping, { best: () => [history()] }],
  'reduceOnPlateau()': [() => ({ reduceOnPlateau: main.reduceOnPlateau() }), { reduceOnPlateau: () => [history()] }],
  initializers: [
    () => ({ constant: main.constant(1), uniform: main.uniform(), normal: main.normal() }),
    {
      constant: () => [new main.Random(1), 1, 1],
      uniform: () => [new main.Random(1), 1, 1],
      normal: () => [new main.Random(1), 1, 1],
    },
  ],
};

/** The doors that are walked; that of the sample digits has no argument to spoil. */
const DOORS = { main, data, digits, formats, node, pictures };

/** A right call for every exported function, or the names of those without one. */
export function everyCall(): { readonly calls: readonly Call[]; readonly missing: readonly string[] } {
  const functions = Object.values(DOORS).flatMap((door) =>
    Object.entries(door).filter(([, value]) => typeof value === 'function'),
  );
  const missing = functions.filter(([name]) => EXPORTS[name] === undefined).map(([name]) => name);
  const calls = functions.flatMap(([name, value]) => {
    const isClass = /^class/.test(Function.prototype.toString.call(value));
    const call = isClass ? (...args: never[]) => Reflect.construct(value as never, args) : (value as never);
    return EXPORTS[name] === undefined ? [] : [{ name, args: EXPORTS[name], on: () => call }];
  });
  const methods = Object.entries(METHODS).flatMap(([owner, [make, list]]) =>
    Object.entries(list).map(([name, args]) => ({
      name: `${owner}.${name}`,
      args,
      on: () => {
        const object = make() as Record<string, (...args: never[]) => unknown>;
        return (...given: never[]) => object[name](...given);
      },
    })),
  );
  return { calls: [...calls, ...methods], missing };
}
