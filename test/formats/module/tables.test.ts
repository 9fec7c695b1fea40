// Written modules read rows of a table to the same bits as classifiers and regressors, and refuse what these refuse.
import { classifier, identity, Network, type Regressor, regressor, type TableClassifier } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { toModule } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { missingAmong } from '../../../src/data/missingLabels.js';
import { expectRefusal } from '../../support/refusals.js';
import { thrownBy } from '../../support/thrownBy.js';
import { houseReader, houses, OPTIONS, passengerReader, passengerRows } from '../tables/models.js';

interface Written {
  readonly columns: readonly { readonly name: string }[];
  readonly classNames?: readonly string[];
  read(row: unknown): object;
}

/** The module, imported by the engine itself. */
function written(model: TableClassifier | Regressor): Promise<Written> {
  const text = toModule(model as TableClassifier, { language: 'javascript' });
  return import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);
}

/** The answer to a row; undefined where it is refused. */
function answerOf(read: (row: never) => object, row: unknown): object | undefined {
  try {
    return read(row as never);
  } catch {
    return undefined;
  }
}

/** Cells as programs and forms give them. */
const CELLS: readonly unknown[] = [
  ...[0, -0, 1, 2.5, -1e300, Number.NaN, Number.POSITIVE_INFINITY, 12n, true, false, null, undefined, {}, [], () => 1],
  ...['', ' ', 'NA', '<NA>', '#N/A', 'n/a', 'null', '\\N', 'nan', '-NaN', '?', '??', '-', '--', 'undefined', 'Na', 'NaNa'],
  ...['3', ' 3 ', '+3', '-3.5', '.5', '5.', '5.e3', '1e3', '1e', '1e999', '.', '1,5', '0x1f', '00501', '1_000', 'Infinity'],
  ...['yes', 'NO', ' True ', 'y', 'F', '1', '0', 'ja', 'first', ' third', 'Third', 'crew', 'S', '0.0'],
  ...[new Date(0), new Date(Number.NaN), Symbol('third'), new String('third')],
];

describe('a module of a classifier of a table', () => {
  it.each(OPTIONS)('reads rows as the classifier does, to the bit, and refuses the same: %s', async (_, options) => {
    for (const outputs of [2, 1]) {
      const reader = passengerReader(options, outputs);
      const { read, classNames } = await written(reader);
      expect(classNames).toEqual(['no', 'yes']);
      const [usual] = passengerRows();
      const rows: object[] = passengerRows();
      for (const name of Object.keys(usual as object)) rows.push(...CELLS.map((cell) => ({ ...usual, [name]: cell })));
      const answers = rows.map((row) => answerOf(reader.read, row));
      expect(rows.map((row) => answerOf(read, row))).toEqual(answers);
      // Neither may pass by refusing all, nor by taking all.
      expect(answers.filter((answer) => answer === undefined).length).toBeGreaterThan(20);
      expect(answers.filter((answer) => answer !== undefined).length).toBeGreaterThan(100);
    }
  });

  it('finds cells by name, and refuses columns that lack or are not known (case 385)', async () => {
    const { read, columns } = await written(passengerReader({ columns: { id: 'drop' } }));
    expect(columns.map(({ name }) => name)).toEqual(['age', 'fare', 'ship_class', 'port', 'member', 'siblings']);
    const row = { siblings: '1', member: true, port: 'S', ship_class: 'third', fare: 7, age: 40 };
    expect(read({ ...row, survived: null, id: 'any' })).toEqual(read(row));
    const { age: _, ...without } = row;
    expect(thrownBy(() => read(without)).message).toContain('column "age": expected a cell, got none.');
    expect(thrownBy(() => read({ ...row, Age: 3 })).message).toContain('got "Age".');
    for (const value of [undefined, null, 3, 'row', [1], new Float32Array(6)]) {
      expect(thrownBy(() => read(value)).message).toBe('row: expected an object with a cell for each column.');
    }
  });

  it('says which cell it refuses, and why (case 386)', async () => {
    const { read } = await written(passengerReader({ columns: { ship_class: { missing: 'refuse' } } }));
    const row = passengerRows()[0];
    const wrong = (cells: object) => thrownBy(() => read({ ...row, ...cells })).message;
    expect(wrong({ ship_class: 'crew' })).toBe('row: column "ship_class": expected one of first, second, third, got crew.');
    expect(wrong({ ship_class: null })).toBe('row: column "ship_class": expected a cell, got a missing one.');
    expect(wrong({ age: 'old' })).toBe('row: column "age": expected a number, got old.');
    expect(wrong({ age: 1e300 })).toBe('row: column "age": expected a number that can be scaled, got 1e+300.');
    expect(wrong({ member: 'maybe' })).toBe('row: column "member": expected yes or no, true or false, got maybe.');
  });
});

