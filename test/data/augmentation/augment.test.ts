// Random changes of images, as `apply` shows them.
import { Random } from 'glassbox-nn';
import {
  type Augmentation,
  type AugmentationPart,
  augment,
  brightness,
  dataset,
  elastic,
  fallingStrength,
  mnist,
  noise,
  rotate,
  shear,
  shift,
  xor,
  zoom,
} from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../support/float32.js';
import { expectRefusal } from '../../support/refusals.js';
import { trainingDigits } from '../../support/trainingDigits.js';
import { changeSlowly, type SlowRanges } from './slowly.js';

/** Of twenty digits with everything on; a change of it is a change of bits that the changelog must name. */
const GOLDEN = '24156aa4';

const everything = [
  ...[shift(0.8), rotate(9), zoom(0.09), shear(0.1), elastic({ sigma: 3, amplitude: 0.6 })],
  ...[brightness(0.4), noise(0.05)],
];

async function digits(count: number) {
  const { images, labels } = await trainingDigits(count);
  return mnist(images, labels);
}

/** Random pixels, many of them black. */
function randomImage(pixels: number, seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: pixels }, () => Math.max(0, random.uniform(-0.5, 1)));
}

describe('each change', () => {
  const cases: [string, AugmentationPart[], SlowRanges][] = [
    ['shift', [shift(2.5)], { shift: 2.5 }],
    ['rotate', [rotate(180)], { rotate: 180 }],
    ['zoom', [zoom(0.5)], { zoom: 0.5 }],
    ['shear', [shear(0.7)], { shear: 0.7 }],
    ['elastic', [elastic({ sigma: 2, amplitude: 1.5 })], { elastic: { sigma: 2, amplitude: 1.5 } }],
    ['brightness', [brightness(0.9)], { brightness: 0.9 }],
    ['noise', [noise(0.3)], { noise: 0.3 }],
    [
      'all together',
      [shift(1), rotate(30), zoom(0.2), shear(0.3), elastic({ sigma: 1.3, amplitude: 0.5 }), brightness(0.5), noise(0.1)],
      {
        ...{ shift: 1, rotate: 30, zoom: 0.2, shear: 0.3, elastic: { sigma: 1.3, amplitude: 0.5 } },
        ...{ brightness: 0.5, noise: 0.1 },
      },
    ],
  ];

  it.each(cases)('%s is what its documentation says, worked out slowly', (_, parts, ranges) => {
    for (const [width, height] of [
      [9, 7],
      [4, 12],
      [1, 3],
    ] as const) {
      // biome-ignore format: a table
      const pixels = randomImage(width * height, width);
      const augmentation = augment(parts, { width });
      for (const example of [0, 1, 70_000]) {
        const keys = { seed: 5, epoch: 3, example };
        const slow = changeSlowly({ pixels, width, height, ...keys }, ranges);
        const changed = augmentation.apply(pixels, keys);
        expect(changed.some((value, i) => value !== pixels[i])).toBe(true);
        // In float32, where an edge lies a millionth beside.
        const apart = changed.map((value, i) => Math.abs(value - (slow[i] as number)));
        expect(Math.max(...apart)).toBeLessThan(2e-5);
      }
    }
  });

  it('of strength 0 is none, to the bit', async () => {
    const data = await digits(20);
    const same = augment(everything, { width: 28, strength: 0 }).apply(data, { seed: 2 });
    expect(same.inputs).toEqual(data.readInputs());
    expect(augment(everything, { width: 28 }).apply(data, { strength: 0 }).inputs).toEqual(data.readInputs());
    expect(augment([], { width: 28 }).apply(data).inputs).toEqual(data.readInputs());
  });

  it('of half the strength goes half as far', () => {
    const image = randomImage(36, 1);
    const keys = { seed: 8, example: 4 };
    const half = augment([shift(2), rotate(20), brightness(0.6)], { width: 6, strength: 0.5 }).apply(image, keys);
    expect(half).toEqual(augment([shift(1), rotate(10), brightness(0.3)], { width: 6 }).apply(image, keys));
  });

  it('is the same whatever else is changed, and in whatever order the parts are given', () => {
    const image = randomImage(49, 2);
    const [one, other] = [augment(everything, { width: 7 }), augment([...everything].reverse(), { width: 7 })];
    expect(one.apply(image, { seed: 1 })).toEqual(other.apply(image, { seed: 1 }));
    expect(augment([shift(1)], { width: 7 }).apply(image)).toEqual(augment([rotate(0), shift(1)], { width: 7 }).apply(image));
  });
});

