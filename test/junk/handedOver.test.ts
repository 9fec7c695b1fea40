// Memory that was handed to a worker: of networks, of data sets, and what says another length than it has.
import {
  backpropagate,
  checkGradients,
  type Dataset,
  diagnose,
  evaluate,
  explain,
  featureImage,
  fit,
  freeze,
  mistakes,
  Network,
  predictor,
  responses,
  softmax,
  topExamples,
  train,
  trainSteps,
} from 'glassbox-nn';
import { dataset, minMax, smoothLabels, standardize, stratifiedSplit } from 'glassbox-nn/data';
import { toJson, toModule, toOnnx, toSafetensors, toTensorFlow } from 'glassbox-nn/formats';
import {
  activationsPicture,
  contributionsPicture,
  costCurve,
  layerPicture,
  mistakesPicture,
  networkDrawing,
  record,
  weightsHistogram,
  weightsPicture,
} from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { askFor } from '../support/backends.js';
import { errorOf } from '../support/refusals.js';
import { thrownBy } from '../support/thrownBy.js';
import { handedOver, liar } from './junk.js';

const BACKENDS = ['webassembly', 'javascript', undefined] as const;
const SAYS = 'expected its memory, got none: it was transferred to a worker. Transfer copies: array.slice().';

const makeNetwork = () => new Network([4, 3, 2], { output: softmax, seed: 1 });
const makeData = () =>
  dataset({
    inputs: [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
      [1, 0, 1, 0],
      [1, 1, 0, 0],
    ],
    labels: [0, 1, 1, 0],
  });

/** Calls that take a network and data. */
const OF_BOTH: Readonly<Record<string, (network: Network, data: Dataset) => unknown>> = {
  train: (network, data) => train(network, data),
  fit: (network, data) => fit(network, data),
  trainSteps: (network, data) => trainSteps(network, data).next(),
  evaluate: (network, data) => evaluate(network, data),
  diagnose: (network, data) => diagnose(network, data),
  checkGradients: (network, data) => checkGradients(network, data),
  mistakes: (network, data) => mistakes(network, data),
  responses: (network, data) => responses(network, 1, data),
  topExamples: (network, data) => topExamples(network, 1, 0, data),
  costCurve: (network, data) => costCurve(network, data),
  mistakesPicture: (network, data) => mistakesPicture(network, data),
  record: (network, data) => record(network, data),
};

const OF_NETWORK: Readonly<Record<string, (network: Network) => unknown>> = {
  forward: (network) => network.forward([1, 0, 1, 0]),
  predict: (network) => network.predict([1, 0, 1, 0]),
  activations: (network) => network.activations([1, 0, 1, 0]),
  trace: (network) => network.trace([1, 0, 1, 0]),
  'layer.forward': (network) => network.layers[0]?.forward([1, 0, 1, 0]),
  'layer.neuron': (network) => network.layers[0]?.neuron(0).bias,
  'new Network': (network) => new Network([...network.layers]),
  freeze: (network) => network.layers.map((layer) => freeze(layer)),
  predictor: (network) => predictor(network),
  backpropagate: (network) => backpropagate(network, [1, 0, 1, 0], 1),
  explain: (network) => explain(network, [1, 0, 1, 0], 0, 0),
  featureImage: (network) => featureImage(network, 0, 0),
  toJson,
  toSafetensors,
  toOnnx,
  toTensorFlow,
  toModule,
  activationsPicture: (network) => activationsPicture(network, [1, 0, 1, 0]),
  contributionsPicture: (network) => contributionsPicture(network, [1, 0, 1, 0], 0, 0),
  layerPicture: (network) => network.layers.map((layer) => layerPicture(layer, { width: 1 })),
  weightsPicture: (network) => network.layers.map((layer) => weightsPicture(layer, 0, { width: 1 })),
  networkDrawing: (network) => networkDrawing(network),
  weightsHistogram: (network) => weightsHistogram(network),
};

