// A validation that measures something else than what is learned is warned of, and one of data in random order is not.
import { fit, identity, Network, type TrainingOptions, train, trainSteps } from 'glassbox-nn';
import { type Dataset, dataset, stratifiedSplit } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/random/Random.js';
import { splitValidation } from '../../../src/training/planTraining.js';
import { validationWarnings } from '../../../src/training/warnings.js';

/** In order: so many examples of each class. */
function sorted(...counts: number[]): Dataset {
  const labels = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  return dataset({ inputs: labels, width: 1, labels });
}

const numbers = (targets: number[]) => dataset({ inputs: targets, width: 1, targets: targets.map((target) => [target]) });

/** What is said of a split, as a training says it. */
function warned(data: Dataset, validationSplit: number): string | undefined {
  const [training, validation] = splitValidation(data, { validationSplit });
  const warnings = validationWarnings({ data: training, validation, isSplit: true });
  expect(warnings.length).toBeLessThan(2);
  return warnings[0];
}

/** Of how many shuffled data sets something is said, as a share. */
function rate(data: Dataset, share: number, tries: number): number {
  let said = 0;
  for (let seed = 1; seed <= tries; seed++) if (warned(data.shuffle(seed), share) !== undefined) said += 1;
  return said / tries;
}

async function warningsOf(data: Dataset, options: TrainingOptions): Promise<string[][]> {
  const outputs = data.targets === undefined ? 2 : 1;
  const network = () => new Network([1, outputs], outputs === 1 ? { output: identity } : {});
  const [first, second, third]: string[][] = [[], [], []];
  train(network(), data, { ...options, onWarning: (message) => first?.push(message) });
  await fit(network(), data, { ...options, onWarning: (message) => second?.push(message) });
  for (const _ of trainSteps(network(), data, { ...options, onWarning: (message) => third?.push(message) }));
  return [first ?? [], second ?? [], third ?? []];
}

describe('data in order', () => {
  it('of all zeros, then all ones, are warned of once, by train, fit and trainSteps, with the way out', async () => {
    const message =
      'validationSplit takes the last 20 of 100 examples, and class 0 is 62.5% of the training data and 0% of the validation data. Unless this order is meant, split by seed: const [training, validationData] = stratifiedSplit(data, 0.8, { seed: 1 }) of glassbox-nn/data.';
    expect(await warningsOf(sorted(50, 50), { validationSplit: 0.2 })).toEqual([[message], [message], [message]]);
  });

  it('of [0, 0, 1, 1] leave class 1 for validation alone, which is said', () => {
    expect(warned(sorted(2, 2), 0.5)).toContain('class 1 is in the validation data, but not in the training data');
  });

  it('names the classes that only validation has', () => {
    const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].flatMap((name) => [name, name]);
    const data = dataset({ inputs: labels.map((_, place) => [place]), labels });
    expect(warned(data, 0.2)).toContain("classes 'h', 'i' are in the validation data");
    expect(warned(data, 0.9)).toContain("classes 'b', 'c', 'd', 'e', 'f' and 3 more are in the validation data");
  });

  it.each([
    [[5, 5]],
    [[6, 4]],
    [[4, 3, 3]],
    [[6, 6]],
    [[10, 10]],
    [[7, 7, 6]],
    [[25, 25]],
    [[50, 50, 50]],
    [new Array<number>(10).fill(5)],
    [new Array<number>(26).fill(10)],
    [[500, 500]],
  ])('speak for themselves: %j', (counts) => {
    for (const share of [0.1, 0.2, 0.3, 0.5]) expect(warned(sorted(...counts), share)).toBeDefined();
  });

  it('are warned of by their targets, where these are numbers: a rising series, a falling one, and one with noise', () => {
    for (const count of [8, 10, 20, 50, 1000]) {
      const series = Array.from({ length: count }, (_, place) => place / count);
      for (const share of [0.1, 0.2, 0.5]) {
        expect(warned(numbers(series), share)).toContain('and the targets are nearly all larger in the validation data');
        expect(warned(numbers(series.map((target) => -target)), share)).toContain('nearly all smaller in the validation data');
      }
    }
    const random = new Random(5);
    const noisy = Array.from({ length: 200 }, (_, place) => place / 200 + random.normal() * 0.05);
    expect(warned(numbers(noisy), 0.2)).toContain('nearly all larger');
    const rows = dataset({ inputs: noisy, width: 1, targets: noisy.map((target) => [random.normal(), target]) });
    expect(warned(rows, 0.2)).toContain('the targets of column 1 are nearly all larger');
  });

  it('are warned of where shares are far apart, though no class is missing', () => {
    const labels = [...new Array<number>(80).fill(0), ...new Array<number>(20).fill(1)].map((label, place) =>
      place % 10 === 0 ? 1 - label : label,
    );
    expect(warned(dataset({ inputs: labels, width: 1, labels }), 0.2)).toMatch(
      /class 0 is 90% of the training data and 10% of/,
    );
  });
});

