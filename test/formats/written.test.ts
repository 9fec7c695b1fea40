// What writers of files refuse: models that were put together by hand, and those whose text would be longer than can be.
import { type Classifier, classifier, Network, relu, softmax } from 'glassbox-nn';
import { dataset, minMax, standardize } from 'glassbox-nn/data';
import { fromJson, fromSafetensors, toJson, toModule, toOnnx, toSafetensors, toTensorFlow } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { passengerReader } from './tables/models.js';

const data = dataset({
  inputs: [
    [1, 2],
    [3, 5],
  ],
  labels: ['ant', 'bee'],
  columnNames: ['x', 'y'],
});
const network = new Network([2, 2, 2], { hidden: relu, output: softmax });
const model = classifier(network, { scaling: standardize(data) });
const writers = { toJson, toSafetensors, toOnnx, toTensorFlow, toModule } as Record<string, (given: Classifier) => unknown>;
const names = Object.keys(writers);

/** A text that would be run, or would end a value of JSON, if it were written as it is. */
const CODE = '(globalThis.forged = 5, 0)], "more": [0';

describe.each(names)('%s', (name) => {
  const write = writers[name] as (given: Classifier) => unknown;
  const forged = (fields: object) => write({ ...model, ...fields } as never);
  const scaled = (fields: object) => forged({ scaling: { ...model.scaling, ...fields } });

  it('refuses a scaling whose numbers are none (case 263)', async () => {
    const whole = { apply: () => data, applyInput: () => new Float32Array(2), width: 2 };
    for (const scaling of [
      { ...whole, kind: 'standard', means: [CODE, CODE], deviations: [1, 1] },
      { ...whole, kind: 'minMax', minimums: new Float64Array(2), maximums: { length: 2, map: () => [CODE] } },
      { ...whole, kind: CODE, means: new Float64Array(2), deviations: new Float64Array(2) },
      { kind: 'standard', means: new Float64Array(2), deviations: new Float64Array(2), width: 2 },
      { means: [CODE] },
      CODE,
    ]) {
      await expectRefusal(() => forged({ scaling }), 'ArgumentError', `${name}: scaling: expected a Scaling`);
    }
    for (const numbers of [Float64Array.of(Number.NaN, 1), Float64Array.of(Number.POSITIVE_INFINITY, 1)]) {
      await expectRefusal(
        () => scaled({ means: numbers }),
        'NumericError',
        `${name}: scaling.means[0]: expected a finite number`,
      );
    }
    const wide = minMax(
      dataset({
        inputs: [
          [1, 2, 3],
          [2, 3, 4],
        ],
        labels: [0, 1],
      }),
    );
    await expectRefusal(() => forged({ scaling: wide }), 'ShapeError', `${name}: scaling.width`);
  });

  it('writes no code or JSON that numbers of another class, or of a getter, hand over (case 263)', async () => {
    class Liar extends Float64Array {
      override map(): never {
        return [CODE, CODE] as never;
      }
      override *[Symbol.iterator](): ArrayIterator<number> {
        yield CODE as never;
        yield CODE as never;
      }
    }
    const changing = () => {
      let reads = 0;
      return Object.create(null, { kind: { get: () => (reads++ < 3 ? 'standard' : CODE), enumerable: true } });
    };
    for (const fields of [{ means: new Liar(2) }, { deviations: new Liar(2) }, changing()]) {
      let written: unknown;
      try {
        written = scaled(fields);
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^(NUMERIC|ARGUMENT)$/);
        continue;
      }
      const text = written instanceof Uint8Array ? new TextDecoder().decode(written) : JSON.stringify(written);
      expect(text).not.toContain('globalThis');
    }
  });

  it('refuses names and widths that are none (case 263)', async () => {
    const list = { length: 1, map: () => ({ map: () => ({ join: () => CODE }) }) };
    for (const classNames of [list, 'ant', [1, 2], [{ toString: () => CODE }], ['ant', 'ant']]) {
      await expectRefusal(() => forged({ classNames }), 'ArgumentError', `${name}: classNames`);
    }
    await expectRefusal(() => forged({ columnNames: [{ toJSON: () => CODE }] }), 'ArgumentError', `${name}: columnNames[0]`);
    await expectRefusal(() => forged({ width: CODE }), 'ArgumentError', `${name}: width`);
  });
});

