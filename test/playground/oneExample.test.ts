// One example's nudges: they tell what makes its cost smaller.
import { identity, Network, quadratic } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { nudgesOf, takeStep } from '../../playground/src/model/oneExample.js';
import { readParameters } from '../../playground/src/model/parameters.js';

const asked = { input: Float32Array.of(0.9, 0.1, 0.4), label: 1, loss: undefined };
const made = () => new Network([3, 4, 2], { seed: 5 });

describe('the nudges of one example', () => {
  it('change nothing by being looked at', () => {
    const network = made();
    nudgesOf(network, asked, 0.5);
    expect(readParameters(network)).toEqual(readParameters(made()));
  });

  it('want the wished output brighter and the others dimmer', () => {
    const { columns } = nudgesOf(made(), asked, 0.5);
    const [dimmer, brighter] = columns[2]?.nudges ?? [];
    expect(dimmer).toBeLessThan(0);
    expect(brighter).toBeGreaterThan(0);
  });

  it('are minus the slope of the cost by each activation', () => {
    const network = made();
    const { columns, cost } = nudgesOf(network, asked, 0.5);
    const input = Float32Array.from(asked.input);
    input[0] = (input[0] as number) + 0.01;
    const rise = (nudgesOf(network, { ...asked, input }, 0.5).cost - cost) / 0.01;
    expect(columns[0]?.nudges[0]).toBeCloseTo(-rise, 3);
  });

  it('promise the cost that the step then has', () => {
    const network = made();
    const { cost, costAfter } = nudgesOf(network, { ...asked, loss: quadratic }, 0.5);
    takeStep(network, { ...asked, loss: quadratic }, 0.5);
    expect(nudgesOf(network, asked, 0.5).cost).toBe(costAfter);
    expect(costAfter).toBeLessThan(cost);
  });

  it('are not followed where a weight would not be a number any more, and nothing changes', () => {
    const linear = new Network([2, 2], { output: identity });
    const far = { input: Float32Array.of(1, 1), label: 0, loss: undefined };
    for (const { weights } of linear.layers) weights.fill(3e38);
    const before = readParameters(linear);
    expect(() => takeStep(linear, far, 3e38)).toThrow('Choose a smaller step.');
    expect(readParameters(linear)).toEqual(before);
    for (const { weights } of linear.layers) weights.fill(1e30);
    expect(nudgesOf(linear, far, 3e38).costAfter).toBeNaN();
  });

  it('count the knobs that go up and down', () => {
    const { turned } = nudgesOf(made(), asked, 0.5);
    expect(turned.map(({ up, down }) => up + down)).toEqual([16, 10]);
  });
});
