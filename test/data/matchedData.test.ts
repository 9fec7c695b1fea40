// Classes go by their names: data are numbered as the network is, or refused.
import { ArgumentError } from 'glassbox-nn';
import { Dataset, dataset, smoothLabels } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { matchClasses } from '../../src/data/matchedData.js';
import { expectLesson } from './teaches.js';

const animals = ['bird', 'cat', 'dog'];
const inputs = [[0], [1], [2], [3]];
const pets = dataset({ inputs, labels: ['dog', 'cat', 'cat', 'dog'] });
const other = (more: object, labels: string[] = ['dog', 'cat', 'bird', 'cat']): Dataset => dataset({ inputs, labels, ...more });

describe('data whose names are those of the network', () => {
  it('is not copied, nor is data without names or for a network without names', () => {
    const same = dataset({ inputs, labels: [0, 1, 2, 0], classes: animals });
    const numbered = dataset({ inputs, labels: [0, 1, 2, 0] });
    expect(matchClasses('data', same, animals)).toBe(same);
    expect(matchClasses('data', same, [...animals])).toBe(same);
    expect(matchClasses('data', same, undefined)).toBe(same);
    expect(matchClasses('data', numbered, animals)).toBe(numbered);
  });
});

describe('data with other numbers for the same names', () => {
  it('gets the numbers of the network where it has fewer names', () => {
    expect([...(pets.labels ?? [])]).toEqual([1, 0, 0, 1]);
    const matched = matchClasses('data', pets, animals);
    expect([...(matched.labels ?? [])]).toEqual([2, 1, 1, 2]);
    expect([matched.classes, matched.targetWidth, matched.classNames]).toEqual([3, 3, animals]);
    expect(matched.example(0).target).toEqual(Float32Array.of(0, 0, 1));
    // What was prepared from the inputs is found by them.
    expect(matched.inputs).toBe(pets.inputs);
    expect([...(pets.labels ?? [])]).toEqual([1, 0, 0, 1]);
  });

  it('gets them where the order is another, or where the names are the first of more', () => {
    const turned = other({ classes: ['dog', 'bird', 'cat'] });
    expect([...(matchClasses('data', turned, animals).labels ?? [])]).toEqual([2, 1, 0, 1]);
    const first = other({}, ['bird', 'cat', 'bird', 'cat']);
    const matched = matchClasses('data', first, animals);
    expect([[...(matched.labels ?? [])], matched.classes]).toEqual([[0, 1, 0, 1], 3]);
  });

  it('gets its rows of targets moved column by column, also shares', () => {
    const targets = [
      [0, 1],
      [1, 0],
      [1, 0],
      [0, 1],
    ];
    const rows = dataset({ inputs, targets, classes: ['dog', 'bird'] });
    const matched = matchClasses('data', rows, animals);
    expect([...(matched.labels ?? [])]).toEqual([0, 2, 2, 0]);
    expect([matched.targetWidth, [...(matched.targets ?? [])]]).toEqual([3, [1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0]]);
    const smooth = matchClasses('data', smoothLabels(rows, 0.5), animals);
    expect([...(smooth.targets ?? [])].slice(0, 6)).toEqual([0.75, 0, 0.25, 0.25, 0, 0.75]);
    const shares = dataset({ inputs: [[1]], targets: [[0.25, 0.75]], classes: ['dog', 'cat'] });
    expect([...(matchClasses('data', shares, animals).targets ?? [])]).toEqual([0, 0.75, 0.25]);
  });

  it('gets a single target turned where the two names are', () => {
    const single = dataset({ inputs, targets: [[0], [1], [1], [0]], classes: ['no', 'yes'] });
    const matched = matchClasses('data', single, ['yes', 'no']);
    expect([[...(matched.targets ?? [])], [...(matched.labels ?? [])]]).toEqual([
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ]);
    expect([matched.targetWidth, matched.classes]).toEqual([1, 2]);
    // One number cannot stand for three classes: left to the check of widths, which says so.
    expect(matchClasses('data', single, ['yes', 'maybe', 'no'])).toBe(single);
  });

  it('keeps everything else of the data', () => {
    const named = dataset({ inputs: Uint8Array.of(0, 255), width: 1, labels: ['b', 'a'], columnNames: ['x'] });
    const matched = matchClasses('data', named, ['b', 'a']);
    expect([...matched]).toEqual([
      { input: Float32Array.of(0), label: 0, target: Float32Array.of(1, 0) },
      { input: Float32Array.of(1), label: 1, target: Float32Array.of(0, 1) },
    ]);
    expect(matched.columnNames).toEqual(['x']);
    expect(matched).toBeInstanceOf(Dataset);
  });
});

describe('data with a reader of its own', () => {
  it('is read where its classes have other numbers, since the reader cannot be renumbered', () => {
    class Halved extends Dataset {
      override readInput(out: Float32Array, index: number): void {
        super.readInput(out, index);
        out[0] /= 2;
      }
    }
    const halved = new Halved({ ...pets });
    const matched = matchClasses('data', halved, animals);
    expect([...(matched.labels ?? [])]).toEqual([2, 1, 1, 2]);
    expect([...matched.inputs]).toEqual([0, 0.5, 1, 1.5]);
    expect(matchClasses('data', halved, ['cat', 'dog'])).toBe(halved);
    class Named extends Dataset {}
    const named = matchClasses('data', new Named({ ...pets }), animals);
    expect([...(named.labels ?? [])]).toEqual([2, 1, 1, 2]);
  });
});

describe('data with a name that the network lacks', () => {
  it('is refused with all such names and the way out', () => {
    const strange = other({}, ['cat', 'horse', 'dog', 'cow']);
    expectLesson(() => matchClasses('validationData', strange, animals), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: [
        "validationData.classNames: expected names that the network has, 'bird', 'cat', 'dog', got also 'cow', 'horse'.",
        'classes: training.classNames',
        'a new network with an output for each',
      ],
    });
  });

  it('is refused also if no example is of it, and asked about a slip of the keys', () => {
    const misspelt = other({ classes: ['cat', 'dogg'] }, ['cat', 'cat', 'cat', 'cat']);
    const says = ["got also 'dogg'. Did you mean 'dog'?"];
    expectLesson(() => matchClasses('data', misspelt, animals), { type: ArgumentError, code: 'ARGUMENT', says });
  });
});

describe('data of numbers, and names that are numbers', () => {
  const numbers = [2, 1, 3, 1];

  it('are refused where every number is the name of a class with another number', () => {
    const codes = dataset({ inputs, labels: numbers, onWarning: () => {} });
    const says = ['validationData: labels', 'numbers that are not names', "the name '2' in place 1", 'labels.map(String)'];
    const call = () => matchClasses('validationData', codes, ['1', '2', '3', 'other']);
    expectLesson(call, { type: ArgumentError, code: 'ARGUMENT', says });
    const named = dataset({ inputs, labels: numbers.map(String) });
    expect([...(matchClasses('data', named, ['1', '2', '3', 'other']).labels ?? [])]).toEqual([1, 0, 2, 0]);
  });

  it('agree where the names are the numbers themselves, or some numbers are no names', () => {
    const digits = dataset({ inputs, labels: numbers, onWarning: () => {} });
    expect(matchClasses('data', digits, ['0', '1', '2', '3'])).toBe(digits);
    const counted = dataset({ inputs, labels: [0, 1, 2, 0] });
    expect(matchClasses('data', counted, ['1', '2', '5'])).toBe(counted);
  });
});
