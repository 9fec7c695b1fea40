// Labels of dataset(): the order of names, what stands for a missing class, and numbers that leave classes empty.
import { ArgumentError, LimitError, OutOfRangeError } from 'glassbox-nn';
import { type DatasetSource, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectLesson } from './teaches.js';

/** A data set with these labels, made as plain JavaScript would, and what it warns of. */
function labelled(labels: readonly unknown[], more: Partial<DatasetSource> = {}) {
  const warnings: string[] = [];
  const inputs = Array.from(labels, (_, row) => [row]);
  const onWarning = (message: string) => warnings.push(message);
  return { data: dataset({ inputs, labels: labels as string[], onWarning, ...more }), warnings };
}

const argument = { type: ArgumentError, code: 'ARGUMENT' };
const range = { type: OutOfRangeError, code: 'OUT_OF_RANGE' };

describe('names of classes', () => {
  it('that are all numbers are ordered as numbers, equal ones by text', () => {
    const names = ['10', '9', '100', '-1', '007', '7', '1e3', '1000', '0.5'];
    expect(labelled(names).data.classNames).toEqual(['-1', '0.5', '007', '7', '9', '10', '100', '1000', '1e3']);
  });

  it('that are words are ordered by letters, behind numbers', () => {
    const { data } = labelled(['b', '10', 'B', '2', 'a2', 'a10', '1e999']);
    expect(data.classNames).toEqual(['2', '10', '1e999', 'B', 'a10', 'a2', 'b']);
  });

  it('that stand for a missing one are refused, unless classes lists them', () => {
    for (const word of ['NA', 'n/a', '?', '-', 'null', 'NaN', '', ' ']) {
      const says = [
        'dataset: labels[2]',
        'a class',
        `'${word}', as for a missing one`,
        'Leave the example out',
        'list it in classes',
      ];
      expectLesson(() => labelled(['yes', 'no', word, word]), { ...argument, says });
      expect(labelled(['yes', word], { classes: [word, 'yes'] }).data.labels).toEqual(Int32Array.of(1, 0));
      const unlisted = ['dataset: labels[1]', 'one of the names in classes', 'Leave the example out'];
      expectLesson(() => labelled(['yes', word], { classes: ['yes', 'no'] }), { ...range, says: unlisted });
    }
    expect(labelled(['+', '-']).data.classNames).toEqual(['+', '-']);
  });
});

describe('labels that are none', () => {
  it('are refused with what to do: undefined, null and NaN among names and among numbers', () => {
    for (const missing of [undefined, null, Number.NaN]) {
      for (const labels of [
        ['a', missing, 'b'],
        [0, missing, 1],
      ]) {
        const lesson = Number.isNaN(missing) && labels[0] === 0 ? range : argument;
        const says = ['dataset: labels[1]', `got ${missing}`, 'Leave the example out, or give it a class.'];
        expectLesson(() => labelled(labels), { ...lesson, says });
      }
    }
    expectLesson(() => labelled([null, 'a', 'b']), {
      ...argument,
      says: ['labels[0]', 'a name, as the others are', 'got null'],
    });
  });

  it('are rows, true and false, big integers, or numbers among names', () => {
    const rows = ['dataset: labels[0]', 'got an array of 3', 'are targets: dataset({ inputs, targets })'];
    const one = [[1, 0, 0]];
    expectLesson(() => labelled(one), { ...argument, says: rows });
    expectLesson(() => labelled([Float32Array.of(1, 0, 0)]), { ...argument, says: ['got a Float32Array of 3', 'targets'] });
    const truths = ['labels[0]', 'got true', 'labels.map(Number) makes false class 0 and true class 1.'];
    expectLesson(() => labelled([true, false]), { ...argument, says: truths });
    expect([true, false].map(Number)).toEqual([1, 0]);
    expectLesson(() => labelled([1n, 0n]), { ...argument, says: ['got 1n', 'Array.from(labels, Number)'] });
    expectLesson(() => labelled(['a', 1]), { ...argument, says: ['got 1', 'labels.map(String)'] });
  });
});

