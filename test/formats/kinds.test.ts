// Classifiers and scalings as JSON: the lot is kept to the bit, and every fault is reported with its path.
import * as fc from 'fast-check';
import { type Classifier, classifier, Network } from 'glassbox-nn';
import { dataset, minMax, type Scaling, standardize } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from '../support/refusals.js';

const flowers = dataset({
  inputs: [
    [5.1, 3.5],
    [7, 3.25],
    [6.3, 3.25],
  ],
  labels: ['iris', 'aster', 'iris'],
});
const classNames = ['aster', 'iris'];

/** A classifier as toJson writes it, parsed, for a test to spoil. */
function parts(scaling: Scaling = standardize(flowers)) {
  return JSON.parse(toJson(classifier(new Network([2, 3, 2]), { scaling, classNames, width: 2 })));
}

async function expectFault(spoilt: unknown, path: string, ...words: string[]): Promise<void> {
  const load = () => fromJson(JSON.stringify(spoilt), { kind: 'classifier' });
  await expectRefusal(load, 'FormatError', `${path}: expected `, ...words);
  expect(await errorOf(load)).toMatchObject({ path, offset: undefined });
}

const doubles = (values: Float64Array) => [...new BigUint64Array(values.slice().buffer)];

describe('a classifier, saved and loaded', () => {
  it('reads the same, with its scaling, its names and its width', () => {
    for (const scaling of [standardize(flowers), minMax(flowers)]) {
      const made = classifier(new Network([2, 3, 2]), { scaling, classNames, width: 2 });
      const loaded = fromJson(toJson(made), { kind: 'classifier' });
      expect(loaded.read([6, 3.3])).toEqual(made.read([6, 3.3]));
      expect([loaded.classNames, loaded.width, loaded.scaling?.kind]).toEqual([classNames, 2, scaling.kind]);
      expect(toJson(loaded)).toBe(toJson(made));
    }
  });

  it('needs none of the three', () => {
    const loaded: Classifier = fromJson(toJson(classifier(new Network([2, 1]))), { kind: 'classifier' });
    expect([loaded.classNames, loaded.width, loaded.scaling]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps names of every kind', () => {
    const names = ['__proto__', 'line\nbreak "quoted" \u2028', '\u0000'];
    const made = classifier(new Network([2, 3]), { classNames: names });
    expect(fromJson(toJson(made), { kind: 'classifier' }).classNames).toEqual(names);
  });
});

describe('a scaling, saved and loaded', () => {
  it('is the same to the bit, whatever the numbers', () => {
    const double = fc.float({ noNaN: true, noDefaultInfinity: true });
    const rows = fc.array(fc.tuple(double, double), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, (inputs) => {
        const data = dataset({ inputs, labels: inputs.map(() => 0) });
        const standard = standardize(data);
        const loaded = fromJson(toJson(standard), { kind: 'scaling' });
        if (loaded.kind !== 'standard') throw new Error('another kind came back');
        expect(doubles(loaded.means)).toEqual(doubles(standard.means));
        expect(doubles(loaded.deviations)).toEqual(doubles(standard.deviations));
        const range = minMax(data);
        const again = fromJson(toJson(range), { kind: 'scaling' });
        expect(again.apply(data).inputs).toEqual(range.apply(data).inputs);
      }),
    );
  });

  it('does what it did, whatever becomes of the arrays that were read from it', () => {
    for (const scaling of [standardize(flowers), minMax(flowers)]) {
      const before = [scaling.applyInput([6, 3.3]), toJson(scaling)];
      const columns = scaling.kind === 'standard' ? [scaling.means, scaling.deviations] : [scaling.minimums, scaling.maximums];
      for (const column of columns) column.fill(100);
      expect([scaling.applyInput([6, 3.3]), toJson(scaling)]).toEqual(before);
      const loaded = fromJson(toJson(scaling), { kind: 'scaling' });
      expect(loaded.applyInput([6, 3.3])).toEqual(before[0]);
    }
  });

  it('is refused if it is none, or lacks something', async () => {
    const { width, warnings, apply, applyInput } = minMax(flowers);
    const actions = { width, warnings, apply, applyInput };
    const one = new Float64Array(1);
    const two = new Float64Array(2);
    for (const broken of [
      { kind: 'standard', applyInput },
      { ...actions, kind: 'standard' },
      { ...actions, kind: 'standard', means: two, deviations: one },
      { ...actions, kind: 'minMax', minimums: two, maximums: [1, 2] },
      { ...actions, kind: 'minMax', minimums: two, maximums: two, width: 1 },
      { ...actions, kind: 'minMax', minimums: two, maximums: two, apply: undefined },
    ]) {
      await expectRefusal(() => toJson(broken as never), 'ArgumentError', 'toJson: model', 'a Scaling');
    }
    expect(toJson({ ...actions, kind: 'minMax', minimums: two, maximums: two })).toContain('"maximums": [0, 0]');
  });

  it('is refused where a number is not finite (case 94)', async () => {
    const scaling = { ...minMax(flowers), maximums: Float64Array.of(7, Number.NaN) };
    await expectRefusal(() => toJson(scaling), 'NumericError', 'scaling.maximums[1]', 'got NaN');
  });
});

