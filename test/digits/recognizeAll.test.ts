// Several digits in one picture, each with its place.
import { Layer, Network } from 'glassbox-nn';
import { type Dataset, mnist } from 'glassbox-nn/data';
import { type Picture, prepareDigit, recognize, recognizeAll } from 'glassbox-nn/digits';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { trainingDigits } from '../support/trainingDigits.js';

let digits: Dataset;
beforeAll(async () => {
  const { images, labels } = await trainingDigits(12, 55_000);
  digits = mnist(images, labels);
});

/** Digits in a row, white on black, each in a field of 28 x 28 that begins 30 pixels after the one before. */
function row(indices: readonly number[], factor = 1): Picture {
  const [width, height] = [30 * indices.length * factor, 30 * factor];
  const data = new Uint8Array(width * height);
  const inputs = indices.map((index) => digits.example(index).input);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const [x, y] = [Math.floor((pixel % width) / factor), Math.floor(pixel / width / factor)];
    const input = inputs[Math.floor(x / 30)] as Float32Array;
    if (x % 30 < 28 && y < 28) data[pixel] = 255 * (input[28 * y + (x % 30)] as number);
  }
  return { data, width, height };
}

describe('recognizeAll', () => {
  it('reads digits from left to right, as recognize reads each', () => {
    const all = [0, 1, 2, 3, 4, 5];
    const read = recognizeAll(row(all));
    expect(read.map(({ digit }) => digit)).toEqual(all.map((index) => digits.example(index).label));
    for (const [place, index] of all.entries()) {
      const alone = recognize(row([index]));
      expect(read[place]?.digit).toBe(alone.digit);
      expect(read[place]?.confidence).toBeCloseTo(alone.confidence, 2);
    }
    expect(recognize(row(all))).toMatchObject({ digit: undefined, confidence: 0 });
    expect(prepareDigit(row(all))).toEqual(new Float32Array(784));
  });

  it('says where each is, also in a picture that it makes smaller to look at', () => {
    for (const factor of [1, 20]) {
      for (const [index, { place }] of recognizeAll(row([2, 3, 4], factor)).entries()) {
        expect(place.x).toBeGreaterThanOrEqual(30 * index * factor);
        expect(place.x + place.width).toBeLessThanOrEqual((30 * index + 28) * factor);
        expect(place.y).toBeGreaterThan(2 * factor);
        expect(place.y + place.height).toBeLessThan(27 * factor);
        expect(place.height).toBeGreaterThan(17 * factor);
      }
    }
  });

  it('finds none in a blank picture, and leaves blots and specks out', () => {
    expect(recognizeAll({ data: new Uint8Array(10_000).fill(255), width: 100, height: 100 })).toEqual([]);
    const picture = row([0, 1]);
    const data = Uint8Array.from(picture.data);
    data.fill(255, 29 * 60 + 5, 29 * 60 + 7);
    expect(recognizeAll({ ...picture, data }).length).toBe(2);
  });

  it('answers none below the confidence that is asked for, and keeps the place', () => {
    const picture = row([0, 1, 2]);
    for (const { digit, confidence, place } of recognizeAll(picture, { reject: 1 })) {
      if ((confidence as number) < 1) expect(digit).toBeUndefined();
      expect(place.width).toBeGreaterThan(0);
    }
  });

  it('reads with another network', () => {
    const network = new Network([784, 10], { seed: 1 });
    for (const { outputs } of recognizeAll(row([0, 1]), { network })) expect(outputs.length).toBe(10);
  });

  it('refuses what is no picture, strokes among it, and options that cannot be', async () => {
    const picture = row([0]);
    await expectRefusal(() => recognizeAll(undefined as never), 'ArgumentError', 'recognizeAll: picture');
    await expectRefusal(() => recognizeAll([[{ x: 1, y: 2 }]] as never), 'ArgumentError', 'recognizeAll: picture');
    await expectRefusal(() => recognizeAll(picture, { reject: 2 }), 'OutOfRangeError', 'recognizeAll: reject');
    await expectRefusal(() => recognizeAll(picture, { least: 2 } as never), 'ArgumentError', 'least');
    await expectRefusal(() => recognizeAll(picture, { network: new Layer(784, 10) as never }), 'ArgumentError', 'a Network');
    await expectRefusal(() => recognizeAll(picture, { network: new Network([784, 9]) }), 'ShapeError', '784-9');
  });
});