const OF_DATA: Readonly<Record<string, (data: Dataset) => unknown>> = {
  example: (data) => data.example(0),
  'for ... of': (data) => [...data],
  readInputs: (data) => data.readInputs(),
  slice: (data) => data.slice(0, 1),
  select: (data) => data.select([0]),
  split: (data) => data.split(0.5),
  shuffle: (data) => data.shuffle(),
  batches: (data) => [...data.batches(2)],
  standardize,
  minMax,
  smoothLabels: (data) => smoothLabels(data, 0.1),
  stratifiedSplit: (data) => stratifiedSplit(data, 0.5),
};

/** What each call says, on every backend. */
async function answersOf(calls: Readonly<Record<string, () => unknown>>): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const backend of BACKENDS) {
    askFor(backend);
    for (const [name, call] of Object.entries(calls)) {
      const { name: kind, message } = (await errorOf(call)) as Error;
      answers[`${name}, ${backend}`] = `${kind}: ${message.replace(/^.*?: (?=expected)/, '')}`;
    }
  }
  return answers;
}

const given = <Thing>(make: () => Thing, calls: Readonly<Record<string, (thing: Thing) => unknown>>) =>
  Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, () => call(make())]));

describe('memory that was handed to a worker', () => {
  it.each([
    ['weights', 0],
    ['biases', 0],
    ['weights', 1],
    ['biases', 1],
  ] as const)('of a network, %s of layer %i, is refused by every call (case 340)', async (name, index) => {
    const make = () => {
      const network = makeNetwork();
      handedOver(network.layers[index][name]);
      return network as Network;
    };
    const taken = { ...OF_NETWORK, ...given(makeData, {}) };
    const calls = given(make, {
      ...taken,
      ...Object.fromEntries(
        Object.entries(OF_BOTH).map(([key, call]) => [key, (network: Network) => call(network, makeData())]),
      ),
    });
    // What looks at one layer alone is right about the other.
    const alone = /^(layer\.|featureImage)/;
    const looked = Object.fromEntries(Object.entries(calls).filter(([key]) => index === 0 || !alone.test(key)));
    for (const answer of Object.values(await answersOf(looked))) expect(answer).toBe(`StateError: ${SAYS}`);
  });

  it.each(['inputs', 'labels'] as const)('of a data set, its %s, is refused by every call (case 341)', async (name) => {
    const make = () => {
      const data = makeData();
      handedOver(data[name] as Int32Array);
      return data;
    };
    const calls = given(make, {
      ...OF_DATA,
      ...Object.fromEntries(
        Object.entries(OF_BOTH).map(([key, call]) => [key, (data: Dataset) => call(makeNetwork() as Network, data)]),
      ),
    });
    for (const [call, answer] of Object.entries(await answersOf(calls)))
      expect([call, answer]).toEqual([call, `StateError: ${SAYS}`]);
  });

  it('in the middle of a training ends it with the same error on both backends (case 342)', () => {
    for (const backend of ['webassembly', 'javascript'] as const) {
      askFor(backend);
      const network = makeNetwork();
      const onEpoch = () => {
        handedOver(network.layers[0].weights);
      };
      const { name, message } = thrownBy(() => train(network, makeData(), { epochs: 2, onEpoch }));
      expect([name, message]).toEqual(['StateError', `layers[0].weights: ${SAYS}`]);
    }
    askFor(undefined);
  });

  it('leaves a snapshot of a network alone: a predictor has a copy (case 343)', () => {
    const network = makeNetwork();
    const expected = network.forward([1, 0, 1, 0]);
    const { forward } = predictor(network);
    handedOver(network.layers[0].weights);
    expect(forward([1, 0, 1, 0])).toEqual(expected);
  });
});