describe('displacements', () => {
  /** Of every inner pixel of some images, by images that grow brighter by a known step along one direction. */
  function displacementsOf(augmentation: Augmentation, images: number): Float64Array[] {
    const [width, margin] = [40, 8];
    return ['across', 'down'].map((direction) => {
      const place = (i: number) => (direction === 'across' ? i % width : Math.floor(i / width));
      const ramp = Float32Array.from({ length: width * width }, (_, i) => place(i) / width);
      const inner = (i: number) => [i % width, Math.floor(i / width)].every((at) => at >= margin && at < width - margin);
      const all: number[] = [];
      for (let example = 0; example < images; example++) {
        for (const [i, value] of augmentation.apply(ramp, { example }).entries()) {
          if (inner(i)) all.push(value * width - place(i));
        }
      }
      return Float64Array.from(all);
    });
  }

  it('have the root mean square that was asked for, across and down, and are alike next to each other', () => {
    for (const [sigma, amplitude] of [
      [3, 0.6],
      [1.5, 1.2],
    ] as const) {
      // biome-ignore format: a table
      const inner = 24;
      for (const found of displacementsOf(augment([elastic({ sigma, amplitude })], { width: 40 }), 60)) {
        const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const square = meanOf(Array.from(found, (value) => value * value));
        expect(Math.abs(Math.sqrt(square) / amplitude - 1)).toBeLessThan(0.08);
        // Noise that a bell curve has smoothed is correlated by e^(-d^2 / (4 sigma^2)) over a distance d.
        const distance = 3;
        const products = Array.from(found, (value, i) =>
          i % inner < inner - distance ? value * (found[i + distance] as number) : 0,
        );
        const correlation = (meanOf(products) * inner) / (inner - distance) / square;
        expect(Math.abs(correlation - Math.exp(-(distance * distance) / (4 * sigma * sigma)))).toBeLessThan(0.08);
      }
    }
  });
});

