// Names of classes and columns: every format that can hold them keeps them, and names from a file are checked.
import { type Classifier, classifier, copyOf, fit, Layer, Network, softmax } from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  toJson,
  toModule,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';

import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { fruitClassifier, namedFruitClassifier } from './fruit.js';

type Model = Network | Classifier;

/** There and back by each format. */
const FORMATS: readonly (readonly [
  name: string,
  network: (model: Model) => Network,
  classifier: (model: Model) => Classifier,
])[] = [
  ['JSON', (model) => fromJson(toJson(model)), (model) => fromJson(toJson(model), { kind: 'classifier' })],
  [
    'safetensors',
    (model) => fromSafetensors(toSafetensors(model)),
    (model) => fromSafetensors(toSafetensors(model), { kind: 'classifier' }),
  ],
  ['ONNX', (model) => fromOnnx(toOnnx(model)), (model) => fromOnnx(toOnnx(model), { kind: 'classifier' })],
  [
    'TensorFlow.js',
    (model) => fromTensorFlow(toTensorFlow(model)),
    (model) => fromTensorFlow(toTensorFlow(model), { kind: 'classifier' }),
  ],
];

const columnNames = ['length', 'weight'];
/** Names that are hard on texts of JSON, of JavaScript and of metadata. */
const ODD = ['__proto__', ',\n"x": 1', '"}]', '\u0000\ud800', '</script>', '日本 é😀'];

describe.each(FORMATS)('%s', (_format, networkThrough, classifierThrough) => {
  it("keeps a network's names, also where there are fewer than outputs, or of one kind alone", () => {
    for (const names of [
      { classNames: ['a', 'b'], columnNames },
      { classNames: ['a'], columnNames: undefined },
      { classNames: undefined, columnNames },
      { classNames: undefined, columnNames: undefined },
    ]) {
      const network = new Network([2, 3, 2], { output: softmax, ...names });
      const read = networkThrough(network);
      expect(read).toMatchObject(names);
      expect(hashOfNetwork(read)).toBe(hashOfNetwork(network));
    }
    const two = new Network([2, 1], { classNames: ['no', 'yes'] });
    expect(networkThrough(two).classNames).toEqual(['no', 'yes']);
  });

  it("keeps a classifier's names beside those that its network learned", () => {
    const model = namedFruitClassifier();
    const read = classifierThrough(model);
    expect(read.network).toMatchObject({ classNames: ['apple', 'banana'], columnNames });
    expect(read).toMatchObject({ classNames: ['Apfel', 'Banane'], columnNames, width: undefined });
    expect(read.scaling).toMatchObject({ columnNames });
    expect(read.read([18, 130])).toEqual(model.read([18, 130]));
  });

  it("keeps a classifier that goes by its network's names", () => {
    for (const classNames of [['a', 'b', 'c'], ['a']]) {
      const network = new Network([2, 3], { classNames, columnNames });
      const read = classifierThrough(classifier(network));
      expect(read).toMatchObject({ classNames, columnNames, scaling: undefined });
      expect(read.network).toMatchObject({ classNames, columnNames });
    }
  });

  it('keeps names of any letters', () => {
    const network = new Network([ODD.length, ODD.length], { classNames: ODD, columnNames: ODD });
    expect(networkThrough(network)).toMatchObject({ classNames: ODD, columnNames: ODD });
    const read = classifierThrough(classifier(network, { classNames: ODD.map((name) => `${name}!`) }));
    expect(read.classNames).toEqual(ODD.map((name) => `${name}!`));
    expect(read.network.classNames).toEqual(ODD);
  });

  it('refuses to write a name of more letters than it reads', async () => {
    const network = new Network([1, 2], { classNames: ['a', 'b'.repeat(10_001)] });
    await expectRefusal(() => networkThrough(network), 'LimitError', 'classNames[1]', 'at most 10000 letters', 'got 10001');
    expect(networkThrough(new Network([1, 1], { classNames: ['b'.repeat(10_000)] })).classNames?.[0]).toHaveLength(10_000);
  });
});

