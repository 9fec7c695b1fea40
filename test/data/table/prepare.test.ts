// What a preparation learns from the training rows, and what it makes of others.
import { type Preparation, type PrepareOptions, prepare, type Table, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';

const text = `age,fare,class,member,survived
20,7,third,yes,no
,71,first,no,yes
40,8,third,,no
60,,first,yes,yes
`;
const people = table(text);

/** Learns, and throws for a warning. */
function learn<const T extends string>(rows: Table, options: PrepareOptions<T>): Preparation<T> {
  const onWarning = (message: string) => {
    throw new Error(message);
  };
  return prepare(rows, { onWarning, ...options });
}

/** The inputs of all rows. */
function inputsOf(rows: Table, options: PrepareOptions): number[][] {
  const { inputs, width, count } = learn(rows, options).apply(rows);
  return Array.from({ length: count }, (_, row) => [...inputs.slice(row * width, (row + 1) * width)]);
}

describe('the inputs', () => {
  it('are numbers scaled, words one-hot in the order of the table, and 1 and 0 for yes and no', () => {
    const preparation = learn(people, { target: 'survived', scale: 'none' });
    expect(preparation.columnNames).toEqual(['age', 'fare', 'class=first', 'class=third', 'member']);
    expect(preparation.width).toBe(5);
    const data = preparation.apply(people);
    expect(data.columnNames).toEqual(preparation.columnNames);
    expect(inputsOf(people, { target: 'survived', scale: 'none' })).toEqual([
      [20, 7, 0, 1, 1],
      [40, 71, 1, 0, 0],
      [40, 8, 0, 1, 1],
      [60, 8, 1, 0, 1],
    ]);
  });

  it('are standardized by mean and deviation of the population, once missing cells are filled', () => {
    const { columns } = learn(people, { target: 'survived' });
    // 20, 40, 40, 60
    expect(columns[0]).toMatchObject({ scale: 'standardize', fill: 40, offset: 40, divisor: Math.sqrt(200) });
    const [first] = inputsOf(people, { target: 'survived' });
    expect(first?.[0]).toBe(Math.fround(-20 / Math.sqrt(200)));
  });

  it('go from 0 to 1 by minMax, and beyond for numbers that are beyond', () => {
    const preparation = learn(people, { target: 'survived', scale: 'minMax' });
    expect(preparation.columns[1]).toMatchObject({ scale: 'minMax', fill: 8, offset: 7, divisor: 64 });
    expect(preparation.applyRow({ age: 80, fare: 7, class: 'first', member: true })[0]).toBe(1.5);
  });

  it('are filled by median, mean or the most frequent number, and words by the most frequent one', () => {
    const rows = table('x,y\n1,a\n1,b\n2,b\n12,a\n,\n', { missingValues: [] });
    const fillOf = (missing: 'median' | 'mean' | 'mostFrequent') =>
      prepare(rows, { target: 'y', missing, columns: { y: {} }, onWarning: () => {} });
    expect(() => fillOf('median')).toThrow("table.row(4), column 'y'");
    const filled = (missing: 'median' | 'mean' | 'mostFrequent') =>
      learn(table('x,w,t\n1,b,1\n1,a,2\n2,,3\n12,a,4\n,b,5\n'), { target: 't', missing }).columns.map((column) =>
        column.kind === 'drop' ? '' : column.fill,
      );
    expect(filled('median')).toEqual([1.5, 'a']);
    expect(filled('mean')).toEqual([4, 'a']);
    expect(filled('mostFrequent')).toEqual([1, 'a']);
  });

  it('say where a cell was missing, for columns where one was, or for those that are named', () => {
    const whole = learn(people, { target: 'survived', missingIndicator: true, scale: 'none' });
    expect(whole.columnNames).toEqual([
      'age',
      'age missing',
      'fare',
      'fare missing',
      'class=first',
      'class=third',
      'member',
      'member missing',
    ]);
    expect([...whole.apply(people).inputs.slice(8, 16)]).toEqual([40, 1, 71, 0, 1, 0, 0, 0]);
    const one = learn(people, { target: 'survived', columns: { class: { missingIndicator: true } } });
    expect(one.columnNames).toEqual(['age', 'fare', 'class=first', 'class=third', 'class missing', 'member']);
    expect([...one.applyRow({ age: 1, fare: 1, class: null, member: 'no' }).slice(2)]).toEqual([1, 0, 1, 0]);
  });

  it('follow options of a column before those of all', () => {
    const preparation = learn(people, {
      target: 'survived',
      missing: 'mean',
      columns: {
        age: { scale: 'minMax', missing: 'mostFrequent' },
        fare: 'drop',
        class: { categories: ['third', 'second', 'first'] },
        member: undefined,
      },
    });
    expect(preparation.columns[0]).toMatchObject({ scale: 'minMax', missing: 'mostFrequent', fill: 20 });
    expect(preparation.columns[1]).toEqual({ name: 'fare', kind: 'drop' });
    expect(preparation.columnNames).toEqual(['age', 'class=third', 'class=second', 'class=first', 'member']);
  });
});

describe('words that were not seen', () => {
  const rows = table('w,y\na,1\nb,2\na,3\nc,4\nb,5\n');
  const row = (w: string) => ({ w });

  it('are refused, with what may have been meant (case 431)', async () => {
    const preparation = learn(table('city,y\nParis,1\nLondon,2\n'), { target: 'y' });
    await expectRefusal(
      () => preparation.applyRow({ city: 'Pariis' }),
      'ArgumentError',
      "column 'city'",
      "Did you mean 'Paris'?",
    );
    await expectRefusal(
      () => preparation.apply(table('y,city\n1,Paris\n2,Rome\n')),
      'ArgumentError',
      "table.row(1), column 'city': expected one of 'London', 'Paris', got 'Rome'",
    );
  });

  it('are zeros, or a column of their own which rare words teach', () => {
    const zeros = learn(rows, { target: 'y', unseen: 'zeros' });
    expect([...zeros.applyRow(row('x'))]).toEqual([0, 0, 0]);
    const column = learn(rows, { target: 'y', unseen: 'column', minFrequency: 2 });
    expect(column.columnNames).toEqual(['w=a', 'w=b', 'w=(other)']);
    expect([...column.applyRow(row('x'))]).toEqual([0, 0, 1]);
    expect([...column.apply(rows).inputs]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0]);
  });

  it('must have somewhere to go (case 430)', async () => {
    await expectRefusal(
      () => learn(rows, { target: 'y', minFrequency: 2 }),
      'ArgumentError',
      "column 'w'",
      "also 'c'",
      "unseen: 'column'",
    );
    await expectRefusal(
      () => learn(rows, { target: 'y', columns: { w: { categories: ['a', 'b'] } } }),
      'ArgumentError',
      "expected the words in categories, got also 'c'",
    );
    await expectRefusal(
      () => learn(rows, { target: 'y', minFrequency: 9, unseen: 'zeros' }),
      'ArgumentError',
      'in 9 rows or more',
    );
  });
});

