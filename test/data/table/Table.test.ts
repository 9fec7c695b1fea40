// A table: its rows, its columns and its parts.
import { dataset, prepare, stratifiedSplit, Table, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';

const people = table('age,class,member\n31,third,yes\n,first,no\n54,third,\n22,second,no\n');

describe('a table', () => {
  it('has columns in the order of the header, each with its kind and what is missing', () => {
    expect(people.count).toBe(4);
    expect(people.columns).toEqual([
      { name: 'age', kind: 'number', missing: 1, numbers: Float64Array.of(31, Number.NaN, 54, 22) },
      {
        name: 'class',
        kind: 'word',
        missing: 0,
        codes: Int32Array.of(2, 0, 2, 1),
        words: ['first', 'second', 'third'],
      },
      { name: 'member', kind: 'yes/no', missing: 1, codes: Int32Array.of(1, 0, -1, 0), words: ['no', 'yes'] },
    ]);
    expect(Object.isFrozen(people) && Object.isFrozen(people.columns) && Object.isFrozen(people.columns[0])).toBe(true);
    expect(people).toBeInstanceOf(Table);
  });

  it('gives rows as objects, which make the same table again', () => {
    expect(people.row(1)).toEqual({ age: null, class: 'first', member: false });
    expect(table([...people])).toEqual(people);
    expect(JSON.parse(JSON.stringify(people))).toEqual([...people]);
  });

  it('gives parts that keep kinds and words, and count what is missing', () => {
    const second = people.slice(1, 3);
    expect([...second]).toEqual([people.row(1), people.row(2)]);
    expect(second.columns.map(({ missing }) => missing)).toEqual([1, 0, 1]);
    expect(second.column('class')).toMatchObject({ words: ['first', 'second', 'third'] });
    expect([...people.select([3, 0, 3])]).toEqual([people.row(3), people.row(0), people.row(3)]);
    expect(people.take(2).count).toBe(2);
    expect(people.take(9).count).toBe(4);
    expect([...people.filter(({ age }) => age !== null)]).toEqual([people.row(0), people.row(2), people.row(3)]);
    expect(people.filter(() => false).count).toBe(0);
  });

  it('is shuffled and split as a data set of as many examples', () => {
    const numbers = table(Array.from({ length: 50 }, (_, x) => ({ x })));
    const examples = dataset({ inputs: Array.from({ length: 50 }, (_, x) => [x]), targets: new Float32Array(50) });
    const [training, test] = numbers.split(0.8, { seed: 3 });
    const [first, rest] = examples.split(0.8, { seed: 3 });
    expect(Array.from(training, ({ x }) => x)).toEqual([...first.inputs]);
    expect(Array.from(test, ({ x }) => x)).toEqual([...rest.inputs]);
    const parts = numbers.split([0.6, 0.2, 0.2], { seed: 3 }).map((part) => Array.from(part, ({ x }) => x));
    expect(parts).toEqual(examples.split([0.6, 0.2, 0.2], { seed: 3 }).map(({ inputs }) => [...inputs]));
    expect(Array.from(numbers.shuffle(), ({ x }) => x)).toEqual([...examples.shuffle().inputs]);
    expect(Array.from(numbers.split(10)[0], ({ x }) => x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is split by the shares of a column, into the rows that stratifiedSplit chooses', () => {
    const kinds = ['b', 'a', 'b', 'c', 'b', 'a', 'b', 'b', 'b'];
    const rows = table(Array.from({ length: 90 }, (_, x) => ({ x, kind: kinds[x % 9], grade: x % 9 === 0 ? null : 1 })));
    const data = prepare(rows, { target: 'kind', scale: 'none', columns: { grade: 'drop' }, onWarning: () => {} }).apply(rows);
    const xs = (part: Table) => Array.from(part, ({ x }) => x);
    for (const seed of [0, 7]) {
      const parts = rows.split(0.7, { seed, stratified: 'kind' });
      expect(parts.map(xs)).toEqual(stratifiedSplit(data, 0.7, { seed }).map(({ inputs }) => [...inputs]));
    }
    const three = rows.split([0.6, 0.2, 0.2], { seed: 2, stratified: 'kind' });
    expect(three.map(xs)).toEqual(stratifiedSplit(data, [0.6, 0.2, 0.2], { seed: 2 }).map(({ inputs }) => [...inputs]));
    const [training, test] = rows.split(0.7, { stratified: 'kind' });
    expect(['a', 'b', 'c'].map((word) => training.filter(({ kind }) => kind === word).count)).toEqual([14, 42, 7]);
    expect(xs(training)).toEqual(xs(rows.split(0.7, { seed: 0, stratified: 'kind' })[0]));
    expect([...xs(training), ...xs(test)].sort((a, b) => Number(a) - Number(b))).toEqual(xs(rows));
    const [, held] = rows.split(0.5, { stratified: 'grade' });
    expect([held.count, held.column('grade').missing]).toEqual([45, 5]);
  });

  it('prints its first rows under names and kinds', () => {
    expect(String(people)).toBe(
      [
        '   age  class   member',
        'number  word    yes/no',
        '    31  third   yes',
        '        first   no',
        '    54  third',
        '    22  second  no',
        '4 rows; missing: age 1, member 1',
      ].join('\n'),
    );
    const wide = table([Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`c${n}`, n]))]);
    expect(String(wide)).toContain('1 row; more columns: c12, c13, c14');
    expect(String(table([{ 'a\u001b[31m': 'x'.repeat(99) }]))).not.toContain('\u001b');
  });

  it('refuses what is not there', async () => {
    await expectRefusal(() => people.column('agee'), 'ArgumentError', "Did you mean 'age'?");
    await expectRefusal(() => people.column(undefined as never), 'ArgumentError', 'table.column');
    await expectRefusal(() => people.row(4), 'OutOfRangeError', 'There are 4 rows.');
    await expectRefusal(() => people.row(0.5), 'OutOfRangeError', 'table.row: index');
    await expectRefusal(() => people.select([4]), 'OutOfRangeError', 'table.select: indices[0]', 'There are 4 rows.');
    await expectRefusal(() => people.split(5), 'OutOfRangeError', 'table.split: share');
    await expectRefusal(() => people.split([0.5, 0.2]), 'OutOfRangeError', 'table.split: shares', 'add up to');
    await expectRefusal(() => people.split(0.5, { sed: 1 } as never), 'ArgumentError', 'Did you mean seed?');
    await expectRefusal(() => people.split(0.5, { stratified: 'clas' }), 'ArgumentError', "Did you mean 'class'?");
    await expectRefusal(() => people.split(0.5, { stratified: 3 as never }), 'ArgumentError', "As stratified: 'kind'");
    await expectRefusal(() => people.split(0.5, { stratified: 'class', seed: -1 }), 'OutOfRangeError', 'table.split: seed');
    await expectRefusal(() => people.shuffle(-1), 'OutOfRangeError', 'table.shuffle: seed');
  });
});
