// The built-in activations at the edge of the numbers: infinite, huge, denormal and tiny weighted sums, in both precisions.
import { type Activation, elu, type Float32Kernel, gelu, type Layer, Network, predictor, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { namedRows } from '../support/activationRows.js';

const f = Math.fround;
const { POSITIVE_INFINITY: INFINITY } = Number;

/** Both precisions under one form, each with sums from large to infinite, and denormal ones. */
function precisions(
  activation: Activation,
): readonly (Float32Kernel & { readonly far: readonly number[]; readonly tiny: readonly number[] })[] {
  const single = activation.float32 as Float32Kernel;
  return [
    {
      ...single,
      far: [1000, 1.85e19, 2e19, 1e30, f(3.4e38), INFINITY].map(f),
      tiny: [2 ** -149, 1e-40, 2 ** -126, 1e-30].map(f),
    },
    {
      value: activation,
      derivative: activation.derivative,
      far: [1000, 2e19, 1.4e154, 1e155, 1e300, Number.MAX_VALUE, INFINITY],
      tiny: [5e-324, 1e-310, 2 ** -1022, 1e-200],
    },
  ];
}

describe.each(namedRows)('$name', ({ activation, grows, flat, far: farFrom = 1000, nearZero, values: [, atZero] }) => {
  it('is what its formula comes to at huge and infinite weighted sums', () => {
    for (const { value, derivative, far } of precisions(activation)) {
      for (const size of far.filter((size) => size >= farFrom)) {
        for (const [side, sum] of [
          ['left', -size],
          ['right', size],
        ] as const) {
          const limit = flat[side];
          const got = value(sum);
          if (limit !== undefined) expect(got, `value at ${sum}`).toBeCloseTo(limit, 15);
          else if (size === INFINITY) expect(got).toBe(sum);
          else expect(got / sum, `value at ${sum}`).toBeCloseTo(grows[side], 8);
          expect(derivative(sum, got), `slope at ${sum}`).toBeCloseTo(grows[side], 8);
        }
      }
    }
  });

  it('is straight at denormal and tiny weighted sums', () => {
    for (const { value, derivative, tiny } of precisions(activation)) {
      for (const size of tiny) {
        for (const [sum, slope] of [
          [-size, nearZero[0]],
          [size, nearZero[1]],
        ] as const) {
          const got = value(sum);
          expect(derivative(sum, got), `slope at ${sum}`).toBeCloseTo(slope, 7);
          // One unit of the smallest number may be rounded away.
          const least = tiny[0] as number;
          const error = Math.abs(got - atZero - slope * sum);
          const allowed = atZero === 0 ? Math.max(least, Math.abs(sum) * 1e-6) : 1e-7;
          expect(error, `value at ${sum}`).toBeLessThanOrEqual(allowed);
        }
      }
    }
  });
});

describe('gelu far out', () => {
  it('has the derivative 1 or 0, and the value -0 on the left, in both precisions', () => {
    for (const { value, derivative, far } of precisions(gelu)) {
      for (const sum of far) {
        expect(derivative(sum, value(sum))).toBe(1);
        expect(derivative(-sum, value(-sum))).toBe(0);
        expect(value(-sum)).toBe(-0);
        expect(value(sum)).toBe(sum);
      }
    }
  });

  it('is the same in the networks of every backend', () => {
    const network = new Network([1, 4], { output: gelu });
    const { weights } = network.layers[0] as Layer;
    weights.set([1, -1, 3e38, -3e38]);
    const outputs = predictor(network).forwardBatch(Float32Array.of(2e19), 1);
    expect([...outputs]).toEqual([f(2e19), -0, INFINITY, -0]);
  });

  it('has a derivative that training can go on with', () => {
    // Both answers are right already, so all slopes of the cost are 0: times a slope of NaN they would be NaN.
    const network = new Network([2, 2], { output: gelu });
    const { weights } = network.layers[0] as Layer;
    weights.set([1, 0, -1, 0]);
    const data = dataset({ inputs: [[2e19, 0]], targets: [[f(2e19), 0]] });
    expect(train(network, data)[0]?.loss).toBe(0);
    expect([...weights]).toEqual([1, 0, -1, 0]);
  });
});

describe('elu near 0, in double precision', () => {
  it.each([1e-20, 1e-10, 1e-5, 1e-3, 0.1, 1, 5, 30])('is e^x - 1 at -%d to the last places', (size) => {
    const right = Math.expm1(-size);
    expect(Math.abs(elu(-size) - right)).toBeLessThanOrEqual(2 * Number.EPSILON * -right);
  });

  it('is -1e-10 at -1e-10 and -1e-20 at -1e-20', () => {
    expect(elu(-1e-10)).toBeCloseTo(-1e-10, 19);
    expect(elu(-1e-20)).toBe(-1e-20);
  });

  it('has a derivative of e^x, also where a + 1 has lost its digits', () => {
    for (const sum of [-1, -18, -40, -700]) expect(elu.derivative(sum, elu(sum)) / Math.exp(sum)).toBeCloseTo(1, 14);
  });
});
