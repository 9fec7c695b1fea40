// What is taken for a network, and what is not.
import { classifier, Layer, mistakes, Network } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { checkNetwork } from '../../src/model/checkNetwork.js';
import { thrownBy } from '../support/thrownBy.js';

describe('checkNetwork', () => {
  it('takes a network, and one of another copy of the package, duck-typed', () => {
    const { layers, sizes } = new Network([2, 3, 1]);
    for (const network of [new Network([2, 1]), { layers, sizes, parameterCount: 13 }])
      expect(() => checkNetwork(network)).not.toThrow();
  });

  const layer = new Layer(2, 1);
  it.each([
    undefined,
    null,
    784,
    {},
    { layers: 'two', sizes: [1, 1, 1, 1] },
    { layers: [], sizes: [2] },
    { layers: [layer] },
    { layers: [layer], sizes: [2] },
    { layers: [layer], sizes: [2, 1, 1] },
    { layers: [layer, null], sizes: [2, 1, 1] },
    { layers: [layer, { weights: [1] }], sizes: [2, 1, 1] },
  ])('refuses %j', (given) => {
    const error = thrownBy(() => checkNetwork(given as never));
    expect(error).toMatchObject({ name: 'ArgumentError', code: 'ARGUMENT' });
    expect(error.message).toMatch(/^network: expected a Network, got .+\. For example new Network\(\[784, 16, 16, 10\]\)\.$/);
  });

  it('says what to give in place of a classifier', () => {
    const reader = classifier(new Network([1, 2]));
    const data = dataset({ inputs: [[1], [2]], labels: [0, 1] });
    const says =
      'network: expected a Network, got an object. Give classifier.network, and scaling.apply(data) or preparation.apply(table).';
    expect(thrownBy(() => mistakes(reader as never, data)).message).toBe(says);
  });
});
