// explain: a weighted sum taken apart, whose parts add up to the bit.
import fc from 'fast-check';
import { explain, Network, relu, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { thrownBy } from '../support/thrownBy.js';

const f = Math.fround;

describe('explain', () => {
  it('gives parts that add up to the weighted sum to the bit, and the activation of forward', () => {
    const input = fc.array(fc.oneof(fc.constant(0), fc.float({ min: -4, max: 4, noNaN: true })), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.nat(),
        input,
        fc.nat(2),
        fc.nat(3),
        fc.float({ min: -2, max: 2, noNaN: true }),
        (seed, numbers, layer, neuron, bias) => {
          const network = new Network([6, 4, 4, 4], { hidden: relu, output: softmax, seed });
          network.layers[layer]?.biases.fill(bias);
          const before = hashOfNetwork(network);
          const parts = explain(network, numbers, layer, neuron);
          const trace = network.trace(numbers).layers[layer];
          expect(f(parts.contributions.reduce((sum, contribution) => f(sum + contribution), 0) + parts.bias)).toBe(
            parts.weightedSum,
          );
          expect(parts.contributions).toEqual(parts.inputs.map((value, i) => f(value * (parts.weights[i] as number))));
          expect(parts.weightedSum).toBe(trace?.weightedSums[neuron]);
          expect(parts.activation).toBe(trace?.activations[neuron]);
          expect(parts.inputs).toEqual(network.activations(numbers)[layer]);
          expect([parts.layer, parts.neuron, parts.bias]).toEqual([layer, neuron, bias]);
          parts.weights.fill(9);
          parts.inputs.fill(9);
          expect(hashOfNetwork(network)).toBe(before);
        },
      ),
    );
  });

  it('is a sentence that a learner understands', () => {
    const network = new Network([5, 2], { output: relu });
    network.layers[0].weights.set([1, -0.5, 2, 0.25, 3, 1, 1, 1, 1, 1]);
    network.layers[0].biases.set([-0.25, 0]);
    expect(String(explain(network, [1, 0.5, 0.75, 1, 0], 0, 0))).toMatchInlineSnapshot(
      `"Neuron 0 of layers[0] takes 5 inputs, of which 4 contribute, most of all input 2 (0.75 x 2.00 = +1.50), input 0 (1.00 x 1.00 = +1.00) and input 1 (0.50 x -0.50 = -0.25); they add up to 2.50, the bias -0.25 makes that 2.25, and relu turns it into 2.25."`,
    );
    expect(String(explain(network, [0, 0, 0, 0, 0], 0, 1))).toMatchInlineSnapshot(
      `"Neuron 1 of layers[0] takes 5 inputs, of which 0 contribute; they add up to 0.00, the bias +0.00 makes that 0.00, and relu turns it into 0.00."`,
    );
    expect(`${explain(network, [0, -0.001, 0, 0, 0], 0, 1)}`).toMatchInlineSnapshot(
      `"Neuron 1 of layers[0] takes 5 inputs, of which 1 contributes, most of all input 1 (0.00 x 1.00 = 0.00); they add up to 0.00, the bias +0.00 makes that 0.00, and relu turns it into 0.00."`,
    );
  });

  it('counts in words: one input, two contributions, and no sign before a zero', () => {
    const one = new Network([1, 1], { output: relu });
    one.layers[0].weights[0] = -2;
    one.layers[0].biases[0] = 0.5;
    expect(`${explain(one, [3], 0, 0)}`).toBe(
      'Neuron 0 of layers[0] takes 1 input, of which 1 contributes, most of all input 0 (3.00 x -2.00 = -6.00); ' +
        'they add up to -6.00, the bias +0.50 makes that -5.50, and relu turns it into 0.00.',
    );
    const two = new Network([2, 1], { output: relu });
    two.layers[0].weights.set([1, -10]);
    expect(`${explain(two, [2, 1], 0, 0)}`).toBe(
      'Neuron 0 of layers[0] takes 2 inputs, of which 2 contribute, most of all input 1 (1.00 x -10.00 = -10.00) and ' +
        'input 0 (2.00 x 1.00 = +2.00); they add up to -8.00, the bias +0.00 makes that -8.00, and relu turns it into 0.00.',
    );
    expect(`${explain(two, [0.001, 0.0003], 0, 0)}`).toContain('they add up to 0.00, the bias +0.00 makes that 0.00');
  });

  it('shows its parts alone when it is printed, and asks for a network', () => {
    expect(Object.keys(explain(new Network([2, 1]), [0, 0], 0, 0))).not.toContain('toString');
    expect(thrownBy(() => explain({} as never, [0, 0] as never, 0, 0)).message).toMatch(/^network: expected a Network/);
  });

  it.each([-1, 2, 1.5, Number.NaN, '0' as never, 'map' as never])('knows no layer %s of two', (layer) => {
    const error = thrownBy(() => explain(new Network([2, 2, 2]), [0, 0], layer, 0));
    expect(error.code).toBe(typeof layer === 'number' ? 'OUT_OF_RANGE' : 'ARGUMENT');
    expect(error.message).toMatch(/^layer: expected a whole number from 0 to 1, got .+\. It is an index of network\.layers\.$/);
  });

  it.each([-1, 3, 0.5, '0' as never])('knows no neuron %s of three', (neuron) => {
    const error = thrownBy(() => explain(new Network([2, 3]), [0, 0], 0, neuron));
    expect(error.message).toMatch(
      /^neuron: expected a whole number from 0 to 2, got .+\. layers\[0\] has 3 neurons, counted from 0\.$/,
    );
  });

  it('reads its input as forward does', () => {
    const network: Network = new Network([2, 3]);
    expect(thrownBy(() => explain(network, [0], 0, 0))).toMatchObject({ code: 'SHAPE' });
    expect(thrownBy(() => explain(network, [0, Number.NaN], 0, 0))).toMatchObject({ code: 'NUMERIC' });
    expect(thrownBy(() => explain(network, new Uint8Array(2) as never, 0, 0))).toMatchObject({ code: 'ARGUMENT' });
  });
});