describe('data in random order', () => {
  // Of 10 and 12 examples one order in a hundred looks sorted.
  it.each([
    [[5, 5], 0.025],
    [[3, 3, 3, 3], 0.025],
    [[10, 10], 0.007],
    [[7, 7, 6], 0.007],
    [[15, 15], 0.007],
    [[25, 25], 0.007],
    [[40, 10], 0.007],
    [new Array<number>(10).fill(5), 0.008],
  ])('are passed over in silence: %j', (counts, most) => {
    for (const share of [0.1, 0.2]) expect(rate(sorted(...counts), share, 500)).toBeLessThan(most);
  });

  it.each([[[50, 50, 50]], [new Array<number>(26).fill(10)], [[990, 10]], [new Array<number>(100).fill(10)]])(
    'are passed over in silence, of many examples and classes: %j',
    (counts) => {
      expect(rate(sorted(...counts), 0.2, 300)).toBeLessThan(0.01);
    },
  );

  it('are passed over in silence, also of numbers and of several columns', () => {
    const random = new Random(8);
    for (const count of [10, 20, 50]) {
      const targets = Array.from({ length: count }, () => random.normal());
      expect(rate(numbers(targets), 0.2, 500)).toBeLessThan(0.005);
      const rows = targets.map(() => Array.from({ length: 16 }, () => random.normal()));
      expect(rate(dataset({ inputs: targets, width: 1, targets: rows }), 0.2, 200)).toBeLessThan(0.015);
    }
  });

  it('are passed over in silence where all targets, or all classes, are one', () => {
    expect(warned(numbers(new Array<number>(50).fill(3)), 0.2)).toBeUndefined();
    expect(warned(sorted(50), 0.2)).toBeUndefined();
  });

  it('are passed over in silence where a class of one is learned from', () => {
    expect(warned(sorted(1, 60), 0.1)).toBeUndefined();
  });

  it('are those of the way out', () => {
    const [training, validation] = stratifiedSplit(sorted(50, 50), 0.8, { seed: 1 });
    const joined = dataset({
      inputs: [...training.inputs, ...validation.inputs],
      width: 1,
      labels: [...(training.labels ?? []), ...(validation.labels ?? [])],
    });
    expect(warned(joined, 0.2)).toBeUndefined();
  });
});

describe('validation data that are given', () => {
  it('are warned of if they have many of a class that the training data lack', async () => {
    const alone = dataset({
      inputs: new Array<number>(50).fill(0),
      width: 1,
      labels: new Array<number>(50).fill(0),
      classes: 2,
    });
    const [first] = await warningsOf(alone, { validationData: sorted(25, 25) });
    expect(first).toEqual([
      'validationData: class 1 is in the validation data, but not in the training data. A class that the network never sees is never learned: are both files the right ones?',
    ]);
  });

  it('are passed over in silence with a small piece of the training data, or with other shares', async () => {
    const piece = dataset({ inputs: [[0]], labels: [0], classes: 2 });
    const lopsided = sorted(45, 5);
    for (const data of [piece, lopsided])
      expect(await warningsOf(data, { validationData: sorted(25, 25) })).toEqual([[], [], []]);
  });
});

describe('validationSplit', () => {
  it('leaves an example on each side: 0.1 of 4 is 1, and 0.99 is 3', () => {
    const sizes = (share: number) => splitValidation(sorted(2, 2), { validationSplit: share }).map((part) => part?.count);
    expect([sizes(0.1), sizes(0.01), sizes(0.99)]).toEqual([
      [3, 1],
      [3, 1],
      [1, 3],
    ]);
  });
});
