// The names that belong to a network: of its classes and of the columns of its inputs.
import { Layer, Network } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

describe('the names of a network', () => {
  it('are undefined, or as its options say, of sizes and of layers', () => {
    const names = { classNames: ['cat', 'dog'], columnNames: ['size', 'weight', 'age'] };
    expect([new Network([3, 2]).classNames, new Network([3, 2]).columnNames]).toEqual([undefined, undefined]);
    expect(new Network([3, 2], names)).toMatchObject(names);
    expect(new Network([new Layer(3, 2)], names)).toMatchObject(names);
  });

  it('can be assigned, as copies that nothing changes, and taken away', () => {
    const network = new Network([3, 2]);
    const given = ['cat', 'dog'];
    network.classNames = given;
    given[0] = 'bird';
    expect(network.classNames).toEqual(['cat', 'dog']);
    expect(Object.isFrozen(network.classNames)).toBe(true);
    network.classNames = undefined;
    network.columnNames = ['a', 'b', 'c'];
    expect([network.classNames, network.columnNames]).toEqual([undefined, ['a', 'b', 'c']]);
  });

  it('may be fewer classes than outputs, and two of a single output', () => {
    expect(new Network([1, 4], { classNames: ['a'] }).classNames).toEqual(['a']);
    expect(new Network([1, 1], { classNames: ['no', 'yes'] }).classNames).toEqual(['no', 'yes']);
  });

  it('are checked, and those before are kept', async () => {
    const network = new Network([3, 2], { classNames: ['cat', 'dog'] });
    const set = (field: 'classNames' | 'columnNames', names: unknown) => () => Object.assign(network, { [field]: names });
    await expectRefusal(set('classNames', ['a', 'b', 'c']), 'ShapeError', 'network.classNames', 'at most 2 names', 'got 3');
    await expectRefusal(set('classNames', ['a', 'a']), 'ArgumentError', 'classNames[1]', "'a' again");
    await expectRefusal(set('classNames', ['a', 1]), 'ArgumentError', 'classNames[1]', 'a name', 'got 1');
    await expectRefusal(set('classNames', []), 'ArgumentError', 'a list of names', 'an array of 0');
    await expectRefusal(set('classNames', 'ab'), 'ArgumentError', 'a list of names', "got 'ab'");
    await expectRefusal(set('columnNames', ['a', 'b']), 'ShapeError', 'network.columnNames', '3 names', 'got 2');
    await expectRefusal(() => new Network([3, 1], { classNames: ['a', 'b', 'c'] }), 'ShapeError', '1 output', 'at most 2');
    expect([network.classNames, network.columnNames]).toEqual([['cat', 'dog'], undefined]);
  });
});