describe('targets', () => {
  it('of words are classes in the order of the words, or of categories', () => {
    const rows = table('x,y\n1,b\n2,a\n3,b\n');
    expect(learn(rows, { target: 'y' }).apply(rows)).toMatchObject({
      labels: Int32Array.of(1, 0, 1),
      classNames: ['a', 'b'],
      classes: 2,
      targetWidth: 2,
    });
    const turned = learn(rows, { target: 'y', columns: { y: { categories: ['b', 'a', 'c'] } } });
    expect(turned.apply(rows)).toMatchObject({ labels: Int32Array.of(0, 1, 0), classNames: ['b', 'a', 'c'] });
    expect(turned.classNames).toEqual(['b', 'a', 'c']);
  });

  it('of yes and no are the classes no and yes, however a later table writes them', () => {
    const preparation = learn(people, { target: 'survived' });
    const later = table('survived,age,fare,class,member\ntrue,1,2,first,1\nfalse,3,4,third,0\n', {
      kinds: { member: 'yes/no' },
    });
    expect(preparation.apply(later)).toMatchObject({ labels: Int32Array.of(1, 0), classNames: ['no', 'yes'] });
  });

  it('of numbers are standardized, and come back in their units', () => {
    const rows = table('x,price,area\n1,300000,10\n2,500000,20\n3,400000,60\n');
    const preparation = learn(rows, { target: ['price', 'area'], columns: { area: { scale: 'minMax' } } });
    const data = preparation.apply(rows);
    expect(data).toMatchObject({ labels: undefined, classNames: undefined, targetWidth: 2, width: 1 });
    expect([...(data.targets ?? [])].filter((_, index) => index % 2 === 1)).toEqual([0, Math.fround(0.2), 1]);
    for (let row = 0; row < 3; row++) {
      const { price, area } = preparation.inverse(data.targets?.slice(2 * row, 2 * row + 2) ?? []);
      expect(price).toBeCloseTo([300000, 500000, 400000][row] as number, 1);
      expect(area).toBeCloseTo([10, 20, 60][row] as number, 4);
    }
    const plain = learn(rows, { target: 'price', targetScale: 'none', columns: { area: 'drop' } });
    expect([...(plain.apply(rows).targets ?? [])]).toEqual([300000, 500000, 400000]);
    expect(plain.inverse([5])).toEqual({ price: 5 });
  });

  it('that cannot be are refused (cases 422, 423 and 424)', async () => {
    const classes = learn(people, { target: 'survived' });
    await expectRefusal(() => classes.inverse([]), 'ArgumentError', "the classes of 'survived'");
    await expectRefusal(() => learn(people, { target: ['survived', 'age'] }), 'ArgumentError', 'several targets');
    await expectRefusal(
      () => learn(people, { target: 'fare' }),
      'ArgumentError',
      "table.row(3), column 'fare'",
      'table.filter',
    );
    await expectRefusal(() => learn(people, { target: 'survvied' as 'survived' }), 'ArgumentError', "Did you mean 'survived'?");
    await expectRefusal(() => learn(people, { target: [] }), 'ArgumentError', 'prepare: target');
    await expectRefusal(() => learn(people, {} as never), 'ArgumentError', 'prepare: target');
    await expectRefusal(() => learn(people, { target: ['age', 'age'] }), 'ArgumentError', "'age' again");
    await expectRefusal(
      () => learn(people, { target: 'survived', columns: { survived: 'drop' } }),
      'ArgumentError',
      'a target, which is not dropped',
    );
    const prices = learn(table('x,price\n1,2\n2,4\n'), { target: 'price' });
    await expectRefusal(() => prices.inverse([1, 2]), 'ShapeError', 'preparation.inverse: outputs');
    await expectRefusal(() => prices.inverse([Number.NaN]), 'NumericError', 'outputs[0]');
  });
});

