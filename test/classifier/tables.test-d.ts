// What the types of tables, preparations and their readers know.
import {
  type Classifier,
  classifier,
  evaluate,
  Network,
  type Reading,
  type Regressor,
  regressor,
  type TableClassifier,
} from 'glassbox-nn';
import { type Cell, type Preparation, prepare, readTable, type Table, table } from 'glassbox-nn/data';
import { describe, expectTypeOf, it } from 'vitest';

declare const lines: AsyncIterable<string>;
declare const houses: Table;

describe('a table', () => {
  it('is made of text, of objects, or of a stream', () => {
    expectTypeOf(table('a,b')).toEqualTypeOf<Table>();
    expectTypeOf(table([{ a: 1, b: 'x', c: null, d: true, e: 3n, f: undefined, g: new Date(0) }])).toEqualTypeOf<Table>();
    expectTypeOf(readTable(lines)).toEqualTypeOf<Promise<Table>>();
    expectTypeOf(houses.row(0)).toEqualTypeOf<Readonly<Record<string, Cell>>>();
  });

  it('is not made of what is no cell', () => {
    // @ts-expect-error: an array is no cell
    expectTypeOf(() => table([{ a: [1] }])).toBeFunction();
    // @ts-expect-error: a stream is read by readTable
    expectTypeOf(() => table(lines)).toBeFunction();
  });
});

describe('a preparation', () => {
  it('knows the names of its targets', () => {
    const price = prepare(houses, { target: 'price' });
    expectTypeOf(price).toEqualTypeOf<Preparation<'price'>>();
    expectTypeOf(price.inverse([1])).toEqualTypeOf<{ readonly price: number }>();
    const both = prepare(houses, { target: ['price', 'rent'], columns: { name: 'drop', age: { missing: 'mean' } } });
    expectTypeOf(both.inverse([1, 2])).toEqualTypeOf<{ readonly price: number; readonly rent: number }>();
    const any: Preparation = price;
    expectTypeOf(any.inverse([1])).toEqualTypeOf<{ readonly [x: string]: number }>();
  });
});

describe('a reader of a table', () => {
  const preparation = prepare(houses, { target: 'price' });

  it('has the sizes of its network and the names of its targets', () => {
    const reader = regressor(new Network([4, 8, 1]), { preparation });
    expectTypeOf(reader).toEqualTypeOf<Regressor<[4, 8, 1], 'price'>>();
    expectTypeOf(reader.read({ area: 1 })).toEqualTypeOf<{ readonly price: number }>();
    const made = classifier(new Network([4, 8, 3]), { preparation });
    expectTypeOf(made).toEqualTypeOf<TableClassifier<[4, 8, 3]>>();
    expectTypeOf(made.read({ area: 1 })).toEqualTypeOf<Reading<0 | 1 | 2>>();
    expectTypeOf(classifier(new Network([4, 3]), {})).toEqualTypeOf<Classifier<[4, 3]>>();
    const any: Regressor = reader;
    expectTypeOf(any.read({ area: 1 }).price).toEqualTypeOf<number>();
  });

  it('takes rows that an interface describes, and refuses what is no cell', () => {
    interface House {
      readonly area: number;
      readonly garden?: boolean;
    }
    const reader = regressor(new Network([2, 1]), { preparation });
    expectTypeOf((house: House) => reader.read(house).price).toEqualTypeOf<(house: House) => number>();
    const wrong = () => {
      // @ts-expect-error: an array is no cell
      reader.read({ area: [1] });
      // @ts-expect-error: a number is no row
      reader.read(1);
      // @ts-expect-error: a list is no row
      reader.read([1, 2]);
      // @ts-expect-error: a preparation is given alone
      classifier(new Network([2, 2]), { preparation, classNames: ['a', 'b'] });
      // @ts-expect-error: a regressor needs its preparation
      regressor(new Network([2, 1]));
    };
    expectTypeOf(wrong).toBeFunction();
  });

  it('is measured on tables', () => {
    const reader = regressor(new Network([2, 1]), { preparation });
    expectTypeOf(evaluate(reader, houses).loss).toEqualTypeOf<number>();
    expectTypeOf(evaluate(classifier(new Network([2, 2]), { preparation }), houses).loss).toEqualTypeOf<number>();
  });
});
