// The fields of public objects: an assignment throws in sloppy code too, and what is printed are the values.
import { inspect } from 'node:util';
import { runInThisContext } from 'node:vm';
import { classifier, Layer, Network, relu, softmax } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { thrownBy } from './thrownBy.js';

/** As in a script without 'use strict', where an assignment to a frozen field is silent. */
const assign: (object: object, field: string, value: unknown) => void = runInThisContext(
  '(function (object, field, value) { object[field] = value; })',
);

const network = new Network([2, 3, 1], { hidden: relu });
const objects = {
  network,
  layer: network.layers[0] as object,
  neuron: network.layers[0].neuron(1),
  dataset: dataset({ inputs: [[1, 2]], labels: ['a'] }),
  classifier: classifier(new Network([2, 2], { output: softmax })),
  scaling: standardize(
    dataset({
      inputs: [
        [1, 2],
        [2, 3],
      ],
      labels: ['a', 'b'],
    }),
  ),
};

/** Fields that are not listed. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  network: ['forward', 'predict', 'parameterCount'],
  layer: ['parameterCount'],
};

describe('sloppy code', () => {
  it('is what the tests assign by', () => {
    expect(() => assign(Object.freeze({ a: 1 }), 'a', 2)).not.toThrow();
  });

  it.each(Object.entries(objects))('cannot put anything in the place of a field of a %s', (owner, object) => {
    const fields = Object.keys(object).filter((field) => !(owner === 'network' && field.endsWith('Names')));
    expect(fields.length).toBeGreaterThan(1);
    for (const field of [...fields, ...(HIDDEN[owner] ?? [])]) {
      const before = (object as Record<string, unknown>)[field];
      const error = thrownBy(() => assign(object, field, [1, 1]));
      expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
      expect(error.message).toMatch(new RegExp(`^${owner}\\.${field}: expected no assignment, got an array of 2\\. .+\\.$`));
      expect((object as Record<string, unknown>)[field]).toEqual(before);
    }
  });

  it('hears how to set the weights of a neuron', () => {
    expect(thrownBy(() => assign(network.layers[0].neuron(0), 'weights', [1, 1])).message).toBe(
      "neuron.weights: expected no assignment, got an array of 2. Change its numbers, which are the layer's own, as in neuron.weights.set([...]).",
    );
  });
});

describe('what is printed', () => {
  it('are numbers, and not getters', () => {
    const layer = new Layer(1, 1, { weights: [0.5], activation: relu, seed: 4 });
    expect(inspect(layer).replace(/\s+/g, ' ')).toMatch(
      /^Layer \{ inputs: 1, outputs: 1, weights: Float32Array\(1\) \[ 0\.5 \], biases: Float32Array\(1\) \[ 0 \], activation: \[Function: relu\]/,
    );
    expect(inspect(layer.neuron(0), { depth: 0 })).toContain('weights: [Float32Array]');
    expect(inspect(network, { depth: 0 })).toMatch(/^Network \{\s+layers: \[Array\],\s+sizes: \[Array\],/);
    expect(inspect(objects.dataset, { depth: 0 })).toContain('width: 2');
  });

  it('is nothing that a network does, so that networks of the same numbers are equal', () => {
    expect(Object.keys(network)).toEqual(['layers', 'sizes', 'classNames', 'columnNames']);
    expect(new Network([2, 2])).toEqual(new Network([2, 2]));
    expect(new Network([2, 2])).not.toEqual(new Network([2, 2], { seed: 1 }));
  });
});

describe('a proxy', () => {
  it('reads the same values', () => {
    const proxy = new Proxy(network, {});
    expect(proxy.layers).toBe(network.layers);
    expect(proxy.forward([1, 2])).toEqual(network.forward([1, 2]));
    expect(new Proxy(objects.layer, {})).toMatchObject({ inputs: 2, outputs: 3 });
  });
});
