// Initializers: the bounds and deviations of their formulas, and what draws they make.
import {
  constant,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  kaimingNormal,
  kaimingUniform,
  Layer,
  lecunNormal,
  lecunUniform,
  Network,
  normal,
  Random,
  relu,
  sigmoid,
  softmax,
  tanh,
  uniform,
  xavierNormal,
  xavierUniform,
  zeros,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../support/thrownBy.js';

/** The weights of a 784-to-16 layer: the layer of the reference values. */
function drawn(initializer: Initializer): Float32Array {
  return new Layer(784, 16, { initializer, seed: 3 }).weights;
}

function deviation(weights: Float32Array): number {
  const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length;
  return Math.sqrt(weights.reduce((total, weight) => total + (weight - mean) ** 2, 0) / weights.length);
}

describe('initializers', () => {
  it.each([
    ['glorotUniform', glorotUniform, 0.0866025],
    ['heUniform', heUniform, 0.0874818],
    ['lecunUniform', lecunUniform, Math.sqrt(3 / 784)],
    ['uniform', uniform(), 0.05],
  ] as const)('%s fills its range from bound to bound, evenly', (_, initializer, bound) => {
    const weights = drawn(initializer);
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-6));
    expect(largest).toBeGreaterThan(bound * 0.999);
    expect(deviation(weights) / (bound / Math.sqrt(3))).toBeCloseTo(1, 1.5);
  });

  it.each([
    ['glorotUniform', glorotUniform, 0.0866025],
    ['heUniform', heUniform, 0.0874818],
  ] as const)('%s has the reference bound to seven digits', (_, initializer, bound) => {
    const random = new Random(0);
    let low = 0;
    random.uniform = (from = 0) => {
      low = from;
      return 0;
    };
    initializer(random, 784, 16);
    expect(low).toBeCloseTo(-bound, 7);
  });

  it.each([
    ['glorotNormal', glorotNormal, 0.05],
    ['heNormal', heNormal, 0.0505076],
    ['lecunNormal', lecunNormal, Math.sqrt(1 / 784)],
    ['normal', normal(), 0.05],
  ] as const)('%s has its deviation, and tails that are not cut off', (_, initializer, sigma) => {
    const weights = drawn(initializer);
    // 12,544 draws: a standard error of 0.63 % of sigma; five of them.
    expect(Math.abs(deviation(weights) / sigma - 1)).toBeLessThan(0.032);
    const beyond = weights.filter((weight) => Math.abs(weight) > 2 * sigma).length / weights.length;
    expect(Math.abs(beyond - 0.0455)).toBeLessThan(0.0093);
    const random = new Random(0);
    random.normal = (_mean, asked = 1) => asked;
    expect(initializer(random, 784, 16)).toBeCloseTo(sigma, 7);
  });

  it('answer to two names', () => {
    expect([xavierUniform, xavierNormal]).toEqual([glorotUniform, glorotNormal]);
    expect([kaimingUniform, kaimingNormal]).toEqual([heUniform, heNormal]);
    expect(xavierUniform).toBe(glorotUniform);
    expect(xavierNormal).toBe(glorotNormal);
    expect(kaimingUniform).toBe(heUniform);
    expect(kaimingNormal).toBe(heNormal);
  });

  it('are He for the ReLU family and Glorot for the others if none is named', () => {
    expect(new Layer(2, 2).initializer).toBe(glorotUniform);
    expect(new Layer(2, 2, { activation: relu }).initializer).toBe(heUniform);
    const network = new Network([2, 3, 3, 3], { hidden: relu, output: softmax });
    expect(network.layers.map((layer) => layer.initializer)).toEqual([heUniform, heUniform, glorotUniform]);
    expect(new Layer(2, 2, { activation: tanh, initializer: heNormal }).initializer).toBe(heNormal);
    expect(new Layer(2, 2, { activation: sigmoid }).biases).toEqual(new Float32Array(2));
  });

  it('that do not look at sizes give their number', () => {
    expect(drawn(zeros).every((weight) => weight === 0)).toBe(true);
    expect(drawn(constant(0.5)).every((weight) => weight === 0.5)).toBe(true);
    expect(drawn(normal(3, 0)).every((weight) => weight === 3)).toBe(true);
    expect(drawn(uniform(2, 2)).every((weight) => weight === 2)).toBe(true);
  });

  it.each([
    ['constant: value', () => constant(Number.NaN)],
    ['constant: value', () => constant('1' as never)],
    ['uniform: low', () => uniform(Number.NEGATIVE_INFINITY)],
    ['uniform: high', () => uniform(0, Number.NaN)],
    ['uniform: high', () => uniform(1, 0)],
    ['normal: mean', () => normal(Number.NaN)],
    ['normal: deviation', () => normal(0, -1)],
    ['normal: deviation', () => normal(0, Number.POSITIVE_INFINITY)],
  ])('refuse numbers that make no sense: %s', (what, attempt) => {
    const error = thrownBy(attempt);
    expect(error.code).toMatch(/^(ARGUMENT|OUT_OF_RANGE)$/);
    expect(error.message).toMatch(new RegExp(`^${what}: expected a .*number.*, got `));
  });

  it('of your own are given the stream and the sizes, and may not draw what no float32 can hold', () => {
    const asked: [number, number][] = [];
    const own: Initializer = (random, inputs, outputs) => {
      asked.push([inputs, outputs]);
      return random.integer(2);
    };
    expect(new Layer(3, 1, { initializer: own }).weights.every((weight) => weight === 0 || weight === 1)).toBe(true);
    expect(asked).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
    ]);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e39, '1', undefined]) {
      const error = thrownBy(() => new Layer(1, 1, { initializer: () => bad as number }).weights);
      expect(error.code).toMatch(/^(ARGUMENT|OUT_OF_RANGE)$/);
      expect(error.message).toMatch(
        /^weight or bias drawn by the initializer: expected a finite number that fits a float32, got /,
      );
    }
    expect(thrownBy(() => new Layer(1, 1, { initializer: 'he' as never })).message).toBe(
      "Layer initializer: expected an initializer, as heNormal, got 'he'.",
    );
  });
});
