// Checkpoints as files: whole ones, whatever happens while they are written.
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fit, Network } from 'glassbox-nn';
import { fileCheckpoint, loadCheckpoint, saveCheckpoint } from 'glassbox-nn/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-nn-'));
  path = join(folder, 'training.checkpoint');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const bytesOf = (length: number, first = 1) => Uint8Array.from({ length }, (_, index) => first + index);

/** Expects an error of the system with the path in its words. */
async function expectFault(call: () => unknown, code: string, at: string): Promise<void> {
  const error = await errorOf(call);
  expect(error).toMatchObject({ code, path: at });
  expect((error as Error).message).toContain(at);
}

describe('saveCheckpoint', () => {
  it('writes a file, and writes over one, leaving nothing else; loadCheckpoint reads it', async () => {
    expect(await loadCheckpoint(path)).toBeUndefined();
    for (const length of [10, 100_000, 0, 7]) {
      await saveCheckpoint(path, bytesOf(length));
      expect([...((await loadCheckpoint(path)) ?? [])]).toEqual([...bytesOf(length)]);
      expect(await readdir(folder)).toEqual(['training.checkpoint']);
    }
  });

  it('keeps who may read and write the file, and the link that leads to it', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    const link = join(folder, 'link');
    await symlink(path, link);
    await saveCheckpoint(link, bytesOf(3));
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('refuses a folder, and says which (case 133)', async () => {
    await mkdir(path);
    await expectFault(() => saveCheckpoint(path, bytesOf(3)), 'EISDIR', path);
    await expectFault(() => loadCheckpoint(path), 'EISDIR', path);
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
  });

  it('refuses a file that is read-only, which stays as it is (case 133)', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o444);
    await expectFault(() => saveCheckpoint(path, bytesOf(3)), 'EACCES', path);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('refuses a folder that is not there (case 133)', async () => {
    const nowhere = join(folder, 'missing', 'training.checkpoint');
    await expectFault(() => saveCheckpoint(nowhere, bytesOf(3)), 'ENOENT', nowhere);
    expect(await loadCheckpoint(nowhere)).toBeUndefined();
  });

  it('of two that save at once lets one win, whole (case 134)', async () => {
    const writers = Array.from({ length: 8 }, (_, index) => new Uint8Array(200_000).fill(index));
    await Promise.all(writers.map((bytes) => saveCheckpoint(path, bytes)));
    const found = await readFile(path);
    expect(found.length).toBe(200_000);
    expect(new Set(found).size).toBe(1);
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
  });

  it('removes what processes have left that were killed, and nothing else', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const host = encodeURIComponent(hostname());
    const others = [`.glassbox-nn-${host}-${process.pid}-1.tmp`, `.glassbox-nn-elsewhere-${dead}-1.tmp`, 'notes.tmp'];
    for (const name of [...others, `.glassbox-nn-${host}-${dead}-1.tmp`]) await writeFile(join(folder, name), 'half');
    await saveCheckpoint(path, bytesOf(3));
    expect((await readdir(folder)).sort()).toEqual([...others, 'training.checkpoint'].sort());
  });

  it('refuses what is no path and no bytes', async () => {
    for (const wrong of ['', 'a\0b', 7, undefined]) {
      await expectRefusal(() => saveCheckpoint(wrong as never, bytesOf(3)), 'ArgumentError', 'saveCheckpoint: path');
      await expectRefusal(() => loadCheckpoint(wrong as never), 'ArgumentError', 'loadCheckpoint: path');
      await expectRefusal(() => fileCheckpoint(wrong as never), 'ArgumentError', 'fileCheckpoint: path');
    }
    await expectRefusal(() => saveCheckpoint(path, 'text' as never), 'ArgumentError', 'saveCheckpoint: bytes');
    await expectRefusal(() => fileCheckpoint(path, { everySteps: 0.5 }), 'OutOfRangeError', 'fileCheckpoint: everySteps');
  });
});

describe('a disk that is full', () => {
  const program = bundleProgram(join(import.meta.dirname, 'fullDisk.ts'));

  // A file may not grow beyond so many bytes: writing fails in the middle, as on a disk that is full.
  it.skipIf(process.platform === 'win32')('leaves the old file whole, and no temporary one (case 131)', async () => {
    await saveCheckpoint(path, bytesOf(5000));
    const limited = `ulimit -f 16; exec "${process.execPath}" "${program}" "${path}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', limited], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ code: 'EFBIG', path, told: true });
    expect([...(await readFile(path))]).toEqual([...bytesOf(5000)]);
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
  });
});

describe('fileCheckpoint', () => {
  const data = randomExamples(40, 3, 2);
  const options = { batchSize: 4, epochs: 4 };

  it('goes on from its file, in another network', async () => {
    const whole = new Network([3, 4, 2]);
    const history = await fit(whole, data, options);
    const fault = new Error('lights out');
    const onEpoch = ({ epoch }: { epoch: number }) => {
      if (epoch === 3) throw fault;
    };
    expect(
      await errorOf(() => fit(new Network([3, 4, 2]), data, { ...options, onEpoch, checkpoint: fileCheckpoint(path) })),
    ).toBe(fault);
    const resumed = new Network([3, 4, 2], { seed: 8 });
    const epochs: number[] = [];
    const checkpoint = fileCheckpoint(path);
    await fit(resumed, data, { ...options, checkpoint, onEpoch: ({ epoch }) => epochs.push(epoch) });
    expect(epochs).toEqual([3, 4]);
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
    expect((await fit(new Network([3, 4, 2]), data, { ...options, checkpoint })).length).toBe(history.length);
  });

  it('names its file when it is damaged or of another training', async () => {
    await writeFile(path, 'no checkpoint');
    const checkpoint = fileCheckpoint(path);
    await expectRefusal(() => fit(new Network([3, 4, 2]), data, { ...options, checkpoint }), 'FormatError', path);
    await rm(path);
    await fit(new Network([3, 4, 2]), data, { ...options, checkpoint });
    const refused = () => fit(new Network([3, 4, 2]), data, { ...options, batchSize: 5, checkpoint });
    await expectRefusal(refused, 'ArgumentError', `checkpoint ${path}: batchSize`);
  });
});