describe('labels that are numbers', () => {
  const repeat = (labels: readonly number[], times: number) => Array.from({ length: times }, () => labels).flat();

  it('warn where they count from 1, and say how to go on', () => {
    const { data, warnings } = labelled(repeat([1, 2, 3], 50));
    expect(data.classes).toBe(4);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('got 1 to 3, so that class 0 has no example. Do they count from 1?');
    expect(labelled(repeat([1, 2, 3], 50), { classes: 4 }).warnings).toEqual([]);
    expect(labelled(repeat([0, 1, 2], 50)).warnings).toEqual([]);
    const shifted = repeat([1, 2, 3], 50).map((label) => label - 1);
    expect(labelled(shifted).data.classes).toBe(3);
    expect(labelled(repeat([1, 2, 3], 50).map(String)).data.classNames).toEqual(['1', '2', '3']);
  });

  it('warn where they count from 1 however few they are', () => {
    const letters = Array.from({ length: 26 }, (_, index) => index + 1);
    for (const labels of [[1, 2], [3, 2, 1], letters]) {
      expect(labelled(labels).warnings).toHaveLength(1);
      expect(labelled(labels).warnings[0]).toContain('so that class 0 has no example. Do they count from 1?');
    }
  });

  it('warn of a gap in the middle, and of far more classes than examples', () => {
    expect(labelled(repeat([0, 1, 4], 4)).warnings[0]).toContain('2 of 5 classes have no example, the first is 2');
    expect(labelled([10115]).warnings[0]).toContain('got 10115, so that 10115 of 10116 classes have no example');
  });

  it('do not warn where a part of the data lacks classes by chance, as one example does', () => {
    for (const labels of [[7], [1, 1, 1, 1, 1, 1], [5, 0, 4, 1, 9], [10, 20], [1, 3]])
      expect(labelled(labels).warnings).toEqual([]);
    expect(labelled([], { width: 1 }).warnings).toEqual([]);
  });

  it('that reach the number of classes, and never 0, are advised to count from 0', () => {
    const says = ['dataset: labels[2]', 'from 0 to 2', 'got 3', 'count from 0', 'labels.map((label) => label - 1)'];
    expectLesson(() => labelled([1, 2, 3], { classes: 3 }), { ...range, says });
  });

  it('that are too many classes to hold are advised to be names', () => {
    const says = ['dataset: labels[1]', 'at most 1048576 classes', '23422827', 'labels.map(String)', 'targets'];
    expectLesson(() => labelled([0, 23422827]), { type: LimitError, code: 'LIMIT', says });
  });

  it('are refused where they are names of classes as well, in other places', () => {
    const says = ['dataset: labels', "got 1, and the name '1' in place 0", 'labels.map(String)', 'classes[label]'];
    expectLesson(() => labelled([1, 2], { classes: ['1', '2', '3'] }), { ...argument, says });
    expectLesson(() => labelled([10115, 20095], { classes: ['10115', '20095'] }), {
      ...argument,
      says: ['labels.map(String)'],
    });
    const { data } = labelled([1, 2].map(String), { classes: ['1', '2', '3'] });
    expect(data.labels).toEqual(Int32Array.of(0, 1));
    expect(labelled([1, 0], { classes: ['0', '1'] }).data.labels).toEqual(Int32Array.of(1, 0));
    expect(labelled([1, 0], { classes: ['1', '2'] }).data.labels).toEqual(Int32Array.of(1, 0));
  });
});

describe('labels that look like a mistake', () => {
  it('are names that a reader would take for one', () => {
    const pairs = [
      ['Yes', 'yes'],
      ['cat', ' cat'],
      ['caf\u00e9', 'cafe\u0301'],
    ] as const;
    for (const [first, second] of pairs) {
      const { data, warnings } = labelled([first, second, 'other']);
      expect(data.classes).toBe(3);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(`'${first}'`);
      expect(warnings[0]).toContain(`'${second}'`);
      expect(warnings[0]).toContain('write them alike; if they are right, list them in classes.');
      expect(labelled([first, second], { classes: [first, second] }).warnings).toEqual([]);
    }
    for (const fine of [
      ['A', 'a'],
      ['AA', 'Aa', 'aa'],
      ['cat', 'cats'],
      ['007', '7'],
    ]) {
      expect(labelled(fine).warnings).toEqual([]);
    }
  });

  it('are a hundred or more of which most stand alone, as of an identifier', () => {
    const ids = Array.from({ length: 150 }, (_, row) => row);
    const says = 'expected classes with several examples each, got 150 classes of 150 examples. Is it the right column?';
    expect(labelled(ids).warnings[0]).toContain(says);
    expect(labelled(ids.map((id) => `id-${id}`)).warnings[0]).toContain(says);
    expect(labelled(ids, { classes: 150 }).warnings).toEqual([]);
    expect(labelled(ids.map((id) => Math.floor(id / 2))).warnings).toEqual([]);
    expect(labelled([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']).warnings).toEqual([]);
  });
});