describe('a text of JSON', () => {
  it('is of the first version where there are no names, which every reader knows, and of a later one where there are', () => {
    const versionOf = (model: Parameters<typeof toJson>[0]) => JSON.parse(toJson(model)).version;
    const scaling = minMax(dataset({ inputs: [[1], [2]], labels: [0, 1] }));
    expect(versionOf(new Network([2, 2]))).toBe(1);
    expect(versionOf(fruitClassifier())).toBe(2);
    expect(versionOf(scaling)).toBe(2);
    expect(versionOf(new Network([2, 2], { classNames: ['a', 'b'] }))).toBe(3);
    expect(versionOf(namedFruitClassifier())).toBe(3);
    expect(versionOf(namedFruitClassifier().scaling as typeof scaling)).toBe(3);
  });

  it('keeps the names of the columns of a scaling', () => {
    const { scaling } = namedFruitClassifier();
    const read = fromJson(toJson(scaling as NonNullable<typeof scaling>), { kind: 'scaling' });
    expect(read).toMatchObject({ kind: 'standard', columnNames });
    expect(toJson(read)).toBe(toJson(scaling as NonNullable<typeof scaling>));
  });

  it('with names that cannot be is refused by path', async () => {
    const text = JSON.parse(toJson(new Network([2, 3], { classNames: ['a', 'b'], columnNames })));
    const refused = async (change: object, path: string, ...words: string[]) => {
      const spoilt = JSON.stringify({ ...text, ...change });
      await expectRefusal(() => fromJson(spoilt), 'FormatError', `fromJson: ${path}: expected`, ...words);
      expect(await errorOf(() => fromJson(spoilt))).toMatchObject({ path });
    };
    await refused({ classNames: 'ab' }, '$.classNames', 'an array');
    await refused({ classNames: [] }, '$.classNames', 'one name or more', 'got none');
    await refused({ classNames: ['a', 'b', 'c', 'd'] }, '$.classNames', 'at most 3 names, for 3 outputs', 'got 4');
    await refused({ classNames: ['a', 1] }, '$.classNames[1]', 'a name', 'got 1');
    await refused({ classNames: ['a', 'b', 'a'] }, '$.classNames[2]', 'no other class has', "'a' again");
    await refused({ classNames: ['a', 'b'.repeat(10_001)] }, '$.classNames[1]', 'at most 10000 letters', 'got 10001');
    await refused({ columnNames: ['x'] }, '$.columnNames', '2 names, one for each column', 'got 1');
    await refused({ columnNames: ['x', 'x'] }, '$.columnNames[1]', 'no other column has');
    await refused({ columnNames: { length: 2 } }, '$.columnNames', 'an array', 'got an object');
    await refused({ kind: 'tree' }, '$.kind', "'network', 'classifier' or 'scaling'", "got 'tree'");
    const model = JSON.parse(toJson(namedFruitClassifier()));
    const read = (change: object) => () => fromJson(JSON.stringify({ ...model, ...change }), { kind: 'classifier' });
    await expectRefusal(read({ networkClassNames: ['a', 'a'] }), 'FormatError', '$.networkClassNames[1]');
    await expectRefusal(read({ classNames: ['a'] }), 'FormatError', '$.classNames', '2 names');
  });
});

describe('a checkpoint', () => {
  it('has the names that the training gave to the network', async () => {
    const data = dataset({ inputs: [[0], [1]], labels: ['off', 'on'], columnNames: ['switch'] });
    const place = placeInMemory();
    await fit(new Network([1, 2], { output: softmax }), data, { epochs: 1, checkpoint: place.checkpoint });
    const read = fromSafetensors(place.saved.at(-1) as Uint8Array);
    expect(read).toMatchObject({ classNames: ['off', 'on'], columnNames: ['switch'] });
  });
});

describe('a copy of a network', () => {
  it('has its names', () => {
    const names = { classNames: ['a', 'b'], columnNames };
    expect(copyOf(new Network([2, 2], names))).toMatchObject(names);
    const fields = copyOf(new Network([new Layer(2, 2)]));
    expect(fields).toMatchObject({ classNames: undefined, columnNames: undefined });
  });
});

