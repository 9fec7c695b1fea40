// Checkpoints as files: what they hold, and what is refused: other trainings', and damaged ones.
import {
  adam,
  cosineDecay,
  earlyStopping,
  fit,
  freeze,
  Network,
  relu,
  sgd,
  softmax,
  type TrainingOptions,
  tanh,
} from 'glassbox-nn';
import { augment, type Dataset, dataset, rotate } from 'glassbox-nn/data';
import { checkpointIn, fromSafetensors, parseSafetensors, toSafetensors } from 'glassbox-nn/formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(10, 4, 2);
const options = { optimizer: adam(), batchSize: 4, epochs: 2, validationSplit: 0.2, seed: 3 };
const fresh = () => new Network([4, 3, 2], { hidden: tanh, output: softmax });

/** Saved in the middle of the second epoch, and what the network was then. */
let bytes: Uint8Array;
let hash = '';

beforeAll(async () => {
  const { checkpoint, saved } = placeInMemory({ everySteps: 1 });
  const network = fresh();
  const onBatch = ({ step }: { step: number }) => {
    if (step === 3) hash = hashOfNetwork(network);
  };
  await fit(network, data, { ...options, checkpoint, onBatch });
  bytes = saved[2] as Uint8Array;
});

const resume = (given: Uint8Array, changed: TrainingOptions = {}, network: Network = fresh(), examples: Dataset = data) =>
  fit(network, examples, { ...options, ...changed, checkpoint: placeInMemory({}, given).checkpoint });

describe('the bytes of a checkpoint', () => {
  it('are a safetensors file, of which the network is read by itself', () => {
    const network = fromSafetensors(bytes);
    expect(hashOfNetwork(network)).toBe(hash);
    expect(String(network)).toBe(String(fresh()));
    const { tensors, metadata } = parseSafetensors(bytes);
    expect([...tensors.keys()].slice(0, 5)).toEqual(['checkpoint.history', '0.weight', '0.bias', '2.weight', '2.bias']);
    expect(tensors.size).toBe(5 + 2 * 4);
    expect(JSON.parse(metadata.get('glassbox-nn checkpoint') ?? '')).toMatchObject({ version: 2, batch: 1, steps: 3 });
  });

  it('of another safetensors file are refused as no checkpoint', async () => {
    await expectRefusal(() => resume(toSafetensors(fresh())), 'FormatError', 'checkpoint', 'another safetensors file');
  });

  it.each([
    ['one byte fewer', () => bytes.subarray(0, -1)],
    ['one byte more', () => Uint8Array.of(...bytes, 0)],
    ['nothing', () => new Uint8Array(0)],
    ['zeros', () => new Uint8Array(bytes.length)],
    ['the first half alone', () => bytes.subarray(0, bytes.length / 2)],
    [
      'a first half, and zeros, as a power cut may leave them',
      () => Uint8Array.from(bytes, (byte, at) => (at < bytes.length / 2 ? byte : 0)),
    ],
  ])('with %s are refused, and the network is as it was', async (_what, damaged) => {
    const network = fresh();
    await expectRefusalLeaving(network, () => resume(damaged(), {}, network), 'FormatError', 'checkpoint');
  });

  it('with a bit changed anywhere are refused, or mean the same', async () => {
    const whole = fresh();
    await resume(bytes, {}, whole);
    let same = 0;
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
      const network = fresh();
      const error = await errorOf(async () => {
        await resume(damaged, {}, network);
        throw Object.assign(new Error('It was taken.'), { code: 'TAKEN' });
      });
      const { code } = error as { code: string };
      expect(['FORMAT', 'TAKEN']).toContain(code);
      expect(hashOfNetwork(network)).toBe(code === 'TAKEN' ? hashOfNetwork(whole) : hashOfNetwork(fresh()));
      if (code === 'TAKEN') same += 1;
    }
    // The value of the format, which no reader of ours looks at.
    expect(same).toBeLessThan(4);
  });

  it('of which none are left, or half, are refused with what to do (case 290)', async () => {
    const says = 'As a checkpoint it is empty or damaged: go back to a copy, delete it to start anew, or give another place.';
    for (const damaged of [new Uint8Array(0), bytes.subarray(0, bytes.length / 2)]) {
      await expectRefusal(() => resume(damaged), 'FormatError', says);
    }
  });

  it('that are none at all are refused', async () => {
    const checkpoint = checkpointIn({ load: () => 'text' as never, save: () => {} });
    await expectRefusal(() => fit(fresh(), data, { ...options, checkpoint }), 'ArgumentError', 'load()', "'text'");
  });
});

/** The same examples, but for one that is kept for validation. */
function lastChanged(): Dataset {
  const inputs = data.inputs.slice();
  inputs[inputs.length - 1] = 0.5;
  return dataset({ inputs, width: 4, labels: data.labels as Int32Array, classes: 2 });
}

