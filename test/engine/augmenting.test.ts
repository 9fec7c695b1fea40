// The module that augments repeats the reference in JavaScript to the bit, whatever the images and whatever the network.
import fc from 'fast-check';
import { adam, Network, Random, relu, sgd, sigmoid, softmax, train } from 'glassbox-nn';
import {
  type AugmentationPart,
  augment,
  brightness,
  type Dataset,
  dataset,
  elastic,
  noise,
  rotate,
  shear,
  shift,
  zoom,
} from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { CoreStep } from '../../src/engine/CoreStep.js';
import { quadratic } from '../../src/learning/losses/quadratic.js';
import { stepPlan } from '../learning/stepPlan.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { bent } from './customFunctions.js';
import { onBoth } from './onBoth.js';

/** One training on changed images, in plain words. */
interface Work {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly numbers: 'bytes' | 'floats';
  readonly density: number;
  readonly parts: readonly AugmentationPart[];
  readonly strength: number;
  readonly hidden: number;
  readonly activation: 'relu' | 'sigmoid' | 'bent';
  readonly dropout: readonly [number, number];
  readonly batchSize: number;
  readonly seed: number;
}

const amount = (most: number) => fc.oneof(fc.constantFrom(0, most), fc.double({ min: 0, max: most, noNaN: true }));
const partsToMake = [
  amount(5).map(shift),
  amount(180).map(rotate),
  amount(0.9).map(zoom),
  amount(4).map(shear),
  fc.record({ sigma: fc.double({ min: 0.2, max: 9, noNaN: true }), amplitude: amount(4) }).map(elastic),
  amount(1).map(brightness),
  amount(1).map(noise),
];
const parts = fc
  .tuple(...partsToMake.map((part) => fc.option(part, { nil: undefined })))
  .map((given) => given.filter((part) => !!part));

const works: fc.Arbitrary<Work> = fc.record({
  width: fc.integer({ min: 1, max: 19 }),
  height: fc.integer({ min: 1, max: 19 }),
  count: fc.constantFrom(1, 7, 40, 150),
  numbers: fc.constantFrom('bytes', 'floats'),
  density: fc.constantFrom(0, 0.05, 0.3, 0.8, 1),
  parts,
  strength: fc.constantFrom(1, 1, 0.37, 0),
  hidden: fc.constantFrom(3, 16, 65),
  activation: fc.constantFrom('relu', 'sigmoid', 'bent'),
  dropout: fc.constantFrom([0, 0], [0, 0.5], [0.2, 0]),
  batchSize: fc.constantFrom(1, 6, 32, 149),
  seed: fc.integer({ min: 0, max: 1000 }),
});

function imagesOf({ width, height, count, numbers, density, seed }: Work): Dataset {
  const random = new Random(seed);
  const pixel = () => (random.uniform() < density ? 1 + random.integer(255) : 0);
  const bytes = Uint8Array.from({ length: count * width * height }, pixel);
  const labels = Array.from({ length: count }, () => random.integer(3));
  const inputs = numbers === 'bytes' ? bytes : Float32Array.from(bytes, (byte) => byte / 255);
  return dataset({ inputs, width: width * height, labels, classes: 3 });
}

function outcomeOf(work: Work) {
  const { width, height, strength, hidden, activation, dropout, batchSize, seed } = work;
  const network = new Network([width * height, hidden, 3], { hidden: { relu, sigmoid, bent }[activation], output: softmax });
  const augmentation = augment(work.parts, { width, strength });
  const history = train(network, imagesOf(work), { augmentation, dropout, batchSize, seed, epochs: 2, optimizer: adam() });
  return { hash: hashOfNetwork(network), records: history.map(({ seconds, ...record }) => record) };
}

describe('a training on changed images', () => {
  it('comes to the same on both backends, whatever is changed', () => {
    fc.assert(
      fc.property(works, (work) => {
        onBoth(() => outcomeOf(work));
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same for images of 28 x 28 and for large ones, whose columns a list cannot tell apart', () => {
    const all = [shift(3), rotate(20), zoom(0.2), shear(0.2), elastic({ sigma: 4, amplitude: 2 }), brightness(0.5)];
    const base = { numbers: 'bytes', strength: 1, activation: 'relu', dropout: [0, 0], batchSize: 4, seed: 1 } as const;
    for (const [width, height, count] of [
      [28, 28, 40],
      [300, 230, 3],
      [131, 2, 9],
    ] as const) {
      // biome-ignore format: a table
      onBoth(() => outcomeOf({ ...base, width, height, count, density: 0.1, hidden: 5, parts: all }));
    }
  });
});

describe('the changed images in the core', () => {
  it('are those of the reference, pixel by pixel', () => {
    fc.assert(
      fc.property(works, (work) => {
        const data = imagesOf(work);
        const augmentation = augment(work.parts, { width: work.width, strength: work.strength });
        const network = new Network([data.width, 4, 3]);
        const step = new CoreStep(
          stepPlan({ network, data, loss: quadratic, optimizer: sgd(), seed: work.seed, augmentation }),
          150,
        );
        const order = Uint32Array.from({ length: data.count }, (_, index) => data.count - 1 - index);
        step.beginEpoch(2, order);
        step.addExamples(0, data.count);
        const changed = augmentation.apply(data, { seed: work.seed, epoch: 2 });
        const { buffer } = step.core.core.memory;
        const { inputOrder, starts, columns, inputs, batchCapacity } = step.core.placed.fields as Record<string, number>;
        // The core has the last portion of the batch.
        const first = Math.floor((data.count - 1) / (batchCapacity as number)) * (batchCapacity as number);
        for (let position = first; position < data.count; position++) {
          const [place] = new Uint32Array(buffer, (inputOrder as number) + position * 4, 1) as unknown as [number];
          const { input } = changed.example(order[position] as number);
          const found = new Float32Array(data.width);
          if (starts) {
            const [start, end] = new Uint32Array(buffer, starts + place * 4, 2) as unknown as [number, number];
            const listed = new Uint16Array(buffer, (columns as number) + start * 2, end - start);
            for (const [entry, column] of listed.entries()) {
              found[column] = new Float32Array(buffer, (inputs as number) + (start + entry) * 4, 1)[0] as number;
            }
            expect([...listed]).toEqual([...listed].sort((a, b) => a - b));
            expect(listed.length).toBe(input.filter((value) => value !== 0).length);
          } else {
            found.set(new Float32Array(buffer, (inputs as number) + place * data.width * 4, data.width));
          }
          expect(found).toEqual(input.map((value) => value + 0));
        }
        step.release();
      }),
      { numRuns: 60 },
    );
  });
});
