// Tables from texts and from objects: names, kinds, and missing cells.
import { type GivenCell, parseCsv, type TableColumn, type TableOptions, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';

/** The kinds of the columns, as 'age number, name word'. */
function kindsOf(text: string, options?: TableOptions): string {
  return table(text, options)
    .columns.map(({ name, kind }) => `${name} ${kind}`)
    .join(', ');
}

/** The cells of a column. */
function cells(column: TableColumn, rows: Iterable<Readonly<Record<string, unknown>>>): unknown[] {
  return Array.from(rows, (row) => row[column.name]);
}

// Among these are cases 411, 412 and 413.
describe('the kind of a column', () => {
  it.each([
    ['1\n-2.5\n3e4\n.5', 'number'],
    ['true\nfalse\nTRUE', 'yes/no'],
    ['yes\nNo\n', 'yes/no'],
    ['yes', 'yes/no'],
    ['true\nno', 'word'],
    ['y\nn', 'word'],
    ['0\n1', 'number'],
    ['00501\n90210', 'word'],
    ['1\n2\nthree', 'word'],
    ['1e999\n2', 'word'],
    ['Infinity\n2', 'word'],
    ['0x10\n2', 'word'],
    ['+\n-\n?', 'word'],
    ['1\n-\n?\nNA', 'number'],
    ['NA\nnull\n\n?', 'number'],
    ['yes\nNA\nno', 'yes/no'],
  ])('of %j is %s', (lines, kind) => {
    expect(kindsOf(`x\n${lines}`, { onWarning: () => {} })).toBe(`x ${kind}`);
  });

  it('is the one that is stated', () => {
    const text = 'zip,alive,code\n00501,1,7\n90210,0,7.0\n';
    expect(kindsOf(text, { kinds: { zip: 'number', alive: 'yes/no', code: 'word' } })).toBe(
      'zip number, alive yes/no, code word',
    );
    const stated = table(text, { kinds: { zip: 'number', alive: 'yes/no', code: 'word' } });
    expect([...stated]).toEqual([
      { zip: 501, alive: true, code: '7' },
      { zip: 90210, alive: false, code: '7.0' },
    ]);
  });

  it('does not depend on where the first word of the column stands: numbers among words are written one way', () => {
    const onWarning = () => {};
    const first = table('x\nword\n7\n7.0\n1e2', { onWarning });
    const last = table('x\n7\n7.0\n1e2\nword', { onWarning });
    expect(Array.from(first, ({ x }) => x)).toEqual(['word', '7', '7', '100']);
    expect(Array.from(last, ({ x }) => x)).toEqual(['7', '7', '100', 'word']);
    expect(first.column('x')).toMatchObject({ words: ['7', '100', 'word'] });
    expect(last.column('x')).toMatchObject({ words: ['7', '100', 'word'] });
  });

  it('is the same for cells of text and of values', () => {
    const text = table('a,b,c,d\n1,yes,x,true\n,no,NA,false\n');
    const values = table([
      { a: 1, b: 'yes', c: 'x', d: true },
      { a: null, b: 'no', c: undefined, d: false },
    ]);
    expect([...values]).toEqual([...text]);
    expect(values.columns).toEqual(text.columns);
    expect(table([{ a: '1', b: ' yes ' }, { a: Number.NaN }]).columns.map(({ kind }) => kind)).toEqual(['number', 'yes/no']);
  });

  it('of bigints is a number, and of dates a word', () => {
    const day = new Date(Date.UTC(2020, 1, 3));
    const rows = table([
      { n: 12n, day },
      { n: 3n, day: new Date(Number.NaN) },
    ]);
    expect([...rows]).toEqual([
      { n: 12, day: '2020-02-03T00:00:00.000Z' },
      { n: 3, day: null },
    ]);
  });
});

describe('missing cells', () => {
  it('are known by their usual names, and counted', () => {
    const { columns } = table('a,b\n1,x\nNA,n/a\n,null\nNaN,?\n-,y\n');
    expect(columns.map(({ missing }) => missing)).toEqual([4, 3]);
  });

  it('are marks only where no other word is one', () => {
    const [alone, beside] = table('a,b\n-,-\nx,+\n?,?\n').columns;
    expect(alone?.missing).toBe(2);
    expect(cells(beside as TableColumn, table('a,b\n-,-\nx,+\n?,?\n'))).toEqual(['-', '+', null]);
  });

  it('are those that are listed in place of the usual ones', () => {
    const rows = table('region,size\nNA,-999\nEU,3\n,2\n', { missingValues: [-999] });
    expect([...rows]).toEqual([
      { region: 'NA', size: null },
      { region: 'EU', size: 3 },
      { region: null, size: 2 },
    ]);
    expect([...table([{ size: -999 }, { size: 1 }], { missingValues: [-999] })]).toEqual([{ size: null }, { size: 1 }]);
  });

  it('stand where a row has no such field', () => {
    expect([...table<object>([{ a: 1 }, { b: 'x' }, { a: 2, b: 'y' }])]).toEqual([
      { a: 1, b: null },
      { a: null, b: 'x' },
      { a: 2, b: 'y' },
    ]);
  });
});

describe('a text', () => {
  it('is read as parseCsv reads it: quotes, line ends, a byte-order mark, delimiters, empty lines, headers', () => {
    const text = '\uFEFF"a b";c\r\n"1";"x;""y"""\r\n\r\n 2 ;z\r';
    expect([...table(text, { delimiter: ';' })]).toEqual([
      { 'a b': 1, c: 'x;"y"' },
      { 'a b': 2, c: 'z' },
    ]);
    expect([...table('1,x\n2,y')]).toEqual([
      { 0: 1, 1: 'x' },
      { 0: 2, 1: 'y' },
    ]);
    expect([...table('1,x\n2,y', { columnNames: ['n', 'w'] })]).toEqual([
      { n: 1, w: 'x' },
      { n: 2, w: 'y' },
    ]);
    expect([...table('a,b\nc,d', { header: false })]).toHaveLength(2);
    const numbers = 'a,b,c\n1.5,2,y\n-3e2,4,x\n';
    expect(Array.from(table(numbers), ({ a, b }) => [a, b]).flat()).toEqual([...parseCsv(numbers, { label: 'c' }).inputs]);
  });

  it.each([
    ['', 'line 1: expected a line or more'],
    ['a,b\n', 'line 1: expected lines of data behind the header'],
    ['a,b\n1,2,3\n', 'line 2: expected 2 fields, as in the first line, got 3'],
    ['a,b\n1,2\n\n3\n', 'line 4: expected 2 fields, as in the first line, got 1'],
    ['a,b\n1,"2\n', 'line 2: expected a closing quote'],
    ['a,b\n1,2"3"\n', 'line 2: expected quotes around a field only'],
    ['a,b,a\n1,2,3\n', "line 1: expected another name over each column, got 'a' over column 0 and 2"],
    [',a,\n1,2,3\n', "line 1: expected another name over each column, got '' over column 0 and 2"],
    ['a;b\n1;2\n', "Is the delimiter ';'?"],
    ['0,1,2,3\n4,5,6,7\n', 'line 1: expected data, or names of columns'],
    ['<html><body></body></html>', 'It is a page of HTML'],
    ['a,b\n1,\0\n', 'line 2: expected text, got a NUL character'],
  ])('with a fault is refused by its line: %j (cases 401 to 408)', async (text, words) => {
    await expectRefusal(() => table(text), 'FormatError', 'table: ', words);
  });

  it('whose cell is not of the stated kind is refused by line and column (case 409)', async () => {
    const text = 'name,age\n"a\nb",31\nc,"1,200"\n';
    await expectRefusal(
      () => table(text, { kinds: { age: 'number' } }),
      'FormatError',
      "line 4, column 'age': expected a number, got '1,200'",
      'write 1200',
    );
    await expectRefusal(
      () => table('on\nyes\nmaybe\n', { kinds: { on: 'yes/no' } }),
      'FormatError',
      "line 3, column 'on': expected yes or no",
      "'maybe'",
    );
  });
});

describe('objects', () => {
  it.each<[string, unknown[], string]>([
    ['an array for a row', [[1, 2]], 'rows[0]: expected an object with a cell for each column, got an array of 2'],
    ['null for a row', [{ a: 1 }, null], 'rows[1]: expected an object'],
    ['typed arrays', [Float32Array.of(1)], 'dataset({ inputs, labels })'],
    ['no rows', [], 'expected one row or more, got none. Did the file or the query have any?'],
    ['no fields', [{}], 'objects without fields'],
    ['an array in a cell', [{ a: 1 }, { a: [1] }], "rows[1], column 'a': expected a number, a word"],
    ['a function in a cell', [{ a: () => 1 }], 'got a function'],
    ['a symbol in a cell', [{ a: Symbol('x') }], 'got a symbol'],
    ['an infinite number', [{ a: 1 / 0 }], "rows[0], column 'a'"],
    ['a huge bigint', [{ a: 2n ** 60n }], 'too large for a number'],
  ])('are refused by row and column: %s (cases 401, 414, 415 and 416)', async (_, rows, words) => {
    await expectRefusal(() => table(rows as never), 'ArgumentError', 'table: ', words);
  });

  it('whose names are data themselves are refused before they fill the memory (case 445)', async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => ({ [`id ${row}`]: row }));
    await expectRefusal(() => table(rows), 'LimitError', 'rows[1001]: expected at most 1001 columns', 'names of the fields');
    const first = Object.fromEntries(Array.from({ length: 70_000 }, (_, column) => [`c${column}`, 1]));
    await expectRefusal(() => table([first]), 'LimitError', 'rows[0]: expected at most 65536 columns');
    await expectRefusal(() => table(`${'x,'.repeat(70_000)}x`), 'LimitError', 'line 1: expected at most 65536 fields');
  });

  it('may come from any iterable', () => {
    function* rows() {
      yield { a: 1 };
      yield { a: 2 };
    }
    expect(table(rows()).count).toBe(2);
    expect(table(new Set([{ a: 1 }])).count).toBe(1);
  });

  it('may be described by an interface', () => {
    interface House {
      readonly area: number;
      readonly garden?: boolean;
    }
    const houses: House[] = [{ area: 3 }];
    expect(table(houses).columns.map(({ name }) => name)).toEqual(['area']);
  });

  it('and texts may have names that hurt: of the prototype, of its fields, and an empty one (case 417)', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
    const expected = Object.fromEntries(names.map((name, index) => [name, index]));
    const row = Object.fromEntries(names.map((name, index) => [name, index]));
    for (const rows of [table(`${names.join(',')}\n0,1,2,3,4\n`), table([row as Record<string, GivenCell>])]) {
      expect(rows.columns.map(({ name }) => name)).toEqual(names);
      expect(Object.entries(rows.row(0))).toEqual(Object.entries(expected));
      expect(Object.getPrototypeOf(rows.row(0))).toBe(Object.prototype);
      expect(rows.column('constructor').kind).toBe('number');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('options', () => {
  it.each<[string, object, string]>([
    ['a kind of a column that is not there', { kinds: { agee: 'word' } }, "Did you mean 'age'?"],
    ['no kind', { kinds: { age: 'text' } }, "expected 'number', 'word' or 'yes/no', got 'text'"],
    ['kinds as a list', { kinds: ['word'] }, "As kinds: { post_code: 'word' }."],
    ['another name', { sep: ';' }, 'Here it is called delimiter.'],
    ['a target', { target: 'age' }, 'prepare takes it'],
    ['two delimiters', { delimiter: ';;' }, 'one character'],
    ['both names and a header', { header: true, columnNames: ['a'] }, 'Say header: false.'],
    ['missing values that are no list', { missingValues: 'NA' }, 'a list of words and numbers'],
    ['a missing value that is null', { missingValues: [null] }, 'missingValues[0]'],
  ])('are refused: %s (case 418)', async (_, options, words) => {
    await expectRefusal(() => table('age\n1\n', options), 'ArgumentError', words);
  });

  it('must name each column of a text', async () => {
    await expectRefusal(() => table('1,2', { columnNames: ['a'] }), 'FormatError', 'expected 1 fields', 'got 2');
  });

  it('are no text, and a stream is sent to readTable (case 407)', async () => {
    await expectRefusal(() => table(undefined as never), 'ArgumentError', "As table([{ age: 31, ship_class: 'third' }]).");
    await expectRefusal(() => table(Promise.resolve('a') as never), 'ArgumentError', 'await');
    const stream = { async *[Symbol.asyncIterator]() {} };
    await expectRefusal(() => table(stream as never), 'ArgumentError', 'await readTable(lines)');
  });
});

describe('warnings', () => {
  it('name a column that is mostly numbers, the first word in it, and its line (case 410)', () => {
    const warnings: string[] = [];
    table('price,n\n1,1\n2,2\n"1,200",3\n', { onWarning: (message) => warnings.push(message) });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("table: column 'price' has 2 numbers and 1 word, '1,200' in line 4");
    expect(warnings[0]).toContain('write 1200');
  });

  it.each<[string, string, string]>([
    [
      'a comma before the fraction',
      '1,5 2,5 1,5 3',
      "has 1 number and 3 words, '1,5' in line 2: all became words. Write a point",
    ],
    ['no plain number among them', '1,5 2,5 1,5 2,5', "has 4 words, '1,5' in line 2: all became words. Write a point"],
    ['another word before them', 'unknown 1,5 2,5 1,5', "has 4 words, '1,5': all became words. Write a point"],
    ['missing cells', '? 1,5 2,5 NA', "'1,5' in line 3"],
    ['signs of money', '$1 $2.50 $1.5M $1', "has 4 words, '$1' in line 2: all became words. Write the number alone"],
    ['percent', '5% 10% 5% -2.5%', "'5%' in line 2"],
  ])('name a column of words that are numbers in another notation, with %s', (_, cells, words) => {
    const warnings: string[] = [];
    const text = `size;n\n${cells.replaceAll(' ', ';1\n')};1\n`;
    table(text, { delimiter: ';', onWarning: (message) => warnings.push(message) });
    expect(warnings).toEqual([expect.stringContaining("table: column 'size' has ")]);
    expect(warnings[0]).toContain(words);
    expect(warnings[0]).toContain("If words are right, say kinds: { 'size': 'word' }.");
  });

  it.each(['$ $$ $$$ $', '$10-$20 $20-$30 $10-$20', '1,5 small large 1,5', '10-20% 20-30% 10-20%'])(
    'do not come for words that only look like numbers: %s',
    (cells) => {
      const onWarning = (message: string) => {
        throw new Error(message);
      };
      const { kind } = table(`size\n${cells.replaceAll(' ', '\n')}\n`, { delimiter: ';', onWarning }).column('size');
      expect(kind).toBe('word');
    },
  );

  it('do not come for codes with zeros in front, for stated words, and for mostly words', () => {
    const onWarning = (message: string) => {
      throw new Error(message);
    };
    table('zip,b,c\n10115,1,1\n00501,2,x\n20095,x,y', { onWarning, kinds: { b: 'word' } });
  });
});