describe('columns that no network makes anything of', () => {
  const many = (word: (index: number) => string) =>
    table(`w,y\n${Array.from({ length: 60 }, (_, n) => `${word(n)},${n}`).join('\n')}`, { onWarning: () => {} });

  it.each<[string, (index: number) => string, string]>([
    ['dates', (n) => `2020-01-${(n % 28) + 1}`, 'as the year, the month, the weekday'],
    ['dates of Germany', (n) => `${(n % 28) + 1}.1.2020`, 'got dates'],
    ['dates of America', (n) => `1/${(n % 28) + 1}/2020 10:30`, 'got dates'],
    ['dates in words', (n) => `${(n % 28) + 1}-Jan-2020`, 'got dates'],
    ['times', (n) => `10:${10 + (n % 50)}`, 'got dates'],
    ['names', (n) => `person ${n}`, '60 different words in 60 rows'],
    ['free text of which half differ', (n) => `text ${n % 31}`, '31 different words in 60 rows'],
    ['numbers with units', (n) => `${n}%`, 'Write the number alone'],
  ])('are refused with what people do: %s (cases 425 and 426)', async (_, word, words) => {
    await expectRefusal(
      () => learn(many(word), { target: 'y' }),
      'ArgumentError',
      "column 'w'",
      words,
      "columns: { 'w': 'drop' }",
    );
    expect(learn(table('w,x,y\na,1,2\nb,2,3\n'), { target: 'y', columns: { w: 'drop' } }).width).toBe(1);
  });

  it('are taken where words come again, where there are few, and where they are listed', () => {
    expect(
      learn(
        many((n) => `city ${n % 30}`),
        { target: 'y' },
      ).width,
    ).toBe(30);
    expect(learn(table('w,y\na,1\nb,2\nc,3\n'), { target: 'y' }).width).toBe(3);
    const days = ['2020-01-01', '2020-01-02'];
    expect(
      learn(
        many((n) => days[n % 2] as string),
        { target: 'y', columns: { w: { categories: days } } },
      ).width,
    ).toBe(2);
  });

  it('are refused where all is missing, or nothing is left (case 427)', async () => {
    const empty = table('a,b,y\n,1,2\n,2,3\n');
    await expectRefusal(() => learn(empty, { target: 'y' }), 'ArgumentError', "column 'a'", 'missing ones alone');
    await expectRefusal(
      () => learn(empty, { target: 'y', columns: { a: 'drop', b: 'drop' } }),
      'ArgumentError',
      'a column of inputs beside the target',
    );
  });
});

