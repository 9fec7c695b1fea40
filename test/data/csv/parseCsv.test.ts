// CSV: what RFC 4180 allows, what programs write, and how every fault is reported.
import fc from 'fast-check';
import { ArgumentError, FormatError, LimitError, OutOfRangeError } from 'glassbox-nn';
import { type CsvOptions, dataset, parseCsv } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../../support/thrownBy.js';
import { expectLesson } from '../teaches.js';

const FRUIT = 'length,weight,name\n7,180,apple\n19,120,banana\n8,210,apple\n';

/** Expects a FormatError at the place, whose message says the words. */
function expectFault(text: string, options: CsvOptions, place: string, ...says: string[]): void {
  const call = () => parseCsv(text, options);
  expectLesson(call, { type: FormatError, code: 'FORMAT', says: [`parseCsv: ${place}: expected `, ...says] });
  expect(thrownBy(call)).toMatchObject({ path: place });
}

const messageOf = (call: () => unknown) => thrownBy(call).message;

describe('parseCsv', () => {
  it('gives what dataset takes: inputs, and the labels of a column', () => {
    const fruit = dataset(parseCsv(FRUIT, { label: 'name' }));
    expect(fruit.inputs).toEqual(Float32Array.of(7, 180, 19, 120, 8, 210));
    expect([fruit.labels, fruit.classNames]).toEqual([Int32Array.of(0, 1, 0), ['apple', 'banana']]);
    const named = dataset({ ...parseCsv(FRUIT, { label: 'name' }), classes: ['banana', 'apple'] });
    expect(named.labels).toEqual(Int32Array.of(1, 0, 1));
  });

  it('finds columns by name or place, in the order they are asked for', () => {
    const { inputs, width, labels } = parseCsv(FRUIT, { inputs: ['weight', 0], label: 2 });
    expect([inputs, width, labels]).toEqual([Float32Array.of(180, 7, 120, 19, 210, 8), 2, ['apple', 'banana', 'apple']]);
  });

  it('gives columns of numbers as targets', () => {
    const parsed = parseCsv('a,b,c\n1,2,3\n4,5,6\n', { targets: ['c', 'a'] });
    const targets = Float32Array.of(3, 1, 6, 4);
    expect(parsed).toEqual({ inputs: Float32Array.of(2, 5), width: 1, columnNames: ['b'], targets });
    expect(dataset(parsed).targetWidth).toBe(2);
  });

  it('gives inputs alone', () => {
    expect(parseCsv('1,2\n3,4')).toEqual({ inputs: Float32Array.of(1, 2, 3, 4), width: 2 });
  });

  it('refuses a header without data, and says what to look for', () => {
    for (const text of ['a,b', 'a,b\n', 'a,b\r\n  \n\n']) {
      expectFault(text, {}, 'line 1', 'lines of data behind the header', 'got a header alone. Is the file whole?');
    }
    expectFault('1,2\n', { header: true }, 'line 1', 'lines of data', 'header: false');
  });

  it('takes a first line without numbers for a header, unless an option says otherwise', () => {
    expect(parseCsv('a,b\n1,2').inputs).toEqual(Float32Array.of(1, 2));
    expect(parseCsv('1,2\n3,4').inputs.length).toBe(4);
    expect(parseCsv('5.1,x\n3,y', { label: 1 }).labels).toEqual(['x', 'y']);
    expect(parseCsv('2020,2021\n1,2', { header: true }).inputs).toEqual(Float32Array.of(1, 2));
    expectFault('a,b\n1,2', { header: false }, 'line 1, column 0 (counted from 0)', 'a number', "got 'a'");
  });

  it('refuses a first line that may be a header or data, as pandas writes it, unless an option says which', () => {
    const counted = '0,1,2,3\n5,6,7,8\n';
    expectFault(counted, {}, 'line 1', 'the count of columns from 0 to 3', 'Say header: true, or header: false');
    expect(parseCsv(counted, { header: true }).columnNames).toEqual(['0', '1', '2', '3']);
    expect(parseCsv(counted, { header: false }).inputs.length).toBe(8);
    expect(parseCsv('0,1,2\n5,6,7').inputs.length).toBe(6);
    const labelled = '0,1,label\n5,6,0\n7,8,1\n';
    const place = 'line 1, column 2 (counted from 0)';
    for (const options of [{ label: 2 }, { label: 2, labelKind: 'names' }] as const) {
      expectFault(labelled, options, place, 'a number, as all labels below it', "got 'label'", 'Say header: true');
    }
    expect(parseCsv(labelled, { label: 'label', header: true }).labels).toEqual([0, 1]);
    expect(parseCsv(labelled, { label: 2, header: false }).labels).toEqual(['label', '0', '1']);
    expect(parseCsv('5,x\n6,0\n7,1\n8,x', { label: 1 }).labels).toEqual(['x', '0', '1', 'x']);
    expectFault('0,1,name\n5,6,7\n', {}, place, "got 'name'", 'If the first line is a header, say header: true.');
  });

  it('takes whole numbers from 0 for classes, and anything else for names', () => {
    expect(parseCsv('5,1\n0,2\n9,3', { label: 0 }).labels).toEqual([5, 0, 9]);
    expect(parseCsv('5,1\nx,2\n-1,3', { label: 0 }).labels).toEqual(['5', 'x', '-1']);
    expect(parseCsv('__proto__,1\nconstructor,2', { label: 0, header: false }).labels).toEqual(['__proto__', 'constructor']);
  });

  it('reads quoted fields, with delimiters, line ends and quotes in them', () => {
    const text = '"size, in cm","the ""name"""\r\n"1.5","a\r\nb"\r\n2,"say ""hi"", please"\r\n"3",""""\r\n';
    const parsed = parseCsv(text, { label: 'the "name"', inputs: ['size, in cm'] });
    expect(parsed.inputs).toEqual(Float32Array.of(1.5, 2, 3));
    expect(parsed.labels).toEqual(['a\r\nb', 'say "hi", please', '"']);
  });

  it('knows every end of line, a byte-order mark, empty lines, and blanks around fields', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = ['', 'a, b ,c', '', ' 1\t,\t2,x y', '3 ,4, z', '', ''];
      const parsed = parseCsv(`\uFEFF${lines.join(end)}`, { label: 'c', inputs: ['b', 'a'] });
      const inputs = Float32Array.of(2, 1, 4, 3);
      expect(parsed).toEqual({ inputs, width: 2, columnNames: ['b', 'a'], labels: ['x y', 'z'] });
    }
  });

  it('passes over blanks before and behind quotes, and over lines of blanks alone', () => {
    const parsed = parseCsv('  \na, "b, c" , d\n \t\n1,\t" x" ,"2"\t\n\t', { label: 'b, c' });
    expect(parsed).toEqual({ inputs: Float32Array.of(1, 2), width: 2, columnNames: ['a', 'd'], labels: [' x'] });
    expectFault('a\tb\n1\t2\n\t\n', { delimiter: '\t' }, "line 3, column 'a'", 'an empty field');
    expect(parseCsv('a\t"b"\n1\t"2"\n', { delimiter: '\t' }).inputs).toEqual(Float32Array.of(1, 2));
    expectFault(' \n\t', {}, 'line 1', 'a line or more', 'an empty text');
  });

  it('tells the place of a column without a name plainly', () => {
    const says = 'parseCsv: line 2, column 0 (counted from 0): expected a number, ';
    expect((thrownBy(() => parseCsv('1\nx')) as Error).message).toContain(says);
  });

  it('knows the names of its inputs, if the header gives each another', () => {
    const fruit = dataset(parseCsv(FRUIT, { inputs: ['weight', 'length'], label: 'name' }));
    expect(fruit.columnNames).toEqual(['weight', 'length']);
    expect(parseCsv('1,2\n3,4').columnNames).toBeUndefined();
    expect(parseCsv('a,a,b\n1,2,3').columnNames).toBeUndefined();
    expect(parseCsv('a,a,b\n1,2,3', { inputs: [0, 2] }).columnNames).toEqual(['a', 'b']);
  });

  it('takes other delimiters', () => {
    for (const delimiter of [';', '\t', '|', ' ', '\u00a7']) {
      expect(parseCsv(`1${delimiter}2\n3${delimiter}4`, { delimiter }).inputs).toEqual(Float32Array.of(1, 2, 3, 4));
    }
  });

  it('reads every number as JavaScript does, to the bit', () => {
    const special = ['1e3', '1E-3', '+5', '-0', '.5', '5.', '0.1', '1e-400', '00012', '123456789012345678', '3.4028234e38'];
    const double = fc.oneof(fc.constantFrom(...special), fc.float({ noNaN: true, noDefaultInfinity: true }).map(String));
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 5 }), (row) => {
        const expected = new Uint32Array(Float32Array.from(row, Number).buffer);
        for (const text of [row.join(','), `${row.join(' , ')}\n`, row.map((number) => `"${number}"`).join(',')]) {
          expect(new Uint32Array(parseCsv(text, { header: false }).inputs.slice().buffer)).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
    const decimals = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 9 }));
    fc.assert(
      fc.property(decimals, ([whole, part]) => {
        const text = `${whole}.${part}`;
        expect(parseCsv(text).inputs[0]).toBe(Math.fround(Number(text)));
      }),
    );
  });

  it('gives back the table that was written, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r', '\u00e9', '\u{1f600}') });
    const rows = fc.array(fc.tuple(fc.float({ noNaN: true, noDefaultInfinity: true }), cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n', '\r'), (table, end) => {
        const text = table.map(([number, name]) => `${number},"c${name.replaceAll('"', '""')}"`).join(end);
        const parsed = parseCsv(text, { label: 1 });
        expect(parsed.inputs.slice()).toEqual(Float32Array.from(table, ([number]) => number + 0));
        expect(parsed.labels).toEqual(table.map(([, name]) => `c${name}`));
      }),
    );
  });
});

