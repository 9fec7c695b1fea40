// Reading digits: from drawings, from pictures and from pixels, and saying none where there is none.
import { identity, Layer, Network } from 'glassbox-nn';
import { type Dataset, mnist } from 'glassbox-nn/data';
import { digitNetwork, handmadeNetwork, recognize } from 'glassbox-nn/digits';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';
import { drawings } from './drawings.js';

let digits: Dataset;
beforeAll(async () => {
  const { images, labels } = await trainingDigits(200, 55_000);
  digits = mnist(images, labels);
});

describe('recognize', () => {
  it.each(['default', 'classic'] as const)('reads at least 19 of 20 drawings, with the network %j', (kind) => {
    const network = digitNetwork(kind);
    expect(drawings.length).toBe(20);
    const right = drawings.filter(({ digit, strokes }) => recognize(strokes, { network }).digit === digit);
    expect(right.length).toBeGreaterThanOrEqual(19);
  });

  it('gives pixels to the network as they are', () => {
    const network = digitNetwork();
    for (const { input } of digits) {
      const { digit, outputs, confidence } = recognize(input);
      expect(outputs).toEqual(network.forward(input));
      expect(digit).toBe(network.predict(input));
      expect(confidence).toBe(Math.max(...outputs));
    }
    expect(recognize([...digits.example(0).input]).outputs).toEqual(recognize(digits.example(0).input).outputs);
  });

  it('reads a picture as it reads the pixels in it', () => {
    let same = 0;
    for (const { input } of digits) {
      const data = Uint8ClampedArray.from(
        [...input].flatMap((ink) => [255 - 255 * ink, 255 - 255 * ink, 255 - 255 * ink, 255]),
      );
      if (recognize({ data, width: 28, height: 28 }).digit === recognize(input).digit) same++;
    }
    expect(same).toBeGreaterThanOrEqual(198);
  });

  it('finds no digit where there is nothing', () => {
    for (const nothing of [
      [],
      [[{ x: 1, y: 1 }]],
      new Float32Array(784),
      { data: new Uint8Array(100).fill(255), width: 10, height: 10 },
      { data: new Uint8ClampedArray(400), width: 10, height: 10 },
    ]) {
      expect(recognize(nothing)).toMatchObject({ digit: undefined, confidence: 0 });
      expect(recognize(nothing).outputs.length).toBe(10);
    }
  });

  it('answers none of the digits below the confidence that is asked for', () => {
    for (const { input } of digits) {
      const { digit, confidence, outputs } = recognize(input);
      expect(recognize(input, { reject: confidence }).digit).toBe(digit);
      const rejected = recognize(input, { reject: Math.min(1, confidence + 1e-6) });
      if (confidence < 1) expect(rejected).toEqual({ digit: undefined, confidence, outputs });
    }
  });

  it('has no confidence by a network whose outputs may be any number, and refuses to reject by it', async () => {
    const network = new Network([784, 10], { output: identity });
    const { input } = digits.example(0);
    const { digit, confidence, outputs } = recognize(input, { network });
    expect(digit).toBe(network.predict(input));
    expect(confidence).toBeUndefined();
    expect(outputs).toEqual(network.forward(input));
    await expectRefusal(
      () => recognize(input, { network, reject: 0.5 }),
      'ArgumentError',
      'recognize: reject',
      'output: softmax',
    );
  });

  it('reads with another network, which may change under way', () => {
    const network = handmadeNetwork();
    const { input } = digits.example(0);
    expect(recognize(input, { network }).outputs).toEqual(network.forward(input));
    for (const layer of network.layers) layer.weights.fill(0);
    expect(recognize(input, { network }).outputs).toEqual(network.forward(input));
  });

  it('is not changed by what becomes of its result', () => {
    const { input } = digits.example(0);
    const before = recognize(input);
    recognize(input).outputs.fill(0);
    expect(recognize(input)).toEqual(before);
  });
});

describe('recognize refuses', () => {
  const pixels = new Float32Array(784);

  it('too few pixels, bytes, and numbers that are none (cases 13, 15, 18)', async () => {
    await expectRefusal(() => recognize(new Float32Array(783)), 'ShapeError', '784', '783');
    await expectRefusal(() => recognize(new Uint8Array(784)), 'ArgumentError', 'Uint8Array');
    await expectRefusal(() => recognize([Number.NaN, ...pixels.subarray(1)]), 'NumericError', 'NaN');
    await expectRefusal(() => recognize(undefined as never), 'ArgumentError', 'getImageData');
  });

  it('numbers that are no brightness, which a network of your own may be used to', async () => {
    const bytes = pixels.map((_, pixel) => pixel % 256);
    await expectRefusal(() => recognize(bytes), 'OutOfRangeError', 'input[2]', 'from 0 to 1', 'got 2', 'Divide bytes by 255');
    await expectRefusal(() => recognize(pixels.map(() => -0.5)), 'OutOfRangeError', 'input[0]', '-0.5');
    expect(recognize(bytes, { network: new Network([784, 10]) }).outputs).toHaveLength(10);
  });

  it('another network than one of 784 inputs and 10 outputs', async () => {
    await expectRefusal(() => recognize(pixels, { network: new Network([784, 9]) }), 'ShapeError', '784-9');
    await expectRefusal(() => recognize(pixels, { network: new Network([783, 10]) }), 'ShapeError', '783-10');
    await expectRefusal(() => recognize(pixels, { network: new Layer(784, 10) as never }), 'ArgumentError', 'a Network');
  });

  it('options that cannot be, with a hint (case 10)', async () => {
    await expectRefusal(() => recognize(pixels, { reject: 1.5 }), 'OutOfRangeError', 'reject', '1.5');
    await expectRefusal(() => recognize(pixels, { reject: '0.5' as never }), 'ArgumentError', "'0.5'");
    await expectRefusal(() => recognize(pixels, { threshold: 0.5 } as never), 'ArgumentError', 'reject');
    await expectRefusal(() => recognize(pixels, { nework: digitNetwork() } as never), 'ArgumentError', 'Did you mean network?');
  });
});