describe('the rows of another table', () => {
  const preparation = learn(people, { target: 'survived', columns: { fare: 'drop' } });

  it('are found by name, in any order, and a dropped column may lack', () => {
    const turned = table('class,survived,member,age\nthird,no,yes,20\n');
    expect(preparation.apply(turned).inputs).toEqual(preparation.apply(people.take(1)).inputs);
    expect(preparation.apply(people).count).toBe(4);
  });

  it('are refused where a column lacks or is not known, by name (cases 432 and 433)', async () => {
    await expectRefusal(
      () => preparation.apply(table('agee,class,member,survived\n20,third,no,no\n')),
      'ArgumentError',
      "got 'agee'. Did you mean 'age'?",
    );
    await expectRefusal(
      () => preparation.apply(table('age,class,member,survived,ticket\n20,third,no,no,5\n')),
      'ArgumentError',
      "got 'ticket'",
      'Leave it out',
    );
    await expectRefusal(
      () => preparation.apply(table('age,class,survived\n20,third,no\n')),
      'ArgumentError',
      "got no 'member'",
    );
    await expectRefusal(
      () => preparation.apply(table('age,class,member\n20,third,no\n')),
      'ArgumentError',
      "got no 'survived'. Rows without an answer are read one by one: Array.from(table, (row) => reader.read(row)).",
    );
    await expectRefusal(() => preparation.apply({} as never), 'ArgumentError', 'Make one with table(text)');
  });

  it('are refused where a cell is of another kind, by row and column (cases 423 and 434)', async () => {
    const wrong = table('age,class,member,survived\n20,third,no,no\nold,third,no,no\n', { onWarning: () => {} });
    await expectRefusal(
      () => preparation.apply(wrong),
      'ArgumentError',
      "table.row(1), column 'age': expected a number, got 'old'",
    );
    const late = table('age,class,member,survived\n20,third,no,no\n20,third,no,\n');
    await expectRefusal(
      () => preparation.apply(late),
      'ArgumentError',
      "table.row(1), column 'survived'",
      "An answer is not filled. Leave the rows out: table.filter((row) => row['survived'] !== null). Rows without an answer are read",
    );
  });

  it('may have numbers where words were learnt, which are words then', () => {
    const codes = learn(table('code,y\n1,1\nx,2\n', { kinds: { code: 'word' } }), { target: 'y' });
    expect([...codes.apply(table('code,y\n1,1\n1,2\n')).inputs]).toEqual([1, 0, 1, 0]);
  });

  it('are filled as was learnt, or refused (case 428)', async () => {
    const filled = learn(people, { target: 'survived' });
    expect(filled.applyRow({ age: null, fare: undefined, class: '', member: 'NA' })).toEqual(
      filled.applyRow({ age: 40, fare: 8, class: 'first', member: true }),
    );
    const whole = table('age,class,y\n1,a,1\n2,b,2\n');
    const strict = learn(whole, { target: 'y', missing: 'refuse' });
    await expectRefusal(() => strict.applyRow({ age: null, class: 'a' }), 'ArgumentError', "column 'age': expected a cell");
    await expectRefusal(() => strict.applyRow({ age: 1, class: null }), 'ArgumentError', "column 'class': expected a cell");
    await expectRefusal(
      () => learn(people, { target: 'survived', missing: 'refuse' }),
      'ArgumentError',
      "table.row(1), column 'age'",
    );
  });

  it('are the same one by one', () => {
    const filled = learn(people, { target: 'survived', missingIndicator: true });
    const { inputs } = filled.apply(people);
    expect([...people].flatMap((row) => [...filled.applyRow(row)])).toEqual([...inputs]);
  });
});

