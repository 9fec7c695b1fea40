// Classifiers of scikit-learn as its converter writes them: read, and answered as scikit-learn answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormatError, ShapeError } from 'glassbox-nn';
import { fromOnnx } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectLesson } from '../../data/teaches.js';
import { bytesField, file, node, tensor, textField, varint, wholeAttribute, wholeField } from './graphs.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

/** What fixtures/exportSklearn.py wrote of each file. */
interface Written {
  readonly inputs: readonly (readonly number[])[];
  readonly probabilities: readonly (readonly number[])[];
  readonly labels: readonly string[];
}
const WRITTEN: Readonly<Record<string, Written>> = JSON.parse(fixture('sklearn.json').toString());

const FLOWERS = ['setosa', 'versicolor', 'virginica'];
const EXPECTED = {
  sklearnZipped: { text: '4-5-4-3, relu then softmax', classNames: FLOWERS, scales: true },
  sklearnPlain: { text: '4-6-3, tanh then softmax', classNames: FLOWERS, scales: true },
  sklearnPair: { text: '4-4-1, sigmoid', classNames: ['versicolor', 'virginica'], scales: false },
  sklearnSigns: { text: '4-4-1, identity then sigmoid', classNames: ['-1', '1'], scales: false },
  sklearnNumbers: { text: '4-4-3, relu then softmax', classNames: ['10', '20', '30'], scales: false },
  // Classes that are numbered from 0 need no names.
  sklearnCounted: { text: '4-4-3, relu then softmax', classNames: undefined, scales: false },
};

describe('a classifier of scikit-learn', () => {
  it.each(Object.entries(EXPECTED))('answers here as there: %s', (name, { text, classNames, scales }) => {
    const bytes = fixture(`${name}.onnx`);
    const { inputs, probabilities, labels } = WRITTEN[name] as Written;
    if (scales) {
      const says = ['a network alone', "fromOnnx(bytes, { kind: 'classifier' })"];
      expectLesson(() => fromOnnx(bytes), { type: FormatError, code: 'FORMAT', says });
    }
    const read = fromOnnx(bytes, { kind: 'classifier' });
    expect(String(read.network)).toContain(text);
    expect(read.classNames).toEqual(classNames);
    expect(read.network.classNames).toEqual(classNames);
    if (!scales) expect(fromOnnx(bytes).classNames).toEqual(classNames);
    if (!scales) expect(fromOnnx(bytes).forward([5, 3, 4, 1])).toEqual(read.network.forward([5, 3, 4, 1]));
    expect(new Set(labels).size).toBeGreaterThan(1);
    for (const [row, input] of inputs.entries()) {
      const { outputs, name: label } = read.read(input);
      const shares = outputs.length === 1 ? [1 - (outputs[0] as number), outputs[0] as number] : [...outputs];
      for (const [index, share] of shares.entries()) {
        expect(Math.abs(share - (probabilities[row]?.[index] as number))).toBeLessThan(1e-6);
      }
      expect(label).toBe(labels[row]);
    }
  });
});

const format = { type: FormatError, code: 'FORMAT' };
const refused = (bytes: Uint8Array, ...says: string[]) => expectLesson(() => fromOnnx(bytes), { ...format, says });
const learned = (operator: string, inputs: readonly string[], output: string, attributes: readonly number[][] = []) => [
  ...node(operator, inputs, output, attributes),
  ...textField(3, `${operator}1`),
  ...textField(7, 'ai.onnx.ml'),
];
const texts = (name: string, words: readonly string[]) => [
  ...textField(1, name),
  ...words.flatMap((word) => textField(9, word)),
  ...wholeField(20, 8),
];
const floats = (name: string, numbers: readonly number[]) => [
  ...textField(1, name),
  ...bytesField(7, new Uint8Array(Float32Array.from(numbers).buffer)),
  ...wholeField(20, 6),
];
const words = (name: string, each: readonly string[]) => [
  ...bytesField(1, varint(each.length)),
  ...wholeField(2, 8),
  ...each.flatMap((word) => textField(6, word)),
  ...textField(8, name),
];
const output = (name: string) => bytesField(12, textField(1, name));
const across = wholeAttribute('axis', 1);
const weights = tensor('w', [2, 3], [1, 2, 3, 4, 5, 6]);
const layer = [node('MatMul', ['x', 'w'], 'h'), node('Softmax', ['h'], 'y')];
const naming = (from = 'y', names = 'names') => [
  node('ArgMax', [from], 'place', [across]),
  learned('ArrayFeatureExtractor', [names, 'place'], 'label'),
];

