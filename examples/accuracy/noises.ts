// Pictures that are no digits, and digits with such pictures among them.
import { Random } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';

/** Draws one picture into `out`, 784 bytes; `digit` is a real one to start from. */
type Noise = (out: Uint8Array, random: Random, digit: Uint8Array) => void;

/** By what they are called. */
export const NOISES: Readonly<Record<string, Noise>> = {
  'every pixel at random': (out, random) => {
    for (let pixel = 0; pixel < out.length; pixel++) out[pixel] = random.integer(256);
  },
  'a fifth of the pixels': (out, random) => {
    for (let pixel = 0; pixel < out.length; pixel++) out[pixel] = random.uniform() < 0.2 ? random.integer(256) : 0;
  },
  'pixels of digits, mixed': (out, random, digit) => {
    out.set(digit);
    random.shuffle(out);
  },
};

/** So many pictures of a noise, [count, 784]; those of another purpose are others. */
export function picturesOf(noise: Noise, count: number, digits: Dataset, purpose: string): Uint8Array {
  const random = Random.stream(0, 'noise', purpose);
  const pictures = new Uint8Array(count * 784);
  for (let index = 0; index < count; index++) {
    const digit = random.integer(digits.count) * 784;
    noise(pictures.subarray(index * 784, (index + 1) * 784), random, bytesOf(digits).subarray(digit, digit + 784));
  }
  return pictures;
}

/** The digits with their answers, and so many of each noise, whose target is a tenth for every digit. */
export function withNoise(digits: Dataset, each: number): Dataset {
  const noises = Object.values(NOISES);
  const count = digits.count + each * noises.length;
  const inputs = new Uint8Array(count * 784);
  inputs.set(bytesOf(digits));
  noises.forEach((noise, kind) => {
    inputs.set(picturesOf(noise, each, digits, 'shown'), (digits.count + kind * each) * 784);
  });
  const targets = new Float32Array(count * 10).fill(0.1);
  for (let index = 0; index < digits.count; index++) {
    digits.readTarget(targets.subarray(index * 10, (index + 1) * 10), index);
  }
  return dataset({ inputs, width: 784, targets });
}

function bytesOf({ inputs }: Dataset): Uint8Array {
  if (inputs instanceof Uint8Array) return inputs;
  throw new Error('The digits are to be bytes, as MNIST is.');
}