describe('a single row', () => {
  const preparation = learn(people, { target: 'survived', columns: { fare: 'drop' } });
  const row = { age: 20, class: 'third', member: true };

  it('has cells as values or as text', () => {
    const expected = preparation.applyRow(row);
    expect(preparation.applyRow({ age: ' 20.0 ', class: ' third', member: 'TRUE' })).toEqual(expected);
    expect(preparation.applyRow({ age: 20n, class: 'third', member: 1 })).toEqual(expected);
    expect(preparation.applyRow({ ...row, survived: null, fare: 'anything' })).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['no object', 3, 'expected an object with a cell for each column, got 3'],
    ['a list', [20, 'third', true], "got an array of 3. Its fields are 'age', 'class', 'member', by name."],
    [
      'a table',
      people,
      'got a table or another iterable. Give its rows one by one: Array.from(table, (row) => reader.read(row)).',
    ],
    ['nothing', undefined, 'got undefined'],
    ['a column that lacks', { age: 1, class: 'third' }, "got no 'member'"],
    ['a column that is not known', { ...row, agee: 1 }, "got 'agee'"],
    ['a word for a number', { ...row, age: 'old' }, "column 'age': expected a number, got 'old'"],
    ['an infinite number', { ...row, age: Infinity }, "column 'age': expected a number"],
    ['a number with a comma', { ...row, age: '1,5' }, 'Write a point instead of the comma.'],
    ['an array for a number', { ...row, age: [1] }, "column 'age': expected a number, got an array of 1"],
    ['a number for yes and no', { ...row, member: 2 }, "column 'member': expected yes or no"],
    ['an object for a word', { ...row, class: {} }, "column 'class': expected a word, got an object"],
  ])('is refused for %s', async (_, given, words) => {
    await expectRefusal(() => preparation.applyRow(given as never), 'ArgumentError', words);
  });

  it('is refused for a number that is too large once it is scaled (case 435)', async () => {
    await expectRefusal(() => preparation.applyRow({ ...row, age: 1e300 }), 'NumericError', "column 'age'", '1e+300');
  });
});

