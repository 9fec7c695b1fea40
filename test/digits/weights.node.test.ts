// Networks packed into text by the script, and unpacked by the library.
import { readFileSync } from 'node:fs';
import { Layer, relu, sigmoid, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { float16Bits, type Rounding, roundedLayer, WEIGHTS_HEADER, writeBytes, writeWords } from '../../scripts/packLayer.js';
import { readBytes } from '../../src/digits/weights/bytes.js';
import { unpackLayer } from '../../src/digits/weights/unpackNetwork.js';
import { readWords } from '../../src/digits/weights/words.js';
import { float16 } from '../../src/linalg/float16.js';

it.each(['default', 'classic'])(
  'the file of the %s weights says their licence, their data, their seed and their card',
  (kind) => {
    expect(readFileSync(`src/digits/weights/${kind}Weights.ts`, 'utf8').startsWith(`${WEIGHTS_HEADER}\nimport `)).toBe(true);
  },
);

describe('words of a few bits as text', () => {
  it('come back to the bit', () => {
    const bits = 16;
    for (const count of [1, 2, 3, 4, 5, 256]) {
      const words = Array.from({ length: count }, (_, index) => (index * 40503 + 77) % 2 ** bits);
      const text = writeWords(words, bits);
      expect([...readWords(text, count, bits)]).toEqual(words);
      expect(text.length).toBe(Math.floor(bits / 6) * count + Math.ceil(((bits % 6) * count) / 6));
    }
  });
});

describe('bytes of images as text', () => {
  it('come back to the bit, whatever they are', () => {
    for (const bytes of [
      Uint8Array.of(),
      Uint8Array.of(255),
      new Uint8Array(1000).fill(128),
      new Uint8Array(1000),
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 40503 + (index >> 3) * 77) % 256),
      Uint8Array.from({ length: 784 }, (_, index) => 128 + 100 * Math.sin(index / 9)),
    ]) {
      expect(readBytes(writeBytes(bytes), bytes.length)).toEqual(bytes);
    }
  });

  it('are the shorter, the more they are like their neighbours', () => {
    const smooth = Uint8Array.from({ length: 784 }, (_, index) => 128 + 100 * Math.sin(index / 90));
    const rough = smooth.map((byte, index) => byte + ((index * 40503) % 97));
    expect(writeBytes(smooth).length).toBeLessThan(0.7 * writeBytes(rough).length);
  });
});

describe('float16', () => {
  // From the table of examples of IEEE 754-2019 binary16: the least above 0, the largest, the number next to 1, one third.
  it.each([
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x3c00, 1],
    [0x3c01, 1.0009765625],
    [0x7bff, 65504],
    [0xc000, -2],
  ])('reads and writes %i as %d', (bits, value) => {
    expect(float16(bits)).toBe(value);
    expect(float16Bits(value)).toBe(bits);
  });

  it('comes back for every finite number of 16 bits', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      if ((bits & 0x7c00) !== 0x7c00) expect(float16Bits(float16(bits))).toBe(bits);
    }
  });

  it('is rounded to the nearest, of two as near to the even one, and refused where it is too large', () => {
    expect(float16Bits(1 + 2 ** -11)).toBe(0x3c00);
    expect(float16Bits(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(float16Bits(1 + 2 ** -11 + 2 ** -20)).toBe(0x3c01);
    expect(float16Bits(2 - 2 ** -12)).toBe(0x4000);
    expect(() => float16Bits(65520)).toThrow('no float16');
  });
});

describe('a packed layer', () => {
  const layer = new Layer(784, 16, { activation: relu, seed: 3 });
  layer.biases.set(layer.weights.subarray(0, 16));

  const unpacked = (rounding: Rounding) => {
    const fields = roundedLayer(layer, rounding);
    return unpackLayer({ ...fields, activation: relu }, 784, 16);
  };

  it('has its weights to half a step, and its biases to the bit', () => {
    for (const [rounding, share] of [
      ['bytes', 1 / 254],
      ['float16', 2 ** -11],
    ] as const) {
      const back = unpacked(rounding);
      const largest = Math.max(...layer.weights.map(Math.abs));
      for (const [index, weight] of layer.weights.entries()) {
        expect(Math.abs((back.weights[index] as number) - weight)).toBeLessThanOrEqual(largest * share * 1.001);
      }
      expect(back.weights).not.toEqual(layer.weights);
      expect(back.biases).toEqual(layer.biases);
    }
  });

  it('of weights that are all 0 comes back, too', () => {
    const dark = new Layer(2, 1);
    dark.weights.fill(0);
    const fields = roundedLayer(dark, 'bytes');
    expect(unpackLayer({ ...fields, activation: sigmoid }, 2, 1).weights).toEqual(new Float32Array(2));
  });

  it('keeps its activation', () => {
    const fields = roundedLayer(layer, 'bytes');
    expect(unpackLayer({ ...fields, activation: softmax }, 784, 16).activation).toBe(softmax);
  });
});