describe('a file of one kind, loaded as another', () => {
  const texts = {
    network: toJson(new Network([2, 2])),
    classifier: toJson(classifier(new Network([2, 2]))),
    scaling: toJson(minMax(flowers)),
  };

  it('is refused, with the call that loads it', async () => {
    for (const kind of ['network', 'classifier', 'scaling'] as const) {
      for (const other of ['network', 'classifier', 'scaling'] as const) {
        if (other === kind) continue;
        const call = kind === 'network' ? 'fromJson(text)' : `{ kind: '${kind}' }`;
        await expectRefusal(() => fromJson(texts[kind], { kind: other }), 'FormatError', `a ${other}`, `a ${kind}`, call);
      }
    }
  });

  it('is refused where the kind is none', async () => {
    const wrong = { kind: 'model' } as never;
    await expectRefusal(() => fromJson(texts.network, wrong), 'ArgumentError', 'fromJson: kind', "got 'model'");
  });
});

describe('what fromJson refuses of a classifier', () => {
  it('a kind that is none, or missing', async () => {
    await expectFault({ ...parts(), kind: 'oracle' }, '$.kind', "got 'oracle'");
    await expectFault({ ...parts(), kind: undefined }, '$.kind', 'got nothing');
    await expectFault({ ...parts(), kind: 'constructor' }, '$.kind', "got 'constructor'");
  });

  it('missing and extra fields (cases 97 and 98)', async () => {
    for (const field of ['classNames', 'width', 'scaling', 'layers']) {
      await expectFault({ ...parts(), [field]: undefined }, `$.${field}`, 'got nothing');
    }
    await expectFault({ ...parts(), author: 'me' }, '$', "got 'author'");
    const more = parts();
    more.scaling.author = 'me';
    await expectFault(more, '$.scaling', 'only the fields kind, means, deviations', "got 'author'");
  });

  it('names that do not fit', async () => {
    await expectFault({ ...parts(), classNames: ['a'] }, '$.classNames', '2 names', 'got 1');
    await expectFault({ ...parts(), classNames: ['a', 'a'] }, '$.classNames[1]', "'a' again");
    await expectFault({ ...parts(), classNames: ['a', 1] }, '$.classNames[1]', 'a name', 'got 1');
    await expectFault({ ...parts(), classNames: 'ab' }, '$.classNames', 'an array', "got 'ab'");
  });

  it('a width that does not fit', async () => {
    await expectFault({ ...parts(), width: 3 }, '$.width', 'a whole part of 2 inputs', 'got 3');
    for (const width of [0, -1, 1.5, '2']) await expectFault({ ...parts(), width }, '$.width', 'a whole number from 1');
  });

  it('a scaling that is none, of another width, or of numbers that cannot be (cases 95, 96 and 102)', async () => {
    const spoilt = (scaling: unknown) => ({ ...parts(), scaling });
    await expectFault(spoilt([]), '$.scaling', 'an object');
    await expectFault(spoilt({ kind: 'toString' }), '$.scaling.kind', "'standard' or 'minMax'", "got 'toString'");
    await expectFault(spoilt({ kind: 'standard', means: [1], deviations: [1] }), '$.scaling.means', '2 items', 'got 1');
    const short = { kind: 'standard', means: [1, 2], deviations: [1] };
    await expectFault(spoilt(short), '$.scaling.deviations', '2 items', 'got 1');
    for (const bad of [null, '1', [1]]) {
      await expectFault(spoilt({ kind: 'standard', means: [1, bad], deviations: [1, 1] }), '$.scaling.means[1]', 'finite');
    }
    const negative = { kind: 'standard', means: [1, 2], deviations: [1, -1] };
    await expectFault(spoilt(negative), '$.scaling.deviations[1]', 'a number from 0', 'got -1');
    const swapped = { kind: 'minMax', minimums: [1, 2], maximums: [1, 1] };
    await expectFault(spoilt(swapped), '$.scaling.maximums[1]', 'a number from 2', 'got 1');
    const endless = { kind: 'minMax', minimums: [1, -1.7e308], maximums: [1, 1.7e308] };
    await expectFault(spoilt(endless), '$.scaling.maximums[1]', 'no more than 1.79e308 above -1.7e+308', 'got 1.7e+308');
    const text = JSON.stringify(parts()).replace(/"means":\[[^,]*/, '"means":[1e999');
    await expectRefusal(() => fromJson(text, { kind: 'classifier' }), 'FormatError', '$.scaling.means[0]', 'got Infinity');
  });

  it('a key __proto__ of its own (case 100)', async () => {
    const text = JSON.stringify(parts()).replace('"scaling":{', '"scaling":{"__proto__":{"polluted":1},');
    await expectRefusal(() => fromJson(text, { kind: 'classifier' }), 'FormatError', '$.scaling', "got '__proto__'");
    const head = JSON.stringify(parts())
      .replace('{', '{"__proto__":{"kind":"classifier"},')
      .replace('"kind":"classifier",', '');
    await expectRefusal(() => fromJson(head, { kind: 'classifier' }), 'FormatError');
  });
});