describe('names that hurt', () => {
  const names = ['__proto__', 'constructor', 'toString', ''];
  const rows = table(`${names.join(',')},y\n1,a,2,yes,3\n2,b,3,no,4\n`);

  it('are names of columns, of targets and of options as any other (case 417)', () => {
    const columns: PrepareOptions['columns'] = Object.fromEntries([
      ['__proto__', { scale: 'none' }],
      ['constructor', 'drop'],
    ]);
    const preparation = learn(rows, { target: 'y', columns });
    expect(preparation.columnNames).toEqual(['__proto__', 'toString', '']);
    expect(preparation.applyRow(rows.row(1))).toEqual(preparation.apply(rows).inputs.slice(3));
    const hostile = learn(rows, { target: '__proto__' as string });
    const back = hostile.inverse([0]);
    expect(Object.entries(back)).toEqual([['__proto__', 1.5]]);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it('are not taken from a prototype', async () => {
    const preparation = learn(rows, { target: 'y' });
    await expectRefusal(
      () => preparation.applyRow({ '': 1 }),
      'ArgumentError',
      "got no '__proto__', 'constructor', 'toString'",
    );
  });

  it('may not make two inputs of one name (case 436)', async () => {
    const twins = table('a,a=x,y\nx,1,1\nz,2,2\n');
    await expectRefusal(() => learn(twins, { target: 'y' }), 'ArgumentError', "'a=x' twice", 'Rename one');
  });
});

// This is case 444.
describe('warnings', () => {
  const warningsOf = (rows: Table, options: PrepareOptions): readonly string[] => {
    const said: string[] = [];
    const { warnings } = prepare(rows, { ...options, onWarning: (message) => said.push(message) });
    expect(said).toEqual(warnings.map((warning) => `prepare: ${warning}`));
    return warnings;
  };
  const count = (columns: (n: number) => string) => Array.from({ length: 30 }, (_, n) => columns(n)).join('\n');

  it('name columns that say nothing, are mostly missing, or number the rows', () => {
    const rows = table(`id,same,gaps,word,flag,y\n${count((n) => `${n + 5},3,${n % 3 ? '' : n},a,yes,${n % 7}`)}`);
    expect(warningsOf(rows, { target: 'y' })).toEqual([
      "column 'id' seems to number the rows: leave it out with columns: { 'id': 'drop' }.",
      "column 'same' is 3 in every row: it tells the network nothing.",
      "column 'gaps' is missing in 67 % of the rows.",
      "column 'word' is 'a' in every row: it tells the network nothing.",
      "column 'flag' is 'yes' in every row: it tells the network nothing.",
    ]);
  });

  it('name targets that never change, that may be classes, and that have too many', () => {
    expect(warningsOf(table('x,y\n1,3\n2,3\n'), { target: 'y' })[0]).toContain("target 'y' is 3 in every row");
    expect(warningsOf(table('x,y\n1,0\n2,1\n'), { target: 'y' })[0]).toContain("kinds: { 'y': 'yes/no' }");
    const names = table(`x,y\n${count((n) => `${n % 4},name ${n}`)}`);
    expect(warningsOf(names, { target: 'y' })[0]).toContain("target 'y' has 30 classes in 30 rows");
  });

  it('name a column for words that no row teaches, and one of very many', () => {
    const [warning] = warningsOf(table('w,y\na,1\nb,2\n'), { target: 'y', unseen: 'column' });
    expect(warning).toContain("column 'w' has no other word in the training rows");
    const many = table(`w,y\n${Array.from({ length: 303 }, (_, n) => `w${n % 101},${n % 9}`).join('\n')}`);
    expect(warningsOf(many, { target: 'y' })[0]).toContain("column 'w' becomes 101 inputs");
  });
});

describe('a preparation', () => {
  it('prints what becomes of each column', () => {
    const preparation = learn(people, {
      target: 'survived',
      unseen: 'zeros',
      missingIndicator: true,
      columns: { fare: 'drop', member: { missing: 'mostFrequent' } },
    });
    expect(String(preparation)).toBe(
      [
        'column    kind    missing              becomes',
        'age       number  median 40            (x - 40) / 14.1421; 1 where it was missing',
        'fare                                   nothing: it is left out',
        'class     word    most frequent first  one-hot first, third; zeros for others',
        'member    yes/no  most frequent yes    1 for yes, 0 for no; 1 where it was missing',
        'survived  yes/no  refused              target: classes no, yes',
      ].join('\n'),
    );
  });

  it('is frozen, refuses assignments, and says how it is saved', async () => {
    const preparation = learn(people, { target: 'survived' });
    await expectRefusal(() => Object.assign(preparation, { width: 3 }), 'ArgumentError', 'preparation.width');
    expect(() => Object.assign(preparation.columns[0] as object, { fill: 3 })).toThrow(TypeError);
    expect(JSON.stringify(preparation)).toContain('toJson(classifier)');
  });

  it('learns nothing from rows that it is not given', () => {
    const [training] = people.split(2);
    const { columns } = prepare(training, { target: 'survived', onWarning: () => {} });
    expect(columns[0]).toMatchObject({ fill: 20, offset: 20, divisor: 0 });
    expect(prepare(people.slice(2), { target: 'survived', onWarning: () => {} }).columns[2]).toMatchObject({
      categories: ['first', 'third'],
    });
    expect(prepare(people.select([0, 2]), { target: 'survived', onWarning: () => {} }).columns[2]).toMatchObject({
      categories: ['third'],
    });
  });

  it('does not learn from rows that are too large, or from no rows', async () => {
    await expectRefusal(() => learn(table('x,y\n1e308,1\n-1e308,2\n'), { target: 'y' }), 'NumericError', "column 'x'");
    await expectRefusal(
      () => learn(people.take(0), { target: 'survived' }),
      'ArgumentError',
      'one row or more, got none. Does a filter',
    );
    await expectRefusal(() => prepare('a,b' as never, { target: 'b' }), 'ArgumentError', 'a Table');
  });
});

describe('options', () => {
  it.each<[string, object, string]>([
    ['another name', { label: 'survived' }, 'Here it is called target.'],
    ['no target', { target: undefined }, 'expected the name of a column, or a list of names, got undefined.'],
    ['a list without targets', { target: [] }, "As target: 'price', or target: ['price', 'rent']."],
    ['a slip', { unsen: 'zeros' }, 'Did you mean unseen?'],
    ['an unknown scale', { scale: 'robust' }, "expected one of 'standardize', 'minMax', 'none', got 'robust'"],
    ['an unknown filling', { missing: 'zero' }, 'prepare: missing'],
    ['an unknown column', { columns: { agee: 'drop' } }, "Did you mean 'age'?"],
    ['an unknown option of a column', { columns: { age: { scal: 'none' } } }, "columns['age']"],
    ['a word for a column', { columns: { age: 'skip' } }, "expected 'drop', or options in an object, got 'skip'"],
    ['columns as a list', { columns: ['age'] }, "{ name: 'drop', age: { missing: 'mean' } }"],
    ['a mean of words', { columns: { class: { missing: 'mean' } } }, "'mostFrequent' or 'refuse', for words"],
    ['categories of numbers', { columns: { age: { categories: ['1'] } } }, "kinds: { 'age': 'word' }"],
    ['categories of yes and no', { columns: { member: { categories: ['no'] } } }, 'a column of words'],
    ['categories twice', { columns: { class: { categories: ['a', 'a'] } } }, "'a' again"],
    ['an indicator that is no boolean', { missingIndicator: 1 }, 'true or false'],
    ['classes that lack one', { columns: { survived: { categories: ['no'] } }, target: 'class' }, 'categories'],
  ])('are refused: %s (cases 418 and 429)', async (_, options, words) => {
    await expectRefusal(() => learn(people, { target: 'survived', ...options } as never), 'ArgumentError', words);
  });

  it('refuse a frequency that is no whole number from 1', async () => {
    await expectRefusal(() => learn(people, { target: 'survived', minFrequency: 0 }), 'OutOfRangeError', 'minFrequency');
  });
});