describe('what parseCsv refuses', () => {
  it('fields that are no finite number, with line and column', () => {
    for (const bad of ['x', 'NaN', 'Infinity', '0x10', '1_000', '1e', '--1', '1 2', '.', '1.2.3', '\u0661', 'true', '-']) {
      expectFault(`a,b\n1,2\n3,${bad}\n`, {}, "line 3, column 'b'", 'a number', `got '${bad}'`);
    }
    expectFault('a;b\n1;2,5', { delimiter: ';' }, "line 2, column 'b'", "got '2,5'", 'Write a point');
    expectFault(
      '1,x',
      {},
      'line 1, column 1 (counted from 0)',
      "got 'x'",
      'Leave out columns of words with inputs, or have them prepared: prepare(table(text), { target }).',
    );
  });

  it('a missing value among numbers, with what to do about it', () => {
    for (const word of ['NA', 'n/a', '?', '-', 'null', 'NaN', 'nan', '#N/A', '<NA>', 'NULL']) {
      expectFault(
        `a,b\n1,${word}\n`,
        {},
        "line 2, column 'b'",
        `got '${word}'`,
        'Fill it in, leave the line out, leave the column out of inputs, or have it filled: prepare(table(text), { target }).',
      );
    }
  });

  it('a comma in a number, by what it does there', () => {
    const column = (field: string) => (thrownBy(() => parseCsv(`a;b\n1;${field}`, { delimiter: ';' })) as Error).message;
    for (const field of ['+1,5E-03', '2,5', '-0,125', ',5', '1,2345', '1200,5']) {
      expect(column(field)).toContain('Write a point instead of the comma.');
    }
    expect(column('1,200')).toContain('If the comma parts thousands, write 1200; if it begins the fraction, 1.200.');
    const grouped = [
      ['1,200,000', '1200000'],
      ['-1,200.50', '-1200.50'],
      ['1.200,5', '1200.5'],
      ['1.200.000', '1200000'],
      ['12 345', '12345'],
      ['1\u00a0200,5', '1200.5'],
      ["1'200", '1200'],
    ] as const;
    for (const [field, number] of grouped) {
      expect(column(field)).toContain(`Write ${number}, without marks between thousands.`);
      expect(column(field)).not.toContain('point');
    }
    expect(column('0,200,000')).not.toContain('thousands');
    for (const field of ['12%', '$5', '3.50\u20ac']) expect(column(field)).toContain('without signs and units');
  });

  it('1e999 and other numbers too large for a float32 (case 102)', () => {
    for (const bad of ['1e999', '-1e39', '9'.repeat(400)]) {
      expectFault(`a\n${bad}`, {}, "line 2, column 'a'", 'a finite number that fits a float32');
    }
  });

  it('empty fields', () => {
    for (const text of ['a,b\n1,\n', 'a,b\n1,  \n', 'a,b\n1,""\n', 'a,b\n1,']) {
      expectFault(text, {}, "line 2, column 'b'", 'a number', 'an empty field', 'Fill it in');
    }
    expectFault('a,b\n1,', { label: 'b' }, "line 2, column 'b'", 'a class', 'an empty field');
  });

  it('a row shorter or longer than the first (case 30)', () => {
    expectFault('1,2,3\n4,5\n', {}, 'line 2', '3 fields, as in the first line', 'got 2');
    expectFault('a,b\n\n1,2\n3,4,5,6\n', {}, 'line 4', '2 fields', 'got 4');
    expectFault('a,b\n"1","x\ny"\n1\n', { label: 'b' }, 'line 4', '2 fields', 'got 1');
  });

  it('a quote that is never closed, and quotes inside of a field', () => {
    expectFault('a,b\n1,"2\n3,4\n', {}, 'line 2', 'a closing quote', 'the end of the text');
    expectFault('a,b\n1,x"y"\n', { label: 'b' }, 'line 2', 'quotes around a field only', 'write quotes inside of it twice');
    expectFault('a,b\n1,"x"y\n', { label: 'b' }, 'line 2', 'quotes around a field only');
    expectFault('a,b\n1, x "y"\n', { label: 'b' }, 'line 2', 'quotes around a field only');
  });

  it('NUL characters, and no text at all', () => {
    expectFault('a,b\n1,2\n3,\0', {}, 'line 3', 'text', 'a NUL character', 'UTF-16');
    for (const text of ['', '\n\r\n\r', '\uFEFF']) expectFault(text, {}, 'line 1', 'a line or more', 'an empty text');
  });

  it('numbers that are no classes (case 31)', () => {
    for (const bad of ['-1', '2.5', '1e300', '17025.69', '123456789012345678']) {
      const says = ['a whole number from 0', `'${bad}'`, 'targets', "labelKind: 'names'"];
      expectFault(`3,1\n${bad},2\n`, { label: 0 }, 'line 2, column 0 (counted from 0)', ...says);
    }
  });

  it('a column that is not there, stands twice, or is asked for twice', () => {
    const argument = (options: unknown, ...says: string[]) =>
      expectLesson(() => parseCsv(FRUIT, options as never), { type: ArgumentError, code: 'ARGUMENT', says });
    argument({ label: 'nam' }, 'parseCsv: label', "one of 'length', 'weight', 'name'", "Did you mean 'name'?");
    argument({ label: 'name', inputs: ['wieght'] }, 'parseCsv: inputs[0]', "Did you mean 'weight'?");
    argument({ label: 'name', inputs: ['weight', 'name'] }, 'each column once', "'name' twice");
    argument({ label: 'name', inputs: ['weight', 1] }, 'each column once', "'weight' twice");
    argument({ label: true }, 'parseCsv: label', 'got true');
    const twice = () => parseCsv('a,a,b\n1,2,3', { label: 'a' });
    expectLesson(twice, { type: ArgumentError, code: 'ARGUMENT', says: ['over one column only', "'a'"] });
    const unnamed = () => parseCsv('1,2\n3,4', { label: 'a' });
    expectLesson(unnamed, { type: ArgumentError, code: 'ARGUMENT', says: ['the place of a column', 'header: true'] });
    for (const label of [3, -1, 0.5, Number.NaN]) {
      const says = ['parseCsv: label', 'a whole number from 0 to 2', `got ${label}`, 'has 3 fields'];
      expectLesson(() => parseCsv(FRUIT, { label }), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });

  it('a table without inputs, and says where the delimiter may be another', () => {
    const lone = { type: ArgumentError, code: 'ARGUMENT', says: ['a column of inputs', 'one column in all', "delimiter ';'?"] };
    expectLesson(() => parseCsv('a;b\n1;2', { label: 0 }), lone);
    const table = 'a;b;k\n1;2;x';
    for (const options of [{ label: 'k' }, { targets: ['k'] }, { inputs: ['a'] }]) {
      const says = ["one of 'a;b;k'", "Is the delimiter ';'?"];
      expectLesson(() => parseCsv(table, options), { type: ArgumentError, code: 'ARGUMENT', says });
    }
    const place = { type: OutOfRangeError, code: 'OUT_OF_RANGE', says: ["has 1 field. Is the delimiter ';'?"] };
    expectLesson(() => parseCsv(table, { label: 2 }), place);
    const tabs = { type: ArgumentError, code: 'ARGUMENT', says: ["Is the delimiter '\\t'?"] };
    expectLesson(() => parseCsv('a\tb\n1\t2', { label: 'b' }), tabs);
    const unnamed = { type: ArgumentError, code: 'ARGUMENT', says: ["Is the delimiter ';'?"] };
    expectLesson(() => parseCsv('1;2\n3;4', { label: 'k', header: false }), unnamed);
    expectFault('1,5;2\n', { label: 0 }, 'line 1, column 1 (counted from 0)', "got '5;2'", "Is the delimiter ';'?");
    const none = { type: ArgumentError, code: 'ARGUMENT', says: ['a column of inputs', 'got none'] };
    expectLesson(() => parseCsv('a,b\n1,2', { targets: ['a', 'b'] }), none);
  });

  it('options that cannot be (cases 10 and 11)', () => {
    const argument = (options: unknown, ...says: string[]) =>
      expectLesson(() => parseCsv(FRUIT, options as never), { type: ArgumentError, code: 'ARGUMENT', says });
    argument({ lable: 'name' }, "got 'lable'", 'Did you mean label?');
    argument({ sep: ';' }, 'delimiter');
    argument({ classes: 2 }, 'parseCsv: classes', 'a label, whose classes they are', 'Name its column.');
    argument({ labelKind: 'names' }, 'parseCsv: labelKind', 'a label');
    argument({ label: 'name', labelKind: 'words' }, 'parseCsv: labelKind', "'names' or 'numbers'", "got 'words'");
    argument(
      { label: 'name', labelKind: 'numbers', classes: ['a'] },
      'parseCsv: classes',
      'how many there are, as labelKind says',
    );
    argument({ label: 'name', labelKind: 'names', classes: 2 }, 'parseCsv: classes', 'a list of names, as labelKind says');
    argument({ label: 'name', classes: ['a', 'a'] }, 'parseCsv: classes[1]', "got 'a' again");
    for (const delimiter of ['', ',,', '"', '\n', '\0', '.', '1', 'e', 'E', '+', 7])
      argument({ delimiter }, 'parseCsv: delimiter');
    argument({ header: 'yes' }, 'parseCsv: header', 'true or false');
    argument({ inputs: 'weight' }, 'parseCsv: inputs', 'a list of columns');
    argument({ inputs: [] }, 'parseCsv: inputs', 'an array of 0');
    argument({ label: 'name', targets: ['weight'] }, 'label or targets', 'both');
    const bytes = () => parseCsv(new Uint8Array(3) as never);
    expectLesson(bytes, { type: ArgumentError, code: 'ARGUMENT', says: ['the text of a file', 'new TextDecoder()'] });
  });

  it('hostile texts in a time that grows with them alone: of quotes, of lines, of one field, of columns', () => {
    const many = 2 ** 18;
    for (const text of ['"'.repeat(many), '""'.repeat(many), `${'9'.repeat(many)}x`, `a\n"${'\n'.repeat(many)}`]) {
      expect(() => parseCsv(text, { header: false })).toThrow(FormatError);
    }
    expect(() => parseCsv(`a${',a'.repeat(many)}\n1`)).toThrow(FormatError);
    expect(parseCsv(`a\n1${'\n'.repeat(many)}`).inputs.length).toBe(1);
    expect(parseCsv(`a\n1${' \n'.repeat(many)}`).inputs.length).toBe(1);
    expect(() => parseCsv('x'.repeat(16 * many), { header: true, label: 'y'.repeat(2 ** 15) })).toThrow(ArgumentError);
    const names = Array.from({ length: many }, (_, column) => `c${column}`);
    expect(parseCsv(`${names}\n${names.fill('1')}`, { inputs: names.map((_, column) => `c${column}`) }).width).toBe(many);
  });

  it('more fields in a line than 2^19, before it reads the rest of them (case 204)', () => {
    const most = 2 ** 19;
    expect(parseCsv(`${'1,'.repeat(most - 1)}1`, { header: false }).width).toBe(most);
    // A stray quote at its end would be another error.
    const says = ['line 2', `at most ${most} fields`, 'Is there a line end missing?'];
    expectLesson(() => parseCsv(`\n${','.repeat(most)}a"a`), { type: LimitError, code: 'LIMIT', says });
  });

  it('long fields with an error that is no longer than others (case 205)', () => {
    const grouped = `1${',111'.repeat(2 ** 16)}`;
    for (const field of [
      '9'.repeat(2 ** 18),
      `"${grouped}"`,
      `"${'""'.repeat(2 ** 16)}"`,
      '-'.repeat(2 ** 18),
      `${'7'.repeat(2 ** 18)}x`,
    ]) {
      const message = messageOf(() => parseCsv(`a\n${field}`));
      expect(message).toContain("line 2, column 'a'");
      expect(message.length).toBeLessThan(300);
    }
  });

  it('a NUL with its line, however many stand before it (case 205)', () => {
    const message = messageOf(() => parseCsv(`${'a\r\nb\rc\n'.repeat(2 ** 16)}\0`));
    expect(message).toContain(`line ${3 * 2 ** 16 + 1}: expected text, got a NUL`);
  });

  it('text changed at random with anything but an error of its own, or finite numbers', () => {
    const piece = fc.constantFrom('1', '2.5', ',', '\n', '\r', '"', 'x', ' ', '-', 'e', '\0', '\uFEFF', ';');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, header) => {
        try {
          const { inputs, width } = parseCsv(pieces.join(''), { header });
          expect(inputs.every(Number.isFinite) && inputs.length % width === 0).toBe(true);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^(FORMAT|ARGUMENT)$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