describe('apply', () => {
  it('changes digits, each in its own way, which stay like themselves', async () => {
    const data = await digits(50);
    const augmentation = augment(everything.slice(0, -1), { width: 28, height: 28 });
    const changed = augmentation.apply(data, { seed: 3 });
    expect(changed).toMatchObject({ count: 50, width: 28 * 28, scale: 1, classes: 10 });
    expect(changed.labels).toEqual(data.labels);
    let total = 0;
    for (let index = 0; index < 50; index++) {
      const [before, after] = [data.example(index).input, changed.example(index).input];
      expect(after.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(after).not.toEqual(before);
      const likeness = dot(before, after) / Math.sqrt(dot(before, before) * dot(after, after));
      expect(likeness).toBeGreaterThan(0.4);
      total += likeness;
    }
    expect(total / 50).toBeGreaterThan(0.7);
  });

  it('gives the same bits on every machine', async () => {
    const changed = augment(everything, { width: 28 }).apply(await digits(20), { seed: 7, epoch: 2 });
    expect(hashOf(changed.inputs as Float32Array)).toBe(GOLDEN);
  });

  it('gives one input what it gives it within its data set', async () => {
    const data = await digits(3);
    const augmentation = augment(everything, { width: 28 });
    const keys = { seed: 4, epoch: 9, strength: 0.7 };
    const { input } = augmentation.apply(data, keys).example(2);
    expect(augmentation.apply(data.example(2).input, { ...keys, example: 2 })).toEqual(input);
    expect(augmentation.apply([...data.example(2).input], { ...keys, example: 2 })).toEqual(input);
    for (const other of [{ seed: 5 }, { epoch: 8 }, { strength: 0.6 }, { example: 1 }]) {
      expect(augmentation.apply(data.example(2).input, { ...keys, example: 2, ...other })).not.toEqual(input);
    }
  });

  it('changes neither what it is given nor rows of answers', () => {
    const inputs = [[0, 1, 0.5, 0.25]];
    const data = dataset({ inputs, targets: [[-3, 4]] });
    const changed = augment([shift(1)], { width: 2 }).apply(data);
    expect(data.example(0).input).toEqual(Float32Array.from(inputs[0] as number[]));
    expect(changed.example(0).target).toEqual(Float32Array.of(-3, 4));
    expect(changed.inputs).not.toEqual(data.inputs);
  });

  it('refuses images of another size, and numbers that are none of an image', async () => {
    const augmentation = augment([shift(1)], { width: 3 });
    await expectRefusal(() => augmentation.apply([0, 1, 0, 1]), 'ShapeError', 'a multiple', 'width, 3', 'got 4');
    await expectRefusal(() => augment([], { width: 3, height: 3 }).apply([0, 1, 0]), 'ShapeError', '3 x 3 numbers', 'got 3');
    await expectRefusal(() => augmentation.apply(xor()), 'ShapeError', 'data.width', 'got 2');
    await expectRefusal(() => augmentation.apply([0, 1.5, 0]), 'OutOfRangeError', 'input[1]', 'from 0 to 1', '1.5');
    await expectRefusal(() => augmentation.apply(Uint8Array.of(0, 1, 0) as never), 'ArgumentError', 'Bytes are 0-255');
    await expectRefusal(() => augmentation.apply([0, Number.NaN, 0]), 'NumericError', 'input[1]', 'NaN');
    const centred = dataset({ inputs: [[0, 0.5, -0.5]], labels: [0] });
    await expectRefusal(() => augmentation.apply(centred), 'OutOfRangeError', 'input [2] of example 0', '-0.5', 'standardized');
    await expectRefusal(() => augmentation.apply(7 as never), 'ArgumentError', 'a Dataset', 'got 7');
    await expectRefusal(() => augmentation.apply([0, 0, 0], { epoch: 0 }), 'OutOfRangeError', 'epoch', 'got 0');
    await expectRefusal(() => augmentation.apply([0, 0, 0], { seed: -1 }), 'OutOfRangeError', 'seed', 'got -1');
    await expectRefusal(() => augmentation.apply([0, 0, 0], { strength: 2 }), 'OutOfRangeError', 'strength', 'got 2');
    await expectRefusal(() => augmentation.apply([0, 0, 0], { example: 0.5 }), 'OutOfRangeError', 'example', 'got 0.5');
    await expectRefusal(() => augmentation.apply(xor(), { example: 1 } as never), 'ArgumentError', 'example');
  });
});

describe('options of augment', () => {
  it('is checked when it is made', async () => {
    const nan = Number.NaN;
    await expectRefusal(() => shift(-1), 'OutOfRangeError', 'shift: pixels', 'got -1');
    await expectRefusal(() => rotate(nan), 'OutOfRangeError', 'rotate: degrees', 'NaN');
    await expectRefusal(() => rotate('9' as never), 'ArgumentError', 'rotate: degrees', "'9'");
    await expectRefusal(() => zoom(1), 'OutOfRangeError', 'zoom: share', 'got 1');
    await expectRefusal(() => shear(nan), 'OutOfRangeError', 'shear: amount', 'NaN');
    await expectRefusal(() => brightness(1.1), 'OutOfRangeError', 'brightness: strength', '1.1');
    await expectRefusal(() => noise(Number.POSITIVE_INFINITY), 'OutOfRangeError', 'noise: sigma', 'Infinity');
    await expectRefusal(() => elastic({ sigma: 0, amplitude: 1 }), 'OutOfRangeError', 'elastic: sigma', 'got 0');
    await expectRefusal(() => elastic({ sigma: 3, amplitude: nan }), 'OutOfRangeError', 'elastic: amplitude', 'NaN');
    await expectRefusal(() => elastic({ sigma: 3 } as never), 'ArgumentError', 'elastic', '{ sigma, amplitude }');
    await expectRefusal(() => elastic({ sigma: 3, alpha: 8 } as never), 'ArgumentError', 'alpha', 'Give amplitude');
  });

  it('is checked when its parts are put together', async () => {
    await expectRefusal(() => augment(shift(1) as never, { width: 3 }), 'ArgumentError', 'augment: parts', 'an object');
    await expectRefusal(() => augment([{ kind: 'flip' } as never], { width: 3 }), 'ArgumentError', 'parts[0]', 'shift()');
    await expectRefusal(() => augment([shift as never], { width: 3 }), 'ArgumentError', 'parts[0]', 'a function');
    await expectRefusal(() => augment([shift(1), shift(2)], { width: 3 }), 'ArgumentError', 'parts[1]', 'shift again');
    await expectRefusal(() => augment([], undefined as never), 'ArgumentError', 'augment: width', 'undefined');
    await expectRefusal(() => augment([], { width: 0 }), 'OutOfRangeError', 'augment: width', 'got 0');
    await expectRefusal(() => augment([], { width: 2, height: 1.5 }), 'OutOfRangeError', 'augment: height', '1.5');
    await expectRefusal(() => augment([], { width: 2, strength: 2 }), 'OutOfRangeError', 'augment: strength', 'got 2');
    await expectRefusal(() => augment([], { width: 2, strength: '1' as never }), 'ArgumentError', 'augment: strength');
    await expectRefusal(() => augment([], { width: 2, columns: 2 } as never), 'ArgumentError', "'columns'");
  });
});

describe('parts made by hand', () => {
  const nan = Number.NaN;
  const infinity = Number.POSITIVE_INFINITY;
  const outside: readonly (readonly [AugmentationPart['kind'], number])[] = [
    ['shift', nan],
    ['shift', infinity],
    ['shift', -1],
    ['shift', 1025],
    ['rotate', 181],
    ['zoom', 1e9],
    ['shear', 5],
    ['brightness', 50],
    ['noise', nan],
  ];

  it.each(outside)('are held to the limits of their makers: %s %d', async (kind, amount) => {
    const part = { kind, amount };
    const words = [`augment: parts[0]: amount of ${kind}`, ' from 0 to ', `${amount}`];
    await expectRefusal(() => augment([part], { width: 3 }), 'OutOfRangeError', ...words);
  });

  it('must be whole, and of numbers', async () => {
    const made = (part: object) => () => augment([part as AugmentationPart], { width: 3 });
    await expectRefusal(made({ kind: 'shift' }), 'ArgumentError', 'parts[0]: amount of shift', 'got undefined');
    await expectRefusal(made({ kind: 'rotate', amount: '9' }), 'ArgumentError', 'amount of rotate', "got '9'");
    await expectRefusal(made({ kind: 'elastic', amount: 1 }), 'ArgumentError', 'sigma of elastic', 'got undefined');
    await expectRefusal(made({ kind: 'elastic', amount: 1, sigma: 1e6 }), 'OutOfRangeError', 'up to 64', 'got 1000000');
    await expectRefusal(made({ kind: 'elastic', amount: 65, sigma: 3 }), 'OutOfRangeError', 'from 0 to 64', 'got 65');
    await expectRefusal(made({ kind: 'shift', pixels: 1 }), 'ArgumentError', 'parts[0]', "got 'pixels'");
    await expectRefusal(made({ kind: 'shift', amount: 1, sigma: 3 }), 'ArgumentError', 'parts[0]', "got 'sigma'");
    const sparse: AugmentationPart[] = [];
    sparse[1] = shift(1);
    await expectRefusal(() => augment(sparse, { width: 3 }), 'ArgumentError', 'parts[0]', 'got undefined');
  });

  it('are as good as made ones, and what is done to them afterwards has no effect', () => {
    const part = { kind: 'shift' as const, amount: 1 };
    const augmentation = augment([part], { width: 6 });
    part.amount = nan;
    const image = randomImage(36, 3);
    expect(augmentation.parts).toEqual([shift(1)]);
    expect(augmentation.apply(image)).toEqual(augment([shift(1)], { width: 6 }).apply(image));
  });
});

describe('fallingStrength', () => {
  it('is full at first, and then falls along a line', () => {
    const strength = fallingStrength();
    expect([0, 0.3, 0.65].map(strength)).toEqual([1, 1, 1]);
    expect(strength(0.825)).toBeCloseTo(0.675, 12);
    expect(strength(1)).toBeCloseTo(0.35, 12);
    expect([0, 0.5, 1].map(fallingStrength({ full: 0, end: 0 }))).toEqual([1, 0.5, 0]);
    expect([0, 0.5, 1].map(fallingStrength({ full: 1, end: 0 }))).toEqual([1, 1, 1]);
  });

  it('refuses what is no share', async () => {
    await expectRefusal(() => fallingStrength({ full: 1.1 }), 'OutOfRangeError', 'fallingStrength: full', '1.1');
    await expectRefusal(() => fallingStrength({ end: Number.NaN }), 'OutOfRangeError', 'fallingStrength: end', 'NaN');
    await expectRefusal(() => fallingStrength({ start: 1 } as never), 'ArgumentError', "'start'");
  });
});

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] as number), 0);
}
