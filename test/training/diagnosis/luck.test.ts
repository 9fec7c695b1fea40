// Diagnosis where weights that are drawn may be good by luck, and where targets are out of reach: what the training adds counts.
import {
  adam,
  cosineDecay,
  type DiagnoseOptions,
  diagnose,
  evaluate,
  identity,
  Network,
  Random,
  relu,
  sgd,
  softmax,
  train,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

/** Two clouds of 150 points, `apart` to the left and the right of 0, which a straight line tells apart. */
function clouds(apart: number): Dataset {
  const random = new Random(3);
  const labels = Array.from({ length: 300 }, (_, index) => index % 2);
  const inputs = labels.map((label) => [(label ? apart : -apart) + 0.5 * random.normal(0, 1), random.normal(0, 1)]);
  return dataset({ inputs, labels });
}

const network = (seed: number) => new Network([2, 8, 2], { hidden: relu, output: softmax, seed });

/** What is said of the trainings that fail, of those from ten seeds on clouds near and far. */
function saidOf(options: DiagnoseOptions): string[] {
  return [0.7, 1].flatMap((apart) => {
    const data = clouds(apart);
    return Array.from({ length: 10 }, (_, seed) => seed).flatMap((seed) => {
      const trained = network(seed);
      train(trained, data, { ...options, onWarning: () => {} });
      if ((evaluate(trained, data).accuracy as number) > 0.7) return [];
      return [
        diagnose(network(seed), data, options)
          .map(({ kind }) => kind)
          .join(),
      ];
    });
  });
}

describe('of two clouds, which some untrained weights tell apart by luck', () => {
  it('a rate that is too low is named, not the weights', () => {
    const said = saidOf({ optimizer: adam({ learningRate: 1e-6 }), epochs: 30 });
    expect(said.length).toBeGreaterThan(5);
    expect([...new Set(said)]).toEqual(['rateTooLow']);
  });

  it('a schedule that ends at once is named', () => {
    const said = saidOf({ optimizer: adam({ learningRate: cosineDecay({ from: 0.01, steps: 3 }) }), epochs: 30 });
    expect(said.length).toBeGreaterThan(5);
    expect([...new Set(said)]).toEqual(['schedule']);
  });

  it('decay that draws the weights to 0 is named first', () => {
    const said = saidOf({ optimizer: adam(), l2: 10, epochs: 30 });
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((kinds) => !kinds.startsWith('decay'))).toEqual([]);
  });

  it('a fair training is not accused', () => {
    for (const apart of [0.7, 1]) {
      const data = clouds(apart);
      for (const seed of [0, 1, 2]) {
        expect(diagnose(network(seed), data, { optimizer: adam({ learningRate: 0.01 }), epochs: 30 })).toEqual([]);
      }
    }
  });
});

it('a training that never moved does not come to a standstill', () => {
  for (const learningRate of [1e-7, 1e-8]) {
    for (const seed of [0, 2]) {
      const text = String(diagnose(network(seed), clouds(0.7), { optimizer: sgd({ learningRate }), epochs: 30 }));
      expect(text).not.toContain('standstill');
      expect(text).toContain('too low');
    }
  }
});

describe('targets below 0 behind a relu', () => {
  const data = dataset({ inputs: [[1], [0.2], [0.5]], targets: [[-4], [-1.7], [-2.5]] });

  it('are all that is named: neither neurons nor the rate could mend that', () => {
    const rectified = new Network([1, 4, 1], { hidden: relu, output: relu });
    const findings = diagnose(rectified, data, { optimizer: adam(), epochs: 300 });
    expect(findings).toMatchObject([{ kind: 'targetScale', message: expect.stringContaining('out of reach: relu') }]);
  });

  it('are not blamed where only a few of many are out of reach', () => {
    const inputs = Array.from({ length: 200 }, (_, index) => [index / 100 - 1]);
    const most = dataset({ inputs, targets: inputs.map(([x]) => [(x as number) + 0.8]) });
    const rectified = new Network([1, 16, 1], { hidden: relu, output: relu, seed: 1 });
    const findings = diagnose(rectified, most, { optimizer: adam({ learningRate: 1e-6 }), epochs: 50 });
    expect(findings.map(({ kind }) => kind)).toContain('rateTooLow');
    const straight = new Network([1, 4, 1], { hidden: relu, output: identity });
    expect(String(diagnose(straight, data, { optimizer: adam(), epochs: 300 }))).not.toContain('out of reach');
  });
});
