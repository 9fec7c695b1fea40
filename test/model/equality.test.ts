// Networks in the tests of others: compared by what they hold (case 146).
import { Network, tanh } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';

const make = (seed: number) => new Network([2, 3, 1], { hidden: tanh, seed, classNames: ['no', 'yes'] });

describe('two networks', () => {
  it('are equal where all they hold is (case 146)', () => {
    expect(make(1)).toEqual(make(1));
    expect(make(1)).toStrictEqual(make(1));
    expect({ network: make(1) }).toEqual({ network: make(1) });
    const read = make(1);
    read.forward([1, 2]);
    expect(read).toEqual(make(1));
  });

  it('are not equal where a weight, a bias or a class name differs (case 146)', () => {
    expect(make(1)).not.toEqual(make(2));
    const weighted = make(1);
    weighted.layers[1].weights[2] = 5;
    expect(weighted).not.toEqual(make(1));
    const biased = make(1);
    biased.layers[0].biases[1] = 5;
    expect(biased).not.toEqual(make(1));
    const named = make(1);
    named.classNames = ['off', 'on'];
    expect(named).not.toEqual(make(1));
  });
});