describe('a module of a regressor', () => {
  it('answers in the units of the targets, to the bit', async () => {
    for (const options of [{}, { targetScale: 'minMax' }, { targetScale: 'none', scale: 'none' }] as const) {
      const reader = houseReader({ unseen: 'column', ...options });
      const { read, classNames } = await written(reader);
      expect(classNames).toBeUndefined();
      for (const row of [...houses, { area: null, garden: true, heating: 'coal', year: 1888 }])
        expect(read(row)).toEqual(reader.read(row));
    }
  });
});

describe('names and words of a table', () => {
  const HURT = [
    "'; globalThis.broken = 1; '",
    '"; globalThis.broken = 1; "',
    '*/ globalThis.broken = 1; /*',
    '/*: x*/ and /* as y)*/',
    '</script><script>globalThis.broken = 1</script>',
    'line\nbreak\u2028',
    '__proto__',
    'constructor',
    'CONCLUSION MISSING_WORDS $& $1',
    '',
  ];

  it('stay names and words in a module (case 387)', async () => {
    const rows = table(
      [0, 1, 2].map((place) => Object.fromEntries([...HURT.map((name, n) => [name, HURT[(n + place) % 9]]), ['y', place]])),
    );
    const preparation = prepare(rows, { target: 'y', onWarning: () => {} });
    const reader = regressor(new Network([preparation.width, 1], { output: identity }) as Network, { preparation });
    const { read, columns } = await written(reader as Regressor);
    expect(columns.map(({ name }) => name)).toEqual(HURT);
    expect(read(rows.row(1))).toEqual(reader.read(rows.row(1)));
    expect(toModule(reader as Regressor)).not.toContain('</script>');
    expect((globalThis as { broken?: unknown }).broken).toBeUndefined();
  });

  it('stay names where they are targets', async () => {
    const rows = table([0, 1, 2].map((x) => Object.fromEntries([['x', x], ...HURT.map((name, n) => [name, n * x])])));
    const preparation = prepare(rows, { target: HURT, onWarning: () => {} });
    const reader = regressor(new Network([1, HURT.length], { output: identity }) as Network, { preparation });
    const answer = (await written(reader as Regressor)).read({ x: 1.5 });
    expect(Object.entries(answer)).toEqual(Object.entries(reader.read({ x: 1.5 })));
    expect(Object.keys(answer)).toEqual(HURT);
  });

  it('that stand for a missing cell are words where the table says so', async () => {
    const rows = table('sign,y\n+,a\n-,b\n+,a\n-,b\n');
    expect(missingAmong(['-', '+'])).toBeUndefined();
    const preparation = prepare(rows, { target: 'y', onWarning: () => {} });
    const reader = classifier(new Network([2, 2]) as Network, { preparation });
    const { read } = await written(reader);
    for (const sign of ['+', '-', '', '--']) expect(answerOf(read, { sign })).toEqual(answerOf(reader.read, { sign }));
  });
});

describe('a preparation made by hand', () => {
  it('is refused before it becomes code (case 384)', async () => {
    const reader = passengerReader({});
    const { preparation } = reader;
    const [id, ...others] = preparation.columns;
    const code = { ...id, offset: { toString: () => 'alert(1)' } };
    const broken = { ...reader, preparation: { ...preparation, columns: [code, ...others] } };
    await expectRefusal(() => toModule(broken as never), 'ArgumentError', 'toModule: preparation', 'columns[0].offset');
    const narrow = { ...reader, preparation: { ...preparation, columns: others } };
    await expectRefusal(() => toModule(narrow as never), 'ArgumentError', 'toModule: preparation', 'as the first layer takes');
    const houseLike = { ...reader, preparation: houseReader().preparation };
    await expectRefusal(() => toModule(houseLike as never), 'ArgumentError', 'toModule: preparation');
    for (const junk of [5, 'text', {}, { columns: 3, targets: null }, { columns: [null], targets: [undefined] }]) {
      await expectRefusal(() => toModule({ ...reader, preparation: junk } as never), 'ArgumentError', 'toModule: preparation');
    }
  });
});
