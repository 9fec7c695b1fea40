// Sets in MNIST's form under the names they were published with: EMNIST's and QMNIST's.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ArgumentError, FormatError, LimitError, OutOfRangeError } from 'glassbox-nn';
import { toIdx } from 'glassbox-nn/data';
import { readMnist } from 'glassbox-nn/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectLateLesson } from '../data/teaches.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-nn-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes the four files of a set: images of 2 x 2 pixels 1, 2, 3, 4, and these labels, in both parts. */
async function writeSet(set: string, test: string, values: readonly number[], packed = '.gz') {
  const data = Uint8Array.from(values.flatMap(() => [1, 2, 3, 4]));
  const images = toIdx({ type: 'uint8', shape: [values.length, 2, 2], data });
  const labels = toIdx({ type: 'uint8', shape: [values.length], data: Uint8Array.from(values) });
  const pack = (bytes: Uint8Array) => (packed === '' ? bytes : gzipSync(bytes));
  for (const part of ['train', test]) {
    await writeFile(join(folder, `${set}${part}-images-idx3-ubyte${packed}`), pack(images));
    await writeFile(join(folder, `${set}${part}-labels-idx1-ubyte${packed}`), pack(labels));
  }
}

describe('readMnist, of other sets', () => {
  it('reads EMNIST under its published names, upright, with letters from A to Z', async () => {
    await writeSet('emnist-letters-', 'test', [1, 26]);
    await writeSet('emnist-digits-', 'test', [0, 9], '');
    const classes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const { train, test } = await readMnist(folder, { set: 'emnist-letters', firstLabel: 1, classes });
    for (const part of [train, test]) {
      expect([part.labels, part.classes, part.classNames]).toEqual([Int32Array.of(0, 25), 26, classes]);
      expect(part.inputs).toEqual(Uint8Array.of(1, 3, 2, 4, 1, 3, 2, 4));
    }
    const digits = await readMnist(folder, { set: 'emnist-digits', transpose: false });
    expect(digits.test.labels).toEqual(Int32Array.of(0, 9));
    expect(digits.test.inputs.subarray(0, 4)).toEqual(Uint8Array.of(1, 2, 3, 4));
  });

  it('finds the only set of a folder, and keeps to MNIST where that is there', async () => {
    await writeSet('kuzushiji-', 't10k', [3]);
    expect((await readMnist(folder, { verify: false })).test.labels).toEqual(Int32Array.of(3));
    await writeSet('', 't10k', [7]);
    expect((await readMnist(folder, { verify: false })).test.labels).toEqual(Int32Array.of(7));
    expect((await readMnist(folder, { set: 'kuzushiji' })).test.inputs).toEqual(Uint8Array.of(1, 2, 3, 4));
    const says = ['SHA-256', '{ verify: false }'];
    await expectLateLesson(readMnist(folder, { set: 'kuzushiji', verify: true }), { type: FormatError, code: 'FORMAT', says });
  });

  it('reads QMNIST under its published names, whose labels are column 0 of eight', async () => {
    const data = Int32Array.of(5, 0, 0, 2, 57, 3, 0, 0, 9, 4, 1, 2, 3, 4, 5, 6);
    const images = toIdx({ type: 'uint8', shape: [2, 2, 2], data: new Uint8Array(8) });
    for (const part of ['train', 'test']) {
      await writeFile(join(folder, `qmnist-${part}-images-idx3-ubyte.gz`), gzipSync(images));
      await writeFile(
        join(folder, `qmnist-${part}-labels-idx2-int.gz`),
        gzipSync(toIdx({ type: 'int32', shape: [2, 8], data })),
      );
    }
    const { train, test } = await readMnist(folder, { set: 'qmnist' });
    for (const part of [train, test]) expect([part.labels, part.classes]).toEqual([Int32Array.of(5, 9), 10]);
  });

  it('asks which set where there are several, and lists them', async () => {
    await writeSet('emnist-letters-', 'test', [1]);
    await writeSet('emnist-balanced-', 'test', [1]);
    const several = ["'emnist-balanced', 'emnist-letters'", "readMnist(folder, { set: 'emnist-balanced' })"];
    await expectLateLesson(readMnist(folder), { type: FormatError, code: 'FORMAT', says: [folder, ...several] });
    const unknown = ['readMnist: set', "one of those in the folder, 'emnist-balanced', 'emnist-letters'", "got 'letters'"];
    await expectLateLesson(readMnist(folder, { set: 'letters' }), { type: ArgumentError, code: 'ARGUMENT', says: unknown });
    await rm(join(folder, 'emnist-letters-test-labels-idx1-ubyte.gz'));
    const missing = ['emnist-letters-test-labels-idx1-ubyte', 'none of that name', 'emnist-letters-t10k-labels-idx1-ubyte.gz'];
    await expectLateLesson(readMnist(folder, { set: 'emnist-letters' }), { type: FormatError, code: 'FORMAT', says: missing });
  });

  it('says what is odd about the labels of letters, and refuses what are no classes, with the path', async () => {
    const letters = Array.from({ length: 26 * 4 }, (_, index) => 1 + (index % 26));
    await writeSet('emnist-letters-', 'test', letters);
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    expect((await readMnist(folder, { set: 'emnist-letters', onWarning })).train.classes).toBe(27);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('got 1 to 26, so that class 0 has no example');
    const says = [join(folder, 'emnist-letters-train-labels-idx1-ubyte.gz'), 'from 0 to 25', 'got 26', 'firstLabel: 1'];
    const call = readMnist(folder, { set: 'emnist-letters', classes: 26 });
    await expectLateLesson(call, { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    const many = { set: 'emnist-letters', classes: 2 ** 21 };
    await expectLateLesson(readMnist(folder, many), { type: LimitError, code: 'LIMIT', says: ['readMnist: classes'] });
  });
});