describe('a text that would be longer than a string can be', () => {
  /** A network of so many weights, which are memory that is never touched. */
  const vast = (inputs: number, outputs: number): Network => {
    const layer = {
      inputs,
      outputs,
      weights: new Float32Array(inputs * outputs),
      biases: new Float32Array(outputs),
      activation: relu,
    };
    return { layers: [layer], sizes: [inputs, outputs], parameterCount: inputs * outputs + outputs } as never;
  };

  it('is refused by toJson before it is begun, with what to do (case 265)', async () => {
    const words = ['toJson: expected a text of at most 536870888 letters', 'got one of up to', 'Save it with toSafetensors'];
    await expectRefusal(() => toJson(vast(32_000, 1_000)), 'LimitError', ...words);
    // Rows of one weight have brackets and a line each.
    await expectRefusal(() => toJson(vast(1, 16_000_000)), 'LimitError', ...words);
    await expectRefusal(() => toModule(vast(70_000, 1_000)), 'LimitError', 'toModule: expected at most 67108864 weights');
  });

  it('is refused for its names by every writer (case 265)', async () => {
    const long = new Network([1, 40], { output: softmax });
    const classNames = Array.from({ length: 40 }, (_, index) => `${index}${'a'.repeat(2_000_000)}`);
    const heavy = { ...classifier(long), classNames };
    for (const [name, write] of Object.entries(writers)) {
      await expectRefusal(() => write(heavy as never), 'LimitError', `${name}: expected a text of at most 536870888 letters`);
    }
  });

  it('is refused for the words of its preparation, before it becomes text (case 265)', async () => {
    const reader = passengerReader({});
    const { preparation } = reader;
    const categories = Array.from({ length: 40 }, (_, index) => `${index}${'a'.repeat(2_000_000)}`);
    const columns = [...preparation.columns.slice(1), { ...preparation.columns[3], categories }];
    const heavy = { ...reader, preparation: { ...preparation, columns } };
    for (const write of [toSafetensors, toOnnx, toModule]) {
      const expected = `${write.name}: expected a text of at most 536870888 letters`;
      await expectRefusal(() => write(heavy as never), 'LimitError', expected);
    }
  });
});

it('a file that its own reader refuses is not written (case 266)', async () => {
  const width = 150_000;
  const inputs = new Float32Array(2 * width).map((_, index) => Math.fround(Math.sin(index)));
  const wide = new Network([width, 2], { output: softmax });
  const large = classifier(wide, { scaling: standardize(dataset({ inputs, width, labels: [0, 1] })) });
  await expectRefusal(() => toSafetensors(large), 'LimitError', 'at most 4194304 bytes', 'save it with toJson');
  const copy = fromJson(toJson(large), { kind: 'classifier' });
  expect(copy.scaling?.kind === 'standard' && copy.scaling.means).toEqual(
    large.scaling?.kind === 'standard' && large.scaling.means,
  );
  expect(fromSafetensors(toSafetensors(wide)).sizes).toEqual([width, 2]);
});

describe('toModule', () => {
  const NAMES = [
    '*/ globalThis.forged = 1 /*',
    '</script><script>',
    '\u2028globalThis.forged = 1',
    `\`\${globalThis.forged = 1}\``,
    '__proto__',
    "'];globalThis.forged = 1;['",
    '\\',
    '/*: number*/',
    "$&$`$'",
    'constructor',
  ];

  it.each(['javascript', 'typescript'] as const)('keeps every name a name, in %s (case 264)', async (language) => {
    const named = new Network([NAMES.length, NAMES.length], { output: softmax });
    named.classNames = NAMES;
    named.columnNames = NAMES;
    for (const given of [named, classifier(named)]) {
      const text = toModule(given, { language });
      expect(text).not.toMatch(/[^ -~\n]/);
      expect(text).not.toContain('</script');
      if (language === 'typescript') continue;
      const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
      expect(module.classNames).toEqual(NAMES);
      expect(module.columnNames).toEqual(NAMES);
    }
    expect('forged' in globalThis).toBe(false);
  });

  it('takes no layers from the methods of what was handed over (case 264)', () => {
    const layers = Object.assign([...network.layers], { map: () => [{ weights: `'); ${CODE} //` }] });
    const text = toModule({ layers, sizes: network.sizes, parameterCount: network.parameterCount } as never, {
      language: 'javascript',
    });
    expect(text).not.toContain('forged');
    expect(text).toContain('activate: softmax');
  });
});
