// Classifiers and regressors of tables as safetensors: read back to the bit, and their preparation checked as anything from outside.
import { freeze, type Layer, Network } from 'glassbox-nn';
import { fromSafetensors, parseSafetensors, toJson, toSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { writeSafetensors } from '../../../src/formats/safetensors/writeSafetensors.js';
import { errorOf, expectRefusal } from '../../support/refusals.js';
import { houseReader, houses, OPTIONS, passengerReader, passengerRows } from '../tables/models.js';

type Plain = Record<string, unknown>;

/** The file with its description changed at a path, as 'preparation.columns.1.fill'; undefined takes a field out. */
function changed(bytes: Uint8Array, path: string, value: unknown): Uint8Array {
  const { tensors, metadata } = parseSafetensors(bytes);
  const description = JSON.parse(metadata.get('glassbox-nn') ?? '');
  const names = path.split('.');
  const last = names.pop() as string;
  const holder = names.reduce<Plain>((object, name) => object[name] as Plain, description);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  const written = [...tensors].map(([name, { shape, data }]) => ({ name, shape, numbers: data as Float32Array }));
  return writeSafetensors(written, () => ({ 'glassbox-nn': JSON.stringify(description) }));
}

/** What a reading comes to, or the words of its refusal. */
function answerOf(read: (row: never) => unknown, row: unknown): unknown {
  try {
    return read(row as never);
  } catch (error) {
    return String(error);
  }
}

describe('a safetensors file of a classifier of a table', () => {
  it.each(OPTIONS)('is read back to the bit: %s', (_, options) => {
    for (const outputs of [2, 1]) {
      const reader = passengerReader(options, outputs);
      const loaded = fromSafetensors(toSafetensors(reader), { kind: 'classifier' });
      expect(toJson(loaded)).toBe(toJson(reader));
      expect(loaded.classNames).toEqual(['no', 'yes']);
      for (const row of passengerRows()) expect(answerOf(loaded.read, row)).toEqual(answerOf(reader.read, row));
    }
  });

  it('has its preparation as JSON in the metadata, in one line, which other programs pass over', () => {
    const { metadata, tensors } = parseSafetensors(toSafetensors(passengerReader({})));
    const description = metadata.get('glassbox-nn') ?? '';
    expect(description).not.toContain('\n');
    expect(JSON.parse(description)).toMatchObject({
      version: 3,
      kind: 'classifier',
      activations: ['tanh', 'softmax'],
      preparation: { columns: [{ name: 'id' }, { name: 'age', missing: 'median', fill: 27 }, {}, {}, {}, {}, {}] },
    });
    expect([...tensors.keys()]).toEqual(['0.weight', '0.bias', '2.weight', '2.bias']);
  });

  it('keeps the names that its network has, and layers that do not train', () => {
    const reader = passengerReader({});
    const [first, ...others] = reader.network.layers as readonly [Layer, ...Layer[]];
    const network = new Network([freeze(first), ...others], { classNames: ['no', 'yes'] });
    const loaded = fromSafetensors(toSafetensors({ ...reader, network } as never), { kind: 'classifier' });
    expect(loaded.network.classNames).toEqual(['no', 'yes']);
    expect(loaded.network.layers.map(({ trainable }) => trainable)).toEqual([false, true]);
  });
});

describe('a safetensors file of a regressor', () => {
  it('is read back to the bit', () => {
    const reader = houseReader({ unseen: 'column', missingIndicator: true, targetScale: 'minMax' });
    const loaded = fromSafetensors(toSafetensors(reader), { kind: 'regressor' });
    expect(toJson(loaded)).toBe(toJson(reader));
    for (const row of houses) expect(loaded.read(row)).toEqual(reader.read(row));
  });
});

describe('a safetensors file that is read as another kind', () => {
  const [reader, priced, plain] = [passengerReader({}), houseReader(), new Network([2, 1])].map((model) =>
    toSafetensors(model as Network),
  ) as [Uint8Array, Uint8Array, Uint8Array];

  it('is refused with the call that reads it (case 380)', async () => {
    const call = (kind: string) => `Load it with fromSafetensors(bytes, { kind: '${kind}' }).`;
    await expectRefusal(
      () => fromSafetensors(reader),
      'FormatError',
      'expected a network',
      'got a classifier',
      "kind: 'classifier'",
    );
    await expectRefusal(
      () => fromSafetensors(reader, { kind: 'regressor' }),
      'FormatError',
      'expected a regressor, got a classifier',
      call('classifier'),
    );
    await expectRefusal(() => fromSafetensors(priced), 'FormatError', 'expected a network, got a regressor', call('regressor'));
    await expectRefusal(
      () => fromSafetensors(priced, { kind: 'classifier' }),
      'FormatError',
      'expected a classifier, got a regressor',
      call('regressor'),
    );
    await expectRefusal(
      () => fromSafetensors(plain, { kind: 'regressor' }),
      'FormatError',
      'expected a regressor, got a network',
      'Load it with fromSafetensors(bytes).',
    );
    await expectRefusal(
      () => fromSafetensors(plain, { kind: 'table' as never }),
      'ArgumentError',
      "'classifier' or 'regressor'",
    );
  });
});

describe('a preparation in the metadata of a strange file', () => {
  const bytes = toSafetensors(passengerReader({}));
  const PLACE = '__metadata__.glassbox-nn';

  it.each<[string, unknown, string]>([
    ['version', 4, '.version'],
    ['version', 2, ''],
    ['kind', 'regressor', ''],
    ['kind', 'forest', '.kind'],
    ['networkClassNames', undefined, '.networkClassNames'],
    ['networkClassNames', ['no', 'maybe'], '.networkClassNames[1]'],
    ['classNames', ['no', 'yes'], ''],
    ['preparation', null, '.preparation'],
    ['preparation', [], '.preparation'],
    ['preparation.columns', {}, '.preparation.columns'],
    ['preparation.columns', [], '.preparation.columns'],
    ['preparation.columns.0', { name: 'id', kind: 'drop' }, '.preparation.columns'],
    ['preparation.columns.0.divisor', -1, '.preparation.columns[0].divisor'],
    ['preparation.columns.0.offset', '0', '.preparation.columns[0].offset'],
    ['preparation.columns.1.fill', null, '.preparation.columns[1].fill'],
    ['preparation.columns.1.code', 'alert(1)', '.preparation.columns[1]'],
    ['preparation.columns.1.name', 'id', '.preparation: names[1]'],
    ['preparation.columns.3.categories', ['second', 'third'], '.preparation.columns[3].fill'],
    ['preparation.columns.3.unseen', 'guess', '.preparation.columns[3].unseen'],
    ['preparation.columns.3.kind', 'number', '.preparation.columns[3]'],
    ['preparation.columns.5.fill', 'yes', '.preparation.columns[5].fill'],
    ['preparation.targets', [], '.preparation.targets'],
    ['preparation.targets.0.categories', ['yes', 'no'], '.preparation.targets[0].categories'],
    [
      'preparation.targets.0',
      { name: 'survived', kind: 'number', scale: 'none', offset: 0, divisor: 1 },
      '.preparation.targets',
    ],
  ])('is refused with its path, before anything is made (cases 381 and 382): %s %j', async (path, value, place) => {
    const error = await errorOf(() => fromSafetensors(changed(bytes, path, value), { kind: 'classifier' }));
    expect(error).toMatchObject({ name: 'FormatError', code: 'FORMAT' });
    expect((error as { path?: string }).path ?? String(error)).toContain(`${place === '' ? '' : PLACE}${place}`);
  });

  it('is refused for targets of numbers behind a softmax (case 383)', async () => {
    const file = changed(toSafetensors(houseReader()), 'activations', ['gelu', 'softmax']);
    await expectRefusal(() => fromSafetensors(file, { kind: 'regressor' }), 'FormatError', 'outputs of any size', "'softmax'");
  });

  it('has names that hurt as names alone', () => {
    const file = changed(bytes, 'preparation.columns.1.name', '__proto__');
    const loaded = fromSafetensors(file, { kind: 'classifier' });
    const row = JSON.parse('{"id":1,"__proto__":3,"fare":1,"ship_class":"first","port":"S","member":"no","siblings":"1"}');
    expect(loaded.read(row).name).toMatch(/^(no|yes)$/);
    expect(({} as Plain).name).toBeUndefined();
  });
});

describe('a preparation made by hand', () => {
  it('is refused before a file is written, by the place of its fault (case 384)', async () => {
    const reader = passengerReader({});
    const { preparation } = reader;
    const [id, ...others] = preparation.columns;
    const broken = { ...reader, preparation: { ...preparation, columns: [{ ...id, offset: Number.NaN }, ...others] } };
    await expectRefusal(
      () => toSafetensors(broken as never),
      'ArgumentError',
      'toSafetensors: preparation',
      'columns[0].offset',
    );
  });
});