describe('a module', () => {
  interface Written {
    readonly classNames?: readonly string[];
    readonly columnNames?: readonly string[];
    read(input: readonly number[]): unknown;
  }

  function written(model: Model): Promise<Written> {
    const text = toModule(model, { language: 'javascript' });
    return import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);
  }

  it('exports the names of a network and of a classifier, where they have any', async () => {
    expect(await written(new Network([2, 2], { classNames: ['a'], columnNames }))).toMatchObject({
      classNames: ['a'],
      columnNames,
    });
    expect(Object.keys(await written(new Network([2, 2])))).toEqual(['forward', 'predict', 'sizes']);
    const model = namedFruitClassifier();
    const module = await written(model);
    expect(module).toMatchObject({ classNames: ['Apfel', 'Banane'], columnNames });
    expect(module.read([18, 130])).toEqual(model.read([18, 130]));
    expect(Object.keys(await written(fruitClassifier()))).toEqual(['classNames', 'read', 'sizes']);
  });

  it('names a class that has no name by its number, as the classifier does', async () => {
    const model = classifier(new Network([1, 3], { classNames: ['a'] }));
    const module = await written(model);
    expect(module.classNames).toEqual(['a', '1', '2']);
    for (const input of [[-3], [0], [3]]) expect(module.read(input)).toEqual(model.read(input));
  });

  it('holds names of any letters as names, in both languages', async () => {
    const network = new Network([ODD.length, ODD.length], { classNames: ODD, columnNames: ODD });
    expect(await written(network)).toMatchObject({ classNames: ODD, columnNames: ODD });
    for (const language of ['javascript', 'typescript'] as const) expect(toModule(network, { language })).toMatch(/^[\n -~]*$/);
  });
});

describe('a classifier', () => {
  const network = new Network([2, 2], { classNames: ['apple', 'banana'], columnNames });

  it("goes by its network's names, also by those that it learns later", () => {
    expect(classifier(network)).toMatchObject({ classNames: ['apple', 'banana'], columnNames });
    const later = new Network([2, 2], { classNames: undefined });
    const model = classifier(later);
    expect(model.classNames).toBeUndefined();
    later.classNames = ['a', 'b'];
    later.columnNames = columnNames;
    expect(model).toMatchObject({ classNames: ['a', 'b'], columnNames });
    expect(['a', 'b']).toContain(model.read([1, 2]).name);
  });

  it("may show other words, but none of the network's words at another output", async () => {
    expect(classifier(network, { classNames: ['Apfel', 'Banane'] }).classNames).toEqual(['Apfel', 'Banane']);
    const swapped = () => classifier(network, { classNames: ['banana', 'apple'] });
    await expectRefusal(swapped, 'ArgumentError', 'classifier: classNames', 'as the network has it', 'Leave classNames out');
    await expectRefusal(() => classifier(network, { classNames: ['banana', 'x'] }), 'ArgumentError', "'banana'");
  });

  it('refuses columns that stand in another order in its scaling than in its network', async () => {
    const rows = { inputs: [[1, 2], [3, 5]], labels: [0, 1] }; // biome-ignore format: a table
    const scaling = standardize(dataset({ ...rows, columnNames: ['weight', 'length'] }));
    await expectRefusal(() => classifier(network, { scaling }), 'ArgumentError', 'classifier: scaling.columnNames', 'order');
    await expectRefusal(
      () => classifier(new Network([2, 2]), { scaling, columnNames }),
      'ArgumentError',
      'classifier.columnNames',
      'order',
    );
    await expectRefusal(() => classifier(network, { columnNames: ['a', 'b'] }), 'ArgumentError', "no 'length', 'weight'");
    await expectRefusal(() => classifier(network, { columnNames: ['a'] }), 'ShapeError', '2 names');
    expect(classifier(new Network([2, 2]), { scaling }).columnNames).toEqual(['weight', 'length']);
    const same = standardize(dataset({ ...rows, columnNames }));
    expect(classifier(network, { scaling: same }).columnNames).toEqual(columnNames);
  });
});
