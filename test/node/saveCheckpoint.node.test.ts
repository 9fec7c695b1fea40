// Checkpoints as files: whole ones, whatever happens while they are written.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fit, Network } from 'glassbox-nn';
import { fileCheckpoint, loadCheckpoint, saveCheckpoint } from 'glassbox-nn/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';
import { temporaryPath } from '../../src/node/temporaryFiles.js';
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

/** Does something while files are written to the disk by another function. */
async function withSync(sync: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  const probe = await open(folder);
  const handles = Object.getPrototypeOf(probe) as { sync: () => Promise<void> };
  await probe.close();
  const { sync: own } = handles;
  try {
    handles.sync = sync;
    await work();
  } finally {
    handles.sync = own;
  }
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

  it('keeps the permissions of the file, and the link that leads to it', async () => {
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
    expect(((await errorOf(() => saveCheckpoint(nowhere, bytesOf(3)))) as Error).message).toBe(
      `saveCheckpoint: ${nowhere}: expected a file that can be written, got no folder ${join(folder, 'missing')}. Make it first: await mkdir(folder, { recursive: true }), of node:fs/promises.`,
    );
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

  it('removes what processes have left that were killed, and what is old, of the same file alone (case 279)', async () => {
    const own = await temporaryPath(path);
    const dead = own.replace(`-${process.pid}-`, `-${spawnSync(process.execPath, ['--version']).pid}-`);
    const elsewhere = dead.replace(/-[0-9a-f]{16}-(?=\d+-)/, '-0123456789abcdef-');
    const ofAnother = (await temporaryPath(join(folder, 'other'))).replace(`-${process.pid}-`, '-999999-');
    const old = elsewhere.replace('.tmp', '0.tmp');
    const stay = [own, elsewhere, ofAnother, join(folder, 'notes.tmp')];
    for (const name of [...stay, dead, old]) await writeFile(name, 'half');
    await utimes(old, 1e9, Date.now() / 1000 - 3700);
    await utimes(ofAnother, 1e9, 1e9);
    await saveCheckpoint(path, bytesOf(3));
    expect((await readdir(folder)).sort()).toEqual([...stay, path].map((name) => basename(name)).sort());
  });

  it('writes a temporary file again that was taken away before it was renamed (case 288)', async () => {
    let taken = 0;
    await withSync(
      async () => {
        if (taken++ === 0) for (const name of readdirSync(folder)) rmSync(join(folder, name));
      },
      () => saveCheckpoint(path, bytesOf(3)),
    );
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
    expect(taken).toBeGreaterThan(1);
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
  });

  it('has all of it on the disk before it renames, and the renaming after that', async () => {
    await saveCheckpoint(path, bytesOf(3));
    const found: number[][] = [];
    await withSync(
      async () => {
        const names = readdirSync(folder).sort();
        found.push(names.map((name) => readFileSync(join(folder, name)).length));
      },
      () => saveCheckpoint(path, bytesOf(5000)),
    );
    // The temporary file is first in the order of names, and then there is none.
    expect(found).toEqual([[5000, 3], [5000]]);
  });

  it('refuses what is no path and no bytes', async () => {
    for (const wrong of ['', 'a\0b', 7, undefined, 'file:///a.checkpoint', new URL('file:///a.checkpoint')]) {
      await expectRefusal(() => saveCheckpoint(wrong as never, bytesOf(3)), 'ArgumentError', 'saveCheckpoint: path');
      await expectRefusal(() => loadCheckpoint(wrong as never), 'ArgumentError', 'loadCheckpoint: path');
      await expectRefusal(() => fileCheckpoint(wrong as never), 'ArgumentError', 'fileCheckpoint: path');
    }
    for (const url of [pathToFileURL(path), pathToFileURL(path).href]) {
      const remedy = 'Of a URL it is fileURLToPath(url), of node:url.';
      await expectRefusal(() => saveCheckpoint(url as never, bytesOf(3)), 'ArgumentError', 'saveCheckpoint: path', remedy);
      await expectRefusal(() => loadCheckpoint(url as never), 'ArgumentError', 'loadCheckpoint: path', remedy);
      await expectRefusal(() => fileCheckpoint(url as never), 'ArgumentError', 'fileCheckpoint: path', remedy);
    }
    const late = Promise.resolve(path) as never;
    await expectRefusal(() => fileCheckpoint(late), 'ArgumentError', 'got a Promise. Wait for it with await.');
    await expectRefusal(() => saveCheckpoint(path, 'text' as never), 'ArgumentError', 'saveCheckpoint: bytes');
    await expectRefusal(() => fileCheckpoint(path, { everySteps: 0.5 }), 'OutOfRangeError', 'fileCheckpoint: everySteps');
    await expectRefusal(() => fileCheckpoint(path, { everyEpochs: 0 }), 'OutOfRangeError', 'fileCheckpoint: everyEpochs');
  });
});

// Of Windows' own kinds of files none is meant here.
describe.skipIf(process.platform === 'win32')('saveCheckpoint', () => {
  it('refuses a device, a FIFO and a socket, which stay as they are, and so does loadCheckpoint (case 280)', async () => {
    const fifo = join(folder, 'fifo');
    spawnSync('mkfifo', [fifo]);
    const socket = join(folder, 'socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const link = join(folder, 'link');
    await symlink('/dev/null', link);
    for (const [at, kind] of [
      ['/dev/null', 'a device'],
      [link, 'a device'],
      [fifo, 'a FIFO'],
      [socket, 'a socket'],
    ] as const) {
      const before = await lstat(at);
      for (const call of [() => saveCheckpoint(at, bytesOf(3)), () => loadCheckpoint(at)]) {
        await expectFault(call, 'EINVAL', at);
        expect(((await errorOf(call)) as Error).message).toContain(`got ${kind}.`);
      }
      expect(await lstat(at)).toMatchObject({ ino: before.ino, mode: before.mode });
    }
    expect((await readdir(folder)).sort()).toEqual(['fifo', 'link', 'socket']);
    server.close();
  });

  it('keeps all bits of the mode, whatever the mask of the process (case 281)', async () => {
    for (const mode of [0o666, 0o660, 0o640, 0o600, 0o4755]) {
      await writeFile(path, 'old');
      await chmod(path, mode);
      await saveCheckpoint(path, bytesOf(3));
      expect((await stat(path)).mode & 0o7777).toBe(mode);
    }
  });

  it.skipIf(process.getuid?.() !== 0)('keeps the owner and the group where the system permits it (case 281)', async () => {
    await writeFile(path, 'old');
    await chown(path, 12345, 23456);
    await saveCheckpoint(path, bytesOf(3));
    expect(await stat(path)).toMatchObject({ uid: 12345, gid: 23456 });
  });

  it('makes what a link leads to, through other links, where nothing is there yet (case 281)', async () => {
    await mkdir(join(folder, 'deep'));
    const end = join(folder, 'deep', 'training.checkpoint');
    await symlink('second', join(folder, 'first'));
    await symlink('deep/training.checkpoint', join(folder, 'second'));
    for (const length of [3, 5]) {
      await saveCheckpoint(join(folder, 'first'), bytesOf(length));
      expect([...(await readFile(end))]).toEqual([...bytesOf(length)]);
      expect(await readlink(join(folder, 'first'))).toBe('second');
      expect(await readlink(join(folder, 'second'))).toBe('deep/training.checkpoint');
    }
    await symlink('round', join(folder, 'round'));
    await expectFault(() => saveCheckpoint(join(folder, 'round'), bytesOf(3)), 'ELOOP', join(folder, 'round'));
  });
});

/** A command in a container of its own, in which processes have other numbers, if the system lets us make one. */
const CONTAINER = [
  ['unshare', '-p', '--fork'],
  ['unshare', '-Ur', '-p', '--fork'],
].find(([command = '', ...words]) => spawnSync(command, [...words, 'true']).status === 0);

describe.skipIf(CONTAINER === undefined)('two containers of one host name', () => {
  it('save to one file, and no save fails (case 279)', async () => {
    const program = bundleProgram(join(import.meta.dirname, 'manySaves.ts'));
    const save = async (value: number, ...container: string[]) => {
      const [command = '', ...words] = [...container, process.execPath, program, path, '40', `${value}`];
      const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
      let printed = '';
      child.stdout.on('data', (text) => {
        printed += String(text);
      });
      await once(child, 'close');
      return JSON.parse(printed) as { readonly pid: number; readonly faults: string[] };
    };
    const [inside, outside] = await Promise.all([save(1, ...(CONTAINER as string[])), save(2)]);
    expect(inside.pid).toBeLessThan(10);
    expect([inside.faults, outside.faults]).toEqual([[], []]);
    expect(new Set(await readFile(path)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
  });
});

describe("Node's permission model", () => {
  // What it is called depends on the version; from 24 on it forbids to wait for the disk.
  const flag = ['--permission', '--experimental-permission'].find((name) => process.allowedNodeEnvironmentFlags.has(name));

  it.skipIf(flag === undefined)('lets a training be kept in a file (case 282)', async () => {
    const program = bundleProgram(join(import.meta.dirname, 'permittedSave.ts'));
    const words = [flag as string, '--allow-fs-read=*', `--allow-fs-write=${folder}`, program, path];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect([stdout, stderr.replace(/.*Permission is an experimental feature.*\n.*\n/, '')]).toEqual([
      '{"epochs":3,"saved":true}\n',
      '',
    ]);
  });

  it('is survived where it forbids to wait for the disk, on any version (case 282)', async () => {
    const denied = Object.assign(new Error('fsync API is disabled when Permission Model is enabled.'), {
      code: 'ERR_ACCESS_DENIED',
    });
    await withSync(
      () => Promise.reject(denied),
      () => saveCheckpoint(path, bytesOf(3)),
    );
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    const broken = Object.assign(new Error('no such disk'), { code: 'EIO' });
    await withSync(
      () => Promise.reject(broken),
      () => expectFault(() => saveCheckpoint(path, bytesOf(5)), 'EIO', path),
    );
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
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
    expect(JSON.parse(stdout)).toEqual({ code: 'EFBIG', path, named: true });
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
      await errorOf(() =>
        fit(new Network([3, 4, 2]), data, { ...options, onEpoch, checkpoint: fileCheckpoint(path, { everyEpochs: 1 }) }),
      ),
    ).toBe(fault);
    const resumed = new Network([3, 4, 2], { seed: 8 });
    const epochs: number[] = [];
    const checkpoint = fileCheckpoint(path);
    await fit(resumed, data, { ...options, checkpoint, onEpoch: ({ epoch }) => epochs.push(epoch) });
    expect(epochs).toEqual([3, 4]);
    expect(hashOfNetwork(resumed)).toBe(hashOfNetwork(whole));
    expect((await fit(new Network([3, 4, 2]), data, { ...options, checkpoint })).length).toBe(history.length);
  });

  /** Expects that a training is refused before its first step, and its network left alone. */
  async function refusedAtOnce(at: string): Promise<Error> {
    let steps = 0;
    const onBatch = () => {
      steps += 1;
    };
    const network = new Network([3, 4, 2]);
    const error = await errorOf(() => fit(network, data, { ...options, onBatch, checkpoint: fileCheckpoint(at) }));
    expect(steps).toBe(0);
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(new Network([3, 4, 2])));
    return error as Error;
  }

  it('rejects before the first step where nothing can be saved (case 289)', async () => {
    const nowhere = join(folder, 'missing', 'training.checkpoint');
    const missing = await refusedAtOnce(nowhere);
    expect(missing).toMatchObject({ code: 'ENOENT', path: nowhere });
    expect(missing.message).toContain(`fileCheckpoint: ${nowhere}: expected a file that can be written, got no folder`);
    const quoted = 'expected a file that can be written, got no folder /nowhere.';
    expect(((await errorOf(() => saveCheckpoint('/nowhere/x.checkpoint', bytesOf(3)))) as Error).message).toContain(quoted);
    expect(readFileSync('docs/errors.md', 'utf8')).toContain(quoted);
    const below = join(path, 'training.checkpoint');
    await fit(new Network([3, 4, 2]), data, { ...options, epochs: 2, checkpoint: fileCheckpoint(path) });
    const noFolder = await refusedAtOnce(below);
    expect(noFolder).toMatchObject({ code: 'ENOTDIR', path: below });
    expect(noFolder.message).not.toContain('.tmp');
    await chmod(path, 0o400);
    expect(await refusedAtOnce(path)).toMatchObject({ code: 'EACCES', path });
    expect(await readdir(folder)).toEqual(['training.checkpoint']);
  });

  it('gives what has ended, though nothing more could be saved (case 289)', async () => {
    await fit(new Network([3, 4, 2]), data, { ...options, checkpoint: fileCheckpoint(path) });
    await chmod(path, 0o400);
    expect((await fit(new Network([3, 4, 2]), data, { ...options, checkpoint: fileCheckpoint(path) })).length).toBe(4);
  });

  // The system administrator may write everywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'rejects so in a folder that is read-only (case 289)',
    async () => {
      await chmod(folder, 0o500);
      expect(await refusedAtOnce(path)).toMatchObject({ code: 'EACCES', path });
      await chmod(folder, 0o700);
    },
  );

  it('rejects so on a platform without TextEncoder (case 289)', async () => {
    const { TextEncoder: own } = globalThis;
    try {
      globalThis.TextEncoder = undefined as never;
      expect((await refusedAtOnce(path)).message).toContain('TextEncoder');
    } finally {
      globalThis.TextEncoder = own;
    }
    expect(await readdir(folder)).toEqual([]);
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
