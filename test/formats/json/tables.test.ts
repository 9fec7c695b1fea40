// Classifiers and regressors of tables as JSON: saved whole, and checked as anything that comes from outside.
import { classifier, identity, Network, regressor, softmax } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { fromJson, toJson, toTensorFlow } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from '../../support/refusals.js';

const onWarning = () => {};
const people = table('id,age,class,member,survived\n1,22.5,third,yes,no\n2,,first,no,yes\n3,54,,,no\n4,35,first,yes,yes\n');
const houses = table('area,garden,price,rent\n60,no,210000,900\n80,no,270000,1100\n80,yes,300000,1300\n');

const reader = classifier(new Network([7, 3, 2], { output: softmax }), {
  preparation: prepare(people, {
    target: 'survived',
    missingIndicator: true,
    unseen: 'column',
    columns: { id: 'drop', member: { missing: 'mostFrequent', missingIndicator: false } },
    onWarning,
  }),
});
const priced = regressor(new Network([2, 3, 2], { output: identity }), {
  preparation: prepare(houses, { target: ['price', 'rent'], missing: 'refuse', scale: 'minMax', onWarning }),
});

type Plain = Record<string, unknown>;

/** A file, changed at a path as 'preparation.columns.1.fill'; undefined takes a field out. */
function changed(text: string, path: string, value: unknown): string {
  const file = JSON.parse(text);
  const names = path.split('.');
  const last = names.pop() as string;
  const holder = names.reduce<Plain>((object, name) => object[name] as Plain, file);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(file);
}