describe('what names the classes of a graph', () => {
  it('is ArgMax and a list behind the activations, in any place among the outputs', () => {
    const bytes = file([...layer, ...naming()], [weights, words('names', ['a', 'b', 'c'])], output('label'));
    expect(fromOnnx(bytes, { kind: 'classifier' }).read([1, 1]).name).toBe('c');
    expect(fromOnnx(bytes).sizes).toEqual([2, 3]);
    const gathered = [node('ArgMax', ['y'], 'place', [across]), node('Gather', ['names', 'place'], 'label')];
    const other = file([...layer, ...gathered], [weights, words('names', ['a', 'b', 'c'])], output('label'));
    expect(fromOnnx(other, { kind: 'classifier' }).classNames).toEqual(['a', 'b', 'c']);
  });

  it('is not looked up by a place that was cast to true or false', () => {
    const cast = (to: number) => {
      const steps = [
        ...[node('ArgMax', ['y'], 'place', [across]), node('Cast', ['place'], 'p', [wholeAttribute('to', to)])],
        learned('ArrayFeatureExtractor', ['names', 'p'], 'label'),
      ];
      return file([...layer, ...steps], [weights, words('names', ['a', 'b', 'c'])], output('label'));
    };
    expect(fromOnnx(cast(7), { kind: 'classifier' }).classNames).toEqual(['a', 'b', 'c']);
    refused(cast(9), 'one input and one output of numbers');
  });

  it('must be as many names as there are outputs, and the same in all places', () => {
    const says = ['fromOnnx: classes', '3 names', 'got 2'];
    const few = file([...layer, ...naming()], [weights, words('names', ['a', 'b'])], output('label'));
    expectLesson(() => fromOnnx(few), { type: ShapeError, code: 'SHAPE', says });
    const twice = file([...layer, ...naming()], [weights, words('names', ['a', 'b', 'a'])], output('label'));
    refused(twice, 'fromOnnx: classes', 'names, each another', "got 'a,b,a'");
    const zip = learned('ZipMap', ['y'], 'zipped', [texts('classlabels_strings', ['a', 'c', 'b'])]);
    const tensors = [weights, words('names', ['a', 'b', 'c'])];
    const more = [...output('label'), ...output('zipped')];
    refused(file([...layer, ...naming(), zip], tensors, more), "ai.onnx.ml.ZipMap 'ZipMap1'", "'a,b,c'", "got 'a,c,b'");
  });

  it('is refused by operator and node, with the way out, where it is no single class with its numbers', () => {
    const binarizer = learned('Binarizer', ['y'], 'label', [floats('threshold', [0.5])]);
    const several = file([...layer, binarizer], [weights], output('label'));
    refused(
      several,
      "ai.onnx.ml.Binarizer 'Binarizer1'",
      'several classes at once',
      "extract_model('network.onnx'",
      "['x'], ['y']",
    );
    const other = [...layer, node('Relu', ['h'], 'z')];
    refused(file(other, [weights], output('z')), "'y' (Softmax that makes 'y'), 'z' (Relu that makes 'z')", "'zipmap': False");
    const alone = [node('MatMul', ['x', 'w'], 'h'), node('Softmax', ['h'], 's'), node('ArgMax', ['s'], 'y', [across])];
    refused(file(alone, [weights]), 'ArgMax', 'got the class alone', 'Export the probabilities');
    const down = [...layer, node('ArgMax', ['y'], 'label', [wholeAttribute('axis', 0)])];
    refused(file(down, [weights], output('label')), 'ArgMax', 'axis: expected 1, got 0');
    const two = bytesField(11, textField(1, 'second'));
    refused(file(layer, [weights], two), 'got 2 inputs', 'initial_types');
    const clip = [node('Clip', ['x'], 'c'), node('MatMul', ['c', 'w'], 'h'), node('Softmax', ['h'], 'y')];
    refused(file(clip, [weights]), 'Clip', "extract_model('network.onnx', 'part.onnx', ['c'], ['y'])");
    const normalizer = [learned('Normalizer', ['x'], 'c'), ...clip.slice(1)];
    refused(file(normalizer, [weights]), "ai.onnx.ml.Normalizer 'Normalizer1'", "['c'], ['y']");
  });

  it('of a single output must make two classes of it', () => {
    const one = [node('MatMul', ['x', 'w'], 'h'), node('Sigmoid', ['h'], 'y')];
    const narrow = tensor('w', [2, 1], [1, 2]);
    const bytes = file([...one, ...naming()], [narrow, words('names', ['a', 'b'])], output('label'));
    expectLesson(() => fromOnnx(bytes), { type: ShapeError, code: 'SHAPE', says: ['two outputs or more', 'got 1'] });
    const pair = (first: string, second: string, number: number) => [
      ...[node('MatMul', ['x', 'w'], 'h'), node('Sigmoid', ['h'], 'p'), node('Sub', ['one', 'p'], 'rest')],
      ...[node('Concat', [first, second], 'y', [across]), tensor('one', [], [number])],
    ];
    const made = (first: string, second: string, number: number, numbers = narrow) => {
      const parts = pair(first, second, number);
      return file(parts.slice(0, 4), [numbers, parts[4] as number[]]);
    };
    expect(fromOnnx(made('rest', 'p', 1)).sizes).toEqual([2, 1]);
    for (const bytes of [made('p', 'rest', 1), made('rest', 'p', 2)]) refused(bytes, 'one node that takes it', 'got 2');
    const wide = made('rest', 'p', 1, tensor('w', [2, 3], [1, 2, 3, 4, 5, 6]));
    expectLesson(() => fromOnnx(wide), { type: ShapeError, code: 'SHAPE', says: ['one output, of two classes', 'got 3'] });
  });
});
