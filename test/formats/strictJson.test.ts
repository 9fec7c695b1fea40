// The reader of JSON: the same values as of JSON.parse, each key once, and typed arrays for the numbers of networks.

import fc from 'fast-check';
import { Layer, Network, relu } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseStrictJson } from '../../src/formats/strictJson.js';
import { Random } from '../../src/random/Random.js';
import { errorOf, expectRefusal } from '../support/refusals.js';

const read = (text: string) => parseStrictJson('text', text, { depth: 64 });

/** What JSON.parse and the reader say: a value as text that keeps -0 and the order of keys, or that it is none. */
function both(text: string): readonly [string, string] {
  return [JSON.parse, read].map((parse) => {
    try {
      return JSON.stringify(parse(text), (_, value) => (Object.is(value, -0) ? '-0' : value));
    } catch (error) {
      return (error as Error).message.includes('every key once') ? 'a key twice' : 'none';
    }
  }) as [string, string];
}

describe('a text is read', () => {
  it('to the same values as by JSON.parse, and refused where that refuses it (case 258)', () => {
    const pieces = [
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '-',
      '0',
      '9',
      '.',
      'e',
      '+',
      'null',
      'true',
      '\\',
      '\\u12',
      ' ',
      '\u00a0',
      '',
    ];
    const spoilt = fc.record({ start: fc.nat({ max: 400 }), length: fc.nat({ max: 3 }), put: fc.constantFrom(...pieces) });
    let whole = 0;
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat({ max: 2 }), fc.array(spoilt, { maxLength: 2 }), (json, spaces, edits) => {
        let text = JSON.stringify(JSON.parse(json), null, spaces);
        for (const { start, length, put } of edits) text = text.slice(0, start) + put + text.slice(start + length);
        const [theirs, ours] = both(text);
        if (ours === 'a key twice') return;
        expect(ours).toBe(theirs);
        if (ours !== 'none') whole++;
      }),
      { numRuns: 2000, seed: 3 },
    );
    expect(whole).toBeGreaterThan(300);
  });

  it('to the same numbers to the bit, however they are written (case 258)', () => {
    const random = new Random(11);
    const digits = (most: number) => {
      return Array.from({ length: 1 + random.integer(most) }, () => random.integer(10)).join('');
    };
    const forms: readonly (() => string)[] = [
      () => String(Math.fround(random.normal())),
      () => String(random.normal()),
      () => `${Number(digits(20))}`,
      () => `${Number(digits(8))}.${digits(24)}`,
      () => `0.000${digits(20)}`,
      () => `${Number(digits(17))}e${random.integer(2) === 0 ? '-' : '+'}${digits(3)}`,
      () => `9007199254740${digits(3)}.${digits(3)}`,
      () => `-${Number(digits(3))}.${digits(3)}E${digits(2)}`,
      () => '-0',
      () => `-0.${'0'.repeat(1 + random.integer(30))}`,
    ];
    const numbers = Array.from({ length: 200_000 }, (_, index) => (forms[index % forms.length] as () => string)());
    const text = `[${numbers.join(',')}]`;
    const [theirs, ours] = [JSON.parse(text), read(text)] as [number[], number[]];
    expect(ours.length).toBe(numbers.length);
    expect(numbers.filter((_, index) => !Object.is(ours[index], theirs[index]))).toEqual([]);
  });

  it.each([
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    '1e+',
    '--1',
    '0x1',
    '1_0',
    'NaN',
    'Infinity',
    'tru',
    '"\t"',
    '"\\x"',
    "'a'",
    '1 2',
  ])('as no JSON where it is %s', (text) => {
    for (const whole of [text, `[${text}]`, `{"a":${text}}`]) expect(both(whole)).toEqual(['none', 'none']);
  });
});