describe('a classifier of a table', () => {
  it('is read back to the bit, with all that its preparation has learnt', () => {
    const loaded = fromJson(toJson(reader), { kind: 'classifier', sizes: [7, 3, 2] });
    expect(loaded.preparation?.columns).toEqual(reader.preparation.columns);
    expect(loaded.preparation?.targets).toEqual(reader.preparation.targets);
    expect(loaded.columnNames).toEqual(reader.columnNames);
    expect(loaded.classNames).toEqual(['no', 'yes']);
    for (const row of [...people, { age: null, class: 'second', member: false }])
      expect(loaded.read(row)).toEqual(reader.read(row));
    expect(toJson(loaded)).toBe(toJson(reader));
  });

  it('has a row of its file for each column', () => {
    const lines = toJson(reader).split('\n');
    expect(lines.slice(0, 8)).toEqual([
      '{',
      '"format": "glassbox-nn",',
      '"version": 4,',
      '"kind": "classifier",',
      '"networkClassNames": null,',
      '"preparation": {"columns": [',
      '{"name": "id", "kind": "drop"},',
      expect.stringMatching(
        /^\{"name": "age", "kind": "number", "missing": "median", "fill": 35, "indicator": true, "scale": "standardize", /,
      ),
    ]);
  });

  it('keeps the names that its network has', () => {
    const network = new Network([7, 2], { classNames: ['no', 'yes'] });
    const { preparation } = reader;
    const loaded = fromJson(toJson(classifier(network, { preparation })), { kind: 'classifier' });
    expect(loaded.network.classNames).toEqual(['no', 'yes']);
    expect(loaded.network.columnNames).toEqual(preparation.columnNames);
  });
});

describe('a regressor', () => {
  it('is read back to the bit', () => {
    const loaded = fromJson(toJson(priced), { kind: 'regressor' });
    expect(loaded.preparation.columns).toEqual(priced.preparation.columns);
    expect(loaded.preparation.targets).toEqual(priced.preparation.targets);
    expect(loaded.preparation.warnings).toEqual([]);
    for (const row of houses) expect(loaded.read(row)).toEqual(priced.read(row));
    expect(toJson(loaded)).toBe(toJson(priced));
  });

  it('keeps -0, and names that hurt (case 417)', () => {
    const names = ['__proto__', 'constructor', '', '\u0000"\n\u2028'];
    const rows = table(
      names.map((_, index) => Object.fromEntries([...names.map((name, n) => [name, index * n]), ['y', index]])),
    );
    const preparation = prepare(rows, { target: 'y', onWarning });
    const loaded = fromJson(toJson(regressor(new Network([4, 1], { output: identity }), { preparation })), {
      kind: 'regressor',
    });
    expect(loaded.preparation.columnNames).toEqual(names);
    expect(loaded.read(rows.row(1))).toHaveProperty('y');
    const text = changed(toJson(priced), 'preparation.columns.0.offset', 0).replace('"offset":0,', '"offset":-0,');
    expect(Object.is((fromJson(text, { kind: 'regressor' }).preparation.columns[0] as { offset?: number }).offset, -0)).toBe(
      true,
    );
    expect(toJson(fromJson(text, { kind: 'regressor' }))).toContain('"offset": -0,');
  });
});

describe('the kinds of files', () => {
  it('are told apart, each with the call that reads it (case 443)', async () => {
    await expectRefusal(
      () => fromJson(toJson(priced)),
      'FormatError',
      'expected a network, got a regressor',
      "kind: 'regressor'",
    );
    await expectRefusal(
      () => fromJson(toJson(reader)),
      'FormatError',
      'expected a network, got a classifier',
      "kind: 'classifier'",
    );
    await expectRefusal(
      () => fromJson(toJson(reader), { kind: 'regressor' }),
      'FormatError',
      'expected a regressor, got a classifier',
    );
    await expectRefusal(
      () => fromJson(toJson(priced), { kind: 'classifier' }),
      'FormatError',
      'expected a classifier, got a regressor',
    );
    await expectRefusal(
      () => fromJson(toJson(new Network([2, 1])), { kind: 'regressor' }),
      'FormatError',
      'expected a regressor, got a network',
    );
    await expectRefusal(
      () => fromJson(toJson(priced), { kind: 'model' as never }),
      'ArgumentError',
      "'regressor' or 'scaling'",
    );
  });

  it('have the sizes that are stated (case 443)', async () => {
    const text = toJson(new Network([4, 8, 3]));
    expect(fromJson(text, { sizes: [4, 8, 3] }).sizes).toEqual([4, 8, 3]);
    await expectRefusal(
      () => fromJson(text, { sizes: [4, 16, 3] }),
      'FormatError',
      'a network of 4-16-3, as sizes says, got 4-8-3',
    );
    await expectRefusal(() => fromJson(toJson(priced), { kind: 'regressor', sizes: [2, 1] }), 'FormatError', 'got 2-3-2');
    for (const sizes of [[4], [4, 0], [4, 1.5], '4-8-3', [4, '8']]) {
      await expectRefusal(() => fromJson(text, { sizes: sizes as never }), 'ArgumentError', 'fromJson: sizes');
    }
    await expectRefusal(() => fromJson('{}', { kind: 'scaling', sizes: [1, 2] }), 'ArgumentError', 'fromJson: sizes');
  });
});

describe('a file with a fault', () => {
  const long = 'x'.repeat(10_001);
  it.each<[path: string, value: unknown, place: string]>([
    ['preparation', null, '$.preparation'],
    ['preparation', undefined, '$.preparation'],
    ['preparation.more', 1, '$.preparation'],
    ['preparation.columns', {}, '$.preparation.columns'],
    ['preparation.columns', [], '$.preparation.columns'],
    ['preparation.columns.0', { name: 'id', kind: 'number' }, '$.preparation.columns[0].missing'],
    ['preparation.columns.0.kind', 'date', '$.preparation.columns[0].kind'],
    ['preparation.columns.0.name', 3, '$.preparation.columns[0].name'],
    ['preparation.columns.0.name', long, '$.preparation.columns[0].name'],
    ['preparation.columns.0.name', 'age', '$.preparation: names[1]'],
    ['preparation.columns.0.name', 'survived', '$.preparation: names[4]'],
    ['preparation.columns.1.missing', 'zero', '$.preparation.columns[1].missing'],
    ['preparation.columns.1.fill', null, '$.preparation.columns[1].fill'],
    ['preparation.columns.1.fill', 'x', '$.preparation.columns[1].fill'],
    ['preparation.columns.1.missing', 'refuse', '$.preparation.columns[1].fill'],
    ['preparation.columns.1.indicator', 1, '$.preparation.columns[1].indicator'],
    ['preparation.columns.1.indicator', false, '$.preparation.columns'],
    ['preparation.columns.1.scale', 'robust', '$.preparation.columns[1].scale'],
    ['preparation.columns.1.scale', 'none', '$.preparation.columns[1].scale'],
    ['preparation.columns.1.offset', '0', '$.preparation.columns[1].offset'],
    ['preparation.columns.1.divisor', -1, '$.preparation.columns[1].divisor'],
    ['preparation.columns.1.divisor', undefined, '$.preparation.columns[1].divisor'],
    ['preparation.columns.2.categories', [], '$.preparation.columns[2].categories'],
    ['preparation.columns.2.categories', ['first', 'first'], '$.preparation.columns[2].categories[1]'],
    ['preparation.columns.2.categories', ['first', 3], '$.preparation.columns[2].categories[1]'],
    ['preparation.columns.2.categories', ['first', long], '$.preparation.columns[2].categories[1]'],
    ['preparation.columns.2.categories', ['first', 'second', 'third'], '$.preparation.columns'],
    ['preparation.columns.2.categories', ['second', 'third'], '$.preparation.columns[2].fill'],
    ['preparation.columns.2.fill', 'fourth', '$.preparation.columns[2].fill'],
    ['preparation.columns.2.missing', 'median', '$.preparation.columns[2].missing'],
    ['preparation.columns.2.unseen', 'ignore', '$.preparation.columns[2].unseen'],
    ['preparation.columns.3.fill', 1, '$.preparation.columns[3].fill'],
    ['preparation.columns.3.categories', ['no', 'yes'], '$.preparation.columns[3]'],
    ['preparation.targets', [], '$.preparation.targets'],
    ['preparation.targets.0.kind', 'number', '$.preparation.targets[0]'],
    ['preparation.targets.0.categories', ['yes', 'no'], '$.preparation.targets[0].categories'],
    ['preparation.targets.0', { name: 'y', kind: 'word', categories: ['a', 'b', 'c'] }, '$.preparation.targets'],
    ['preparation.targets.0', { name: 'y', kind: 'number', scale: 'none', offset: 0, divisor: 1 }, '$.preparation.targets'],
    ['networkClassNames', ['a', 'b'], '$.networkClassNames[0]'],
    ['networkClassNames', 3, '$.networkClassNames'],
    ['classNames', ['no', 'yes'], '$'],
    ['version', 5, '$.version'],
    ['version', 3, '$'],
  ])('is refused with its place: %s (case 440)', async (path, value, place) => {
    const error = await errorOf(() => fromJson(changed(toJson(reader), path, value), { kind: 'classifier' }));
    expect(error).toMatchObject({ name: 'FormatError', path: place });
  });

  it('of a regressor is refused with its place', async () => {
    const text = toJson(priced);
    const cases: [string, unknown, string][] = [
      ['preparation.targets.1.name', 'price', '$.preparation: names[3]'],
      ['preparation.targets.1', { name: 'y', kind: 'yes/no', categories: ['no', 'yes'] }, '$.preparation.targets[1].kind'],
      [
        'preparation.targets.1',
        { name: 'y', kind: 'number', scale: 'none', offset: 0, divisor: 2 },
        '$.preparation.targets[1].scale',
      ],
      ['layers.1.activation', 'softmax', '$.layers[1].activation'],
      ['preparation.targets', [{ name: 'y', kind: 'number', scale: 'none', offset: 0, divisor: 1 }], '$.preparation.targets'],
    ];
    for (const [path, value, place] of cases) {
      const error = await errorOf(() => fromJson(changed(text, path, value), { kind: 'regressor' }));
      expect(error).toMatchObject({ name: 'FormatError', path: place });
    }
    const twins = changed(text, 'preparation.columns.1', { ...JSON.parse(text).preparation.columns[0], name: 'area' });
    expect(await errorOf(() => fromJson(twins, { kind: 'regressor' }))).toMatchObject({ path: '$.preparation: names[1]' });
  });

  it('that asks for more inputs than may be is refused before they are named (case 441)', async () => {
    const categories = Array.from({ length: 70_000 }, (_, word) => String(word));
    const text = changed(
      changed(toJson(reader), 'preparation.columns.2.categories', categories),
      'preparation.columns.2.fill',
      '3',
    );
    expect(await errorOf(() => fromJson(text, { kind: 'classifier' }))).toMatchObject({ path: '$.preparation.columns' });
  });
});

describe('a preparation that a program made by hand', () => {
  it('is refused before it is written', async () => {
    const { preparation } = reader;
    const [id, age] = preparation.columns;
    const broken = { ...reader, preparation: { ...preparation, columns: [id, { ...age, fill: Number.NaN }] } };
    await expectRefusal(() => toJson(broken as never), 'ArgumentError', 'toJson: preparation', 'columns[1].fill');
    const longer = { ...reader, preparation: { ...preparation, columns: [{ ...age, name: 'x'.repeat(10_001) }] } };
    await expectRefusal(() => toJson(longer as never), 'ArgumentError', 'at most 10000 letters');
  });
});

describe('a format that has no words for a preparation', () => {
  it('refuses it by the names of its columns, and says which formats have them (case 442)', async () => {
    for (const model of [reader, fromJson(toJson(reader), { kind: 'classifier' })]) {
      await expectRefusal(
        () => toTensorFlow(model as never),
        'ArgumentError',
        'toTensorFlow: preparation',
        "prepares 'age', 'class', 'member'",
        'toJson, toSafetensors, toOnnx or toModule',
      );
    }
    await expectRefusal(() => toTensorFlow(priced as never), 'ArgumentError', "'area', 'garden'");
    await expectRefusal(
      () => toTensorFlow({ ...priced, preparation: 5 } as never),
      'ArgumentError',
      'toTensorFlow: preparation',
    );
  });
});