describe('a checkpoint of another training', () => {
  const layers = fresh().layers;
  it.each<[string, string, TrainingOptions, Network?, Dataset?]>([
    ['sizes', 'network: expected 4-3-2, tanh, softmax', {}, new Network([4, 5, 2], { hidden: tanh, output: softmax })],
    ['activations', 'got 4-3-2, relu, softmax', {}, new Network([4, 3, 2], { hidden: relu, output: softmax })],
    ['frozen layers', 'got 4-3-2, frozen tanh, softmax', {}, new Network([freeze(layers[0]), layers[1]]) as Network],
    ['examples', 'data: expected 8 x 4 inputs', {}, fresh(), randomExamples(10, 4, 2, 2)],
    ['a number of examples', 'got 9 x 4 inputs', {}, fresh(), randomExamples(11, 4, 2)],
    ['validation', 'validation: expected 2 x 4 inputs', {}, fresh(), lastChanged()],
    ['optimizer', 'optimizer: expected adam, as in the training that was saved, got sgd.', { optimizer: sgd() }],
    [
      'numbers of an optimizer',
      'optimizer.beta1: expected 0.9, as in the training that was saved, got 0.8.',
      { optimizer: adam({ beta1: 0.8 }) },
    ],
    [
      'validationSplit',
      'expected 8 examples to train with and 2 for validation, as in the training that was saved, got 6 examples to train with and 4 for',
      { validationSplit: 0.4 },
    ],
    ['rate', 'learningRate: expected 0.001 at step 1', { optimizer: adam({ learningRate: 0.002 }) }],
    ['schedule', 'learningRate', { optimizer: adam({ learningRate: cosineDecay({ from: 0.001, steps: 4 }) }) }],
    ['batchSize', 'batchSize: expected 4, as in the training that was saved, got 5', { batchSize: 5 }],
    ['seed', 'seed: expected 3', { seed: 4 }],
    ['shuffle', 'shuffle: expected true', { shuffle: false }],
    ['l1', 'l1: expected 0', { l1: 0.1 }],
    ['l2', 'l2: expected 0', { l2: 0.1 }],
    ['clipping', 'clipping: expected none', { clipValue: 0.1 }],
    ['maxNorm', 'maxNorm: expected none', { maxNorm: 3 }],
    ['dropout', 'dropout[1]: expected 0, as in the training that was saved, got 0.5.', { dropout: 0.5 }],
    [
      'classWeights (case 463)',
      "classWeights: expected none, as in the training that was saved, got '0' 1, '1' 2.",
      { classWeights: [1, 2] },
    ],
    ['sampleWeights', 'data: expected 8 x 4 inputs', {}, fresh(), data.withClassWeights([1, 2])],
    ['earlyStopping', 'earlyStopping: expected none', { earlyStopping: earlyStopping() }],
    ['reduceOnPlateau', 'reduceOnPlateau: expected none', { reduceOnPlateau: () => 1 }],
    ['epochs, of which it has begun more', 'epochs: expected 2 or more', { epochs: 1 }],
  ])(
    'with other %s is refused, and the network is as it was',
    async (_what, words, changed, network = fresh(), examples = data) => {
      const refused = () => resume(bytes, changed, network, examples);
      await expectRefusalLeaving(network, refused, 'ArgumentError', 'checkpoint: ', words);
    },
  );

  it('with another augmentation is refused', async () => {
    const images = randomExamples(8, 4, 2).inputs.map((number) => Math.abs(number));
    const pictures = dataset({ inputs: images, width: 4, labels: [0, 1, 0, 1, 1, 0, 0, 1] });
    const given = (degrees: number) => ({ augmentation: augment([rotate(degrees)], { width: 2 }) });
    const { checkpoint } = placeInMemory();
    await fit(fresh(), pictures, { ...given(10), checkpoint });
    const refused = () => fit(fresh(), pictures, { ...given(20), checkpoint });
    await expectRefusal(
      refused,
      'ArgumentError',
      'checkpoint: augmentation',
      'rotate 10',
      'rotate 20',
      'or another place to start anew',
    );
  });
});

describe('the option checkpoint', () => {
  it.each([
    ['bytes', new Uint8Array(3)],
    ['a path', 'file'],
    ['a place', { load: () => undefined, save: () => {} }],
  ])('refuses %s, and says how to make one', async (_what, value) => {
    const call = () => fit(fresh(), data, { checkpoint: value as never });
    await expectRefusal(call, 'ArgumentError', 'checkpoint', 'fileCheckpoint(path)', 'checkpointIn({ load, save })');
  });

  it('refuses a rhythm that cannot be', async () => {
    const place = { load: () => undefined, save: () => {} };
    await expectRefusal(() => checkpointIn(place, { everySteps: 0 }), 'OutOfRangeError', 'checkpointIn: everySteps');
    await expectRefusal(() => checkpointIn(place, { everySeconds: -1 }), 'OutOfRangeError', 'checkpointIn: everySeconds');
    await expectRefusal(() => checkpointIn(place, { every: 1 } as never), 'ArgumentError', 'everySteps');
    await expectRefusal(() => checkpointIn({} as never), 'ArgumentError', 'load');
    await expectRefusal(() => checkpointIn(undefined as never), 'ArgumentError', 'load');
  });
});