describe('fromJson', () => {
  afterEach(() => vi.unstubAllGlobals());
  const text = toJson(new Network([2, 1]));

  it('refuses a key that comes twice, however it is spelt (case 255)', async () => {
    for (const twice of ['"biases": [0], ', '"bia\\u0073es": [0], ', '"inputs": 2, ']) {
      const spoilt = text
        .replace('"inputs": 2', `"inputs": 2, ${twice}"outputs": 1`)
        .replace('"outputs": 1, "outputs"', '"outputs"');
      await expectRefusal(() => fromJson(spoilt), 'FormatError', 'expected every key once', 'again. Take one out.');
    }
    const weights = text.replace('"weights"', '"weights": [[5, 5]],\n"weights"');
    await expectRefusal(() => fromJson(weights), 'FormatError', "every key once, got 'weights' again");
  });

  it('names the object in which a key comes twice (case 255)', async () => {
    const parts = toJson(new Network([2, 3, 1])).split('"outputs"');
    const spoilt = `${parts[0]}"outputs"${parts[1]}"outputs": 1, "outputs"${parts[2]}`;
    expect(await errorOf(() => fromJson(spoilt))).toMatchObject({ path: '$.layers[1]' });
    const nested = '{"weights": [[1, {"a": 1, "a": 2}]]}';
    expect(await errorOf(() => fromJson(nested))).toMatchObject({ path: '$.weights' });
    expect(await errorOf(() => read('[[], {"a": [0, {"b": {}, "b": 1}]}]'))).toMatchObject({ path: 'text[1].a[1]' });
  });

  it('says of text behind the end that it is too much', async () => {
    await expectRefusal(() => fromJson(`${text}\n{"a": 1}`), 'FormatError', `got '{"a": 1}' behind its end. Take it out.`);
    await expectRefusal(() => fromJson(text.slice(0, -3)), 'FormatError', 'Was the file cut off?');
  });

  it('ends at more values than a network can need, before the memory does (case 256)', async () => {
    for (const [value, most, of] of [
      ['1,', 2 ** 24, 'values'],
      ['[],', 2 ** 19, 'arrays and objects'],
      ['{"":0},', 2 ** 19, 'arrays and objects'],
    ] as const) {
      const text = `[${value.repeat(most)}1]`;
      await expectRefusal(() => fromJson(text), 'LimitError', `fromJson: $: expected at most ${most} ${of}, got more.`);
    }
    const keys = Array.from({ length: 100_000 }, (_, index) => `"${index.toString(36)}":0`);
    await expectRefusal(() => fromJson(`{${keys.join(',')}}`), 'LimitError', 'at most 65536 fields of an object');
  });

  it('reads rows of one number without an array for each of them (case 257)', () => {
    let arrays = 0;
    class Counted extends Float32Array {
      constructor(...given: never[]) {
        super(...(given as []));
        arrays++;
      }
    }
    const rows = 100_000;
    const narrow = new Network([
      new Layer(1, rows, { weights: Array.from({ length: rows }, (_, row) => row), activation: relu }),
    ]);
    const saved = toJson(narrow);
    vi.stubGlobal('Float32Array', Counted);
    const { layers } = fromJson(saved);
    vi.unstubAllGlobals();
    expect(layers[0]?.weights.every((weight, row) => weight === row)).toBe(true);
    expect(arrays).toBeLessThan(100);
  });

  it('tells the first fault of rows in the order of the text', async () => {
    const rowsOf = (rows: string) =>
      `{"format":"glassbox-nn","version":1,"layers":[{"inputs":2,"outputs":3,"activation":"relu","weights":[${rows}],"biases":[0,0,0]}]}`;
    for (const [rows, fault] of [
      ['[1,2],[1],["a",2]', 'weights[1]: expected 2 items, got 1'],
      ['[1,2],["a",2],[1]', "weights[1][0]: expected a finite number that fits a float32, got 'a'"],
      ['[1,2],["a"],[1]', 'weights[1]: expected 2 items, got 1'],
      ['7,[1],[1]', 'weights[0]: expected an array, got 7'],
      ['[1],7,[1]', 'weights[0]: expected 2 items, got 1'],
      ['[1,2],{"a":[]},[1]', 'weights[1]: expected an array, got an object'],
      ['[],[1,2],[1,2]', 'weights[0]: expected 2 items, got 0'],
      ['[1,2],[1,2],[1,1e39]', 'weights[2][1]: expected a finite number that fits a float32, got 1e+39'],
      ['[1,2],[1,2]', 'weights: expected 3 items, got 2'],
      ['', 'weights: expected 3 items, got 0'],
    ] as const) {
      await expectRefusal(() => fromJson(rowsOf(rows)), 'FormatError', `fromJson: $.layers[0].${fault}`);
    }
    expect(fromJson(rowsOf(' [ 1 ,2 ] ,\n[ -0, 1e-3 ],[3,4]')).layers[0]?.weights).toEqual(
      Float32Array.of(1, 2, -0, 1e-3, 3, 4),
    );
  });

  it('keeps the float64 numbers of a scaling to the bit', () => {
    const scaling = standardize(dataset({ inputs: [[0.1], [1 / 3], [1e-300]], labels: [0, 1, 0] }));
    const copy = fromJson(toJson(scaling), { kind: 'scaling' });
    expect(copy).toMatchObject({ kind: 'standard', width: 1 });
    expect(copy.kind === 'standard' && scaling.kind === 'standard' && [copy.means, copy.deviations]).toEqual([
      scaling.means,
      scaling.deviations,
    ]);
  });
});
