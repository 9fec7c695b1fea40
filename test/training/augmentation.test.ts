// Trainings that change their images at random: what they learn from, and what stays as it is.
import { evaluate, fit, Network, relu, sgd, softmax, type TrainingOptions, tanh, train, trainSteps } from 'glassbox-nn';
import {
  type Augmentation,
  augment,
  brightness,
  Dataset,
  dataset,
  elastic,
  mnist,
  noise,
  rotate,
  shift,
  zoom,
} from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { thrownBy } from '../support/thrownBy.js';
import { trainingDigits } from '../support/trainingDigits.js';

async function digits(count: number) {
  const { images, labels } = await trainingDigits(count);
  return mnist(images, labels);
}

const made = () => new Network([784, 12, 10] as number[], { hidden: relu, output: softmax, seed: 3 });
const parts = [shift(1), rotate(9), zoom(0.1), elastic({ sigma: 3, amplitude: 0.6 }), brightness(0.4)];
const augmentation = augment(parts, { width: 28 });

/** The hash of a network after training. */
function trained(data: Dataset, options: TrainingOptions) {
  const network = made();
  const history = train(network, data, { optimizer: sgd({ learningRate: 0.5 }), seed: 9, ...options });
  return { network, history, hash: hashOfNetwork(network) };
}

describe('a training with augmentation', () => {
  it('learns from the images that apply shows, to the bit, however the batches are cut', async () => {
    const data = await digits(300);
    for (const given of [augmentation, augment([...parts, noise(0.1)], { width: 28, strength: 0.5 })]) {
      const shown = given.apply(data, { seed: 9 });
      for (const options of [{ batchSize: 32 }, { batchSize: 300 }, { batchSize: 7, dropout: [0.1, 0.5] }]) {
        const plain = trained(shown, options);
        const augmented = trained(data, { ...options, augmentation: given });
        expect(augmented.hash).toBe(plain.hash);
        expect(augmented.history[0]?.loss).toBe(plain.history[0]?.loss);
        expect(augmented.hash).not.toBe(trained(data, options).hash);
      }
    }
  });

  it('takes other images in every epoch, as strong as its schedule says', async () => {
    const data = await digits(40);
    const asked: number[] = [];
    const strength = (progress: number) => {
      asked.push(progress);
      return 1 - progress;
    };
    const scheduled = augment(parts, { width: 28, strength });
    const network = made();
    const options = { epochs: 4, batchSize: 40, seed: 5, shuffle: false, optimizer: sgd({ learningRate: 0.3 }) };
    train(network, data, { ...options, augmentation: scheduled });
    expect(asked).toEqual([0, 0, 0.25, 0.5, 0.75]);
    const other = made();
    for (let epoch = 1; epoch <= 4; epoch++) {
      const shown = scheduled.apply(data, { seed: 5, epoch, strength: 1 - (epoch - 1) / 4 });
      train(other, shown, { ...options, epochs: 1 });
    }
    expect(hashOfNetwork(other)).toBe(hashOfNetwork(network));
  });

  it('is the same by train, fit and trainSteps', async () => {
    const data = await digits(60);
    const options = { augmentation, epochs: 2, batchSize: 16, seed: 4 };
    const [one, two, three] = [made(), made(), made()];
    train(one, data, options);
    await fit(two, data, options);
    for (const { step } of trainSteps(three, data, options)) expect(step).toBeLessThan(9);
    expect(hashOfNetwork(two)).toBe(hashOfNetwork(one));
    expect(hashOfNetwork(three)).toBe(hashOfNetwork(one));
  });

  it('measures images as they are', async () => {
    const [data, validationData] = (await digits(100)).split(60);
    const { network, history } = trained(data, { augmentation, validationData });
    expect(history[0]?.validation?.loss).toBe(evaluate(network, validationData).loss);
    const split = trained(await digits(100), { augmentation, validationSplit: 0.4 });
    expect(split.hash).toBe(hashOfNetwork(network));
    expect(split.history[0]?.validation).toEqual(history[0]?.validation);
  });

  it('of strength 0, or of no parts, is a training without, to the bit', async () => {
    const data = await digits(60);
    const plain = trained(data, {}).hash;
    expect(trained(data, { augmentation: augment(parts, { width: 28, strength: 0 }) }).hash).toBe(plain);
    expect(trained(data, { augmentation: augment([], { width: 28 }) }).hash).toBe(plain);
  });

  it('takes targets that are no classes', () => {
    const inputs = Array.from({ length: 20 }, (_, i) => Array.from({ length: 12 }, (_, j) => ((i * j) % 5) / 4));
    const data = dataset({ inputs, targets: inputs.map(([first]) => [first as number, -2]) });
    const small = augment([shift(1), noise(0.2)], { width: 4, height: 3 });
    const hashes = [data, small.apply(data)].map((given, index) => {
      const network = new Network([12, 5, 2], { hidden: tanh, output: tanh });
      train(network, given, index === 0 ? { augmentation: small } : {});
      return hashOfNetwork(network);
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('changes what a reader of its own gives', async () => {
    class Inverted extends Dataset {
      override readInput(out: Float32Array, index: number): void {
        super.readInput(out, index);
        for (let i = 0; i < out.length; i++) out[i] = 1 - (out[i] as number);
      }
    }
    const data = await digits(30);
    const shown = dataset({ inputs: new Inverted(data).readInputs(), width: 784, labels: data.labels as Int32Array });
    const augmented = trained(new Inverted(data), { augmentation, batchSize: 8 });
    expect(augmented.hash).toBe(trained(augmentation.apply(shown, { seed: 9 }), { batchSize: 8 }).hash);
  });
});

describe('what does not fit', () => {
  it('is refused before anything changes', async () => {
    const data = await digits(10);
    const network = made();
    const refused = (given: unknown, ...rest: [Parameters<typeof expectRefusalLeaving>[2], ...string[]]) =>
      expectRefusalLeaving(network, () => train(network, data, { augmentation: given as Augmentation }), ...rest);
    await refused(augment([], { width: 29 }), 'ShapeError', 'augmentation: data.width', 'width, 29', 'got 784');
    await refused(augment([], { width: 28, height: 27 }), 'ShapeError', '28 x 27 numbers', 'got 784');
    await refused(parts, 'ArgumentError', 'augmentation', 'Make one with augment(');
    await refused(null, 'ArgumentError', 'augmentation', 'null');
    await refused(augment([], { width: 28, strength: () => Number.NaN }), 'OutOfRangeError', 'strength(0)', 'NaN');
    const centred = dataset({
      inputs: data.readInputs().map((value) => value - 0.1),
      width: 784,
      labels: data.labels as Int32Array,
    });
    const call = () => train(network, centred, { augmentation });
    await expectRefusalLeaving(network, call, 'OutOfRangeError', 'augmentation: data input [0] of example 0', 'standardized');
  });

  it('is refused when a schedule fails on the way, and the epochs before it are kept', async () => {
    const data = await digits(20);
    const network = made();
    const strength = (progress: number) => (progress < 0.5 ? 1 : 7);
    const options = { epochs: 2, augmentation: augment(parts, { width: 28, strength }), seed: 1 };
    const { name, message } = thrownBy(() => train(network, data, options));
    expect(`${name}: ${message}`).toContain('OutOfRangeError: augment: strength(0.5): expected a number from 0 to 1, got 7');
    const before = made();
    train(before, data, { ...options, epochs: 1, augmentation });
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(before));
    expect(train(network, data).length).toBe(1);
  });
});