describe('an array that says another length than it has', () => {
  it.each(BACKENDS.slice(0, 2))('never reads what stood there before, on %s (case 344)', (backend) => {
    askFor(backend);
    const { forward, predict, forwardBatch } = predictor(makeNetwork());
    forward(Float32Array.of(0.1, 0.2, 0.3, 0.4));
    class Claiming extends Float32Array {
      override get length() {
        return 4;
      }
    }
    for (const short of [Claiming.of(1), liar([1], 4) as Float32Array, liar([1], 1e6) as Float32Array]) {
      for (const call of [
        () => forward(short),
        () => predict(short),
        () => forwardBatch(short, 1),
        () => makeNetwork().forward(short),
      ]) {
        const { name, message } = thrownBy(call);
        expect(name).toBe('ShapeError');
        expect(message).toMatch(/^inputs?: expected 4 numbers, got 1\./);
      }
      expect(thrownBy(() => forward([1, 2, 3, 4], short)).message).toMatch(/^out: expected 2 numbers, got 1\./);
    }
    // One that has as many numbers as are needed gives the right answer, whatever it says.
    const right = forward([1, 0, 1, 0]);
    expect(forward(liar([1, 0, 1, 0], 2) as Float32Array)).toEqual(right);
    expect(makeNetwork().forward(liar([1, 0, 1, 0], 2) as Float32Array)).toEqual(right);
    askFor(undefined);
  });

  it('and a proxy of one are refused where numbers are read (case 345)', () => {
    const proxies = [new Proxy(Float32Array.of(1, 0, 1, 0), {}), Object.create(Float32Array.prototype)];
    const { proxy, revoke } = Proxy.revocable(Float32Array.of(1, 0, 1, 0), {});
    revoke();
    for (const wrong of [...proxies, proxy]) {
      for (const call of [() => makeNetwork().forward(wrong), () => predictor(makeNetwork()).forward(wrong)]) {
        expect(thrownBy(call)).toMatchObject({
          name: 'ArgumentError',
          message: expect.stringContaining('expected 4 numbers, got an object'),
        });
      }
    }
    // A proxy of a plain array can be read.
    expect(makeNetwork().forward(new Proxy([1, 0, 1, 0], {}))).toEqual(makeNetwork().forward([1, 0, 1, 0]));
  });
});

describe('data that were changed in their own arrays', () => {
  const everywhere = (data: () => Dataset) =>
    answersOf(
      given(
        data,
        Object.fromEntries(
          Object.entries(OF_BOTH).map(([key, call]) => [key, (changed: Dataset) => call(makeNetwork() as Network, changed)]),
        ),
      ),
    );

  it.each([-1, 7, 2 ** 30])('to the label %i are refused by every call alike (case 347)', async (label) => {
    const answers = await everywhere(() => {
      const data = makeData();
      data.labels?.fill(label, 3);
      return data;
    });
    for (const answer of Object.values(answers)) {
      expect(answer).toBe(
        `OutOfRangeError: expected a whole number from 0 to 1, as it was when the data set was made, got ${label}. A data set owns its arrays: make a new one with dataset({ ... }).`,
      );
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('to the input %d are refused by every call (case 348)', async (value) => {
    const answers = await everywhere(() => {
      const data = makeData();
      data.inputs.fill(value, 5, 6);
      return data;
    });
    for (const [call, answer] of Object.entries(answers))
      expect([call, answer]).toEqual([call, expect.stringMatching(/^NumericError: /)]);
  });

  it('to a target that is not finite are refused by all that measure by it (case 349)', async () => {
    const make = () => {
      const data = dataset({
        inputs: [
          [0, 0, 1, 1],
          [1, 1, 0, 0],
        ],
        targets: [
          [0.25, 0.75],
          [0.5, 0.5],
        ],
      });
      data.targets?.fill(Number.NaN, 3);
      return data;
    };
    const measuring = ['train', 'fit', 'trainSteps', 'evaluate', 'diagnose', 'checkGradients', 'costCurve', 'record'];
    const calls = Object.fromEntries(
      measuring.map((name) => [name, (data: Dataset) => OF_BOTH[name]?.(makeNetwork() as Network, data)]),
    );
    for (const [call, answer] of Object.entries(await answersOf(given(make, calls)))) {
      expect([call, answer]).toEqual([call, 'NumericError: expected finite numbers, got NaN. Give other targets.']);
    }
  });
});
