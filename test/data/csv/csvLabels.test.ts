// The column of classes: what is a number, what a name, and what no class at all.
import { FormatError } from 'glassbox-nn';
import { type CsvOptions, dataset, parseCsv } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../../support/thrownBy.js';
import { expectLesson } from '../teaches.js';

/** A table with these labels, one in each line. */
const table = (labels: readonly string[]) => `size,kind\n${labels.map((label, line) => `${line},${label}\n`).join('')}`;
const read = (labels: readonly string[], options?: CsvOptions) => parseCsv(table(labels), { label: 'kind', ...options });
const classNames = (labels: readonly string[], options?: CsvOptions) => dataset(read(labels, options)).classNames;

function expectFault(labels: readonly string[], options: CsvOptions, line: number, ...says: string[]): void {
  const place = `line ${line}, column 'kind'`;
  const call = () => read(labels, options);
  expectLesson(call, { type: FormatError, code: 'FORMAT', says: [`parseCsv: ${place}: expected `, ...says] });
  expect(thrownBy(call)).toMatchObject({ path: place });
}

describe('labels of a table', () => {
  it('keep texts apart that are the same number: 007 and 7, 00 and 0, 7e0 and 7, 1e3 and 1000', () => {
    const pairs = [
      ['007', '7'],
      ['00', '0'],
      ['7', '7e0'],
      ['1000', '1e3'],
      ['7', '7.0'],
      ['+7', '7'],
    ] as const;
    for (const pair of pairs) {
      const [first, second] = pair;
      for (const quoted of [pair, pair.map((text) => `"${text}"`)]) {
        expect(read(quoted).labels).toEqual(pair);
        const data = dataset(read(quoted));
        expect([data.classes, data.classNames]).toEqual([2, [first, second].sort()]);
      }
    }
    expect(classNames(['007', '7', '0'])).toEqual(['0', '007', '7']);
  });

  it('are numbers only if every one is a plain whole number', () => {
    expect(read(['5', '0', '12']).labels).toEqual([5, 0, 12]);
    expect(read(['"5"', '0', ' 12 ']).labels).toEqual([5, 0, 12]);
    for (const odd of ['012', '1.0', '1e1', '+1', 'x']) expect(read(['5', '0', odd]).labels).toEqual(['5', '0', odd]);
  });

  it('are what labelKind says', () => {
    expect(classNames(['10115', '20095', '10115'], { labelKind: 'names' })).toEqual(['10115', '20095']);
    expect(classNames(['-1', '1', '2.5'], { labelKind: 'names' })).toEqual(['-1', '1', '2.5']);
    expect(read(['1.0', '0.0', '2.0'], { labelKind: 'numbers' }).labels).toEqual([1, 0, 2]);
    const numbers = { labelKind: 'numbers' } as const;
    expectFault(['0', 'x'], numbers, 3, "a whole number from 0, since labelKind is 'numbers'", "got 'x'", "labelKind: 'names'");
    expectFault(['0', '-1'], numbers, 3, "got '-1'");
    expectFault(['7', '0', '07'], numbers, 4, 'each number written in one way', "'07', where '7' stands", 'write them alike');
  });

  it('of numbers with one word among them keep the order of counting', () => {
    const counted = Array.from({ length: 12 }, (_, label) => `${label}`);
    expect(classNames([...counted, 'other'])).toEqual([...counted, 'other']);
    expect(classNames(['other', ...counted].reverse())?.indexOf('2')).toBe(2);
    expectFault([...counted, 'NA'], {}, 14, "'NA', as for a missing one");
  });

  it('that say that the class is missing are refused by line, with the way out', () => {
    for (const word of ['NA', 'n/a', 'N/A', '?', '-', 'null', 'NULL', 'NaN', 'nan', '#N/A', '<NA>', 'undefined', '\\N']) {
      for (const labels of [
        ['yes', 'no', word, 'yes', word],
        ['0', '1', word, '1', word],
      ]) {
        const way = 'Leave the line out; if the word is meant as a class, list it in classes.';
        expectFault(labels, {}, 4, 'a class', `'${word}', as for a missing one`, way);
        expectFault(labels, { labelKind: 'names' }, 4, way);
      }
      const { labels, classes } = read([word, 'yes'], { classes: ['yes', word] });
      expect([labels, classes]).toEqual([
        [word, 'yes'],
        ['yes', word],
      ]);
      expectFault(['yes', word], { classes: ['yes', 'no'] }, 3, 'one of the names in classes', 'Leave the line out');
    }
    expectFault(['yes', ''], {}, 3, 'a class', 'an empty field', 'Fill it in, or leave the line out');
    expect(classNames(['a', '""'], { classes: ['', 'a'] })).toEqual(['', 'a']);
  });

  it('may be + and -, and marks of a text', () => {
    expect(classNames(['+', '-', '+'])).toEqual(['+', '-']);
    expect(classNames(['-', '+', '*', '/'])).toEqual(['*', '+', '-', '/']);
    expect(classNames(['"?"', '!', '.'])).toEqual(['!', '.', '?']);
    expectFault(['+', '-', '?'], {}, 4, "'?', as for a missing one");
    expectFault(['A', '-', 'B'], {}, 3, "'-', as for a missing one");
    expectFault(['?', '-'], {}, 2, "'?', as for a missing one");
    expectFault(['+', '-', 'NA'], {}, 4, "'NA', as for a missing one");
    expect(classNames(['none', 'nan bread', 'Na', 'N'])).toEqual(['N', 'Na', 'nan bread', 'none']);
  });

  it('are those that classes lists, for the second table too', () => {
    const training = dataset(read(['bird', 'cat', 'dog']));
    const { classNames: classes } = training;
    const test = dataset(read(['cat', 'dog', 'cat'], { classes }));
    expect([test.classNames, test.labels]).toEqual([['bird', 'cat', 'dog'], Int32Array.of(1, 2, 1)]);
    expectFault(['cat', 'brid'], { classes: ['bird', 'cat', 'dog'] }, 3, "got 'brid'", "Did you mean 'bird'?");
    const codes = dataset(read(['1', '3'], { classes: ['1', '2', '3'] }));
    expect([codes.labels, codes.classes]).toEqual([Int32Array.of(0, 2), 3]);
    const digits = dataset(read(['1', '3'], { classes: 10 }));
    expect([digits.labels, digits.classes, digits.classNames]).toEqual([Int32Array.of(1, 3), 10, undefined]);
  });

  it('with gaps are named, with the way out: 1 to 26, and postcodes', () => {
    const warned = (labels: readonly string[], options?: CsvOptions) => {
      const warnings: string[] = [];
      dataset({ ...read(labels, options), onWarning: (message) => warnings.push(message) });
      return warnings;
    };
    const letters = Array.from({ length: 26 * 4 }, (_, index) => `${1 + (index % 26)}`);
    const [message] = warned(letters);
    expect(message).toContain('dataset: labels: expected whole numbers from 0 without gaps, got 1 to 26, so that class 0');
    expect(message).toContain(
      "labels.map((label) => label - 1). If they are names, give them as text: labels.map(String), or labelKind: 'names'",
    );
    expect(message).toContain('If they are right, give classes: 27.');
    const [postcodes] = warned(['10115', '20095', '10115']);
    expect(postcodes).toContain('10115 to 20095, so that 20094 of 20096 classes have no example, the first is 0.');
    expect(warned(letters, { labelKind: 'names' })).toEqual([]);
    expect(warned(letters, { classes: 27 })).toEqual([]);
    expect(warned(['5', '0', '9'])).toEqual([]);
    const tooMany = () => dataset(read(['0', '23422827']));
    expect(thrownBy(tooMany)).toMatchObject({ code: 'LIMIT' });
    expect((thrownBy(tooMany) as Error).message).toContain("labelKind: 'names'");
  });
});
