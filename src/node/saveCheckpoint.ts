import { type FileHandle, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { viewBytes } from '../data/bytes.js';
import { ArgumentError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { removeLeftovers, temporaryPath } from './temporaryFiles.js';

/**
 * Saves bytes as a file so that, whatever happens, there is a whole file: the old one, until the new one is safely on the disk. It
 * writes a temporary file in the same folder, has it written to the disk, and renames it. Not for checkpoints alone: a trained
 * network is worth it too.
 *
 * If the disk is full the old file stays, and the temporary one is removed; after a power cut a later call removes it. Of two that save
 * at once, one wins, whole.
 *
 * @param path - Of the file, whose folder exists. If it is a link, what it leads to is replaced.
 * @param bytes - All of it.
 * @returns A promise that resolves when it is on the disk.
 * @throws An `Error` with the `path` and the system's `code`, as `'ENOSPC'` for a disk that is full, `'EISDIR'` for a folder,
 * `'EACCES'` for a file that may not be written: the promise is rejected.
 *
 * @example
 * ```ts
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { Network } from 'glassbox-nn';
 * import { fromSafetensors, toSafetensors } from 'glassbox-nn/formats';
 * import { loadCheckpoint, saveCheckpoint } from 'glassbox-nn/node';
 *
 * const path = join(tmpdir(), 'network.safetensors');
 * await saveCheckpoint(path, toSafetensors(new Network([2, 3, 1])));
 * const bytes = await loadCheckpoint(path);
 * String(fromSafetensors(bytes!)); // => '2-3-1, sigmoid, 6+3 + 3+1 = 13 knobs'
 * ```
 */
export async function saveCheckpoint(path: string, bytes: Uint8Array): Promise<void> {
  checkPath('saveCheckpoint', path);
  const whole = viewBytes('saveCheckpoint: bytes', bytes);
  await told('saveCheckpoint', path, 'a file that can be written', async () => {
    const target = await realpath(path).catch(() => path);
    const mode = await modeOf(target);
    const folder = dirname(target);
    await removeLeftovers(folder);
    await replace(target, temporaryPath(folder), whole, mode);
    await syncFolder(folder);
  });
}

/**
 * Reads a file that {@link saveCheckpoint} wrote, or any other.
 *
 * @param path - Of the file.
 * @returns Its bytes; undefined if there is none.
 * @throws An `Error` with the `path` and the system's `code`, if it cannot be read: the promise is rejected.
 *
 * @example
 * ```ts
 * import { loadCheckpoint } from 'glassbox-nn/node';
 *
 * await loadCheckpoint('never-saved.checkpoint'); // => undefined
 * ```
 */
export async function loadCheckpoint(path: string): Promise<Uint8Array | undefined> {
  checkPath('loadCheckpoint', path);
  return told('loadCheckpoint', path, 'a file that can be read', async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Throws unless it can be a path. */
export function checkPath(what: string, path: unknown): string {
  if (typeof path === 'string' && path !== '' && !path.includes('\0')) return path;
  throw new ArgumentError(wording(`${what}: path`, 'the path of a file', describe(path)));
}

/** What `work` returns; what the system says against it, with the path in its words. */
async function told<Result>(what: string, path: string, expected: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw Object.assign(new Error(wording(`${what}: ${path}`, expected, message), { cause }), { code, path });
  }
}

/** Who may read and write it, if it is there. Throws if it is not to be written, which a rename would not ask. */
async function modeOf(target: string): Promise<number | undefined> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (found !== undefined && (found.mode & 0o222) === 0) {
    throw Object.assign(new Error('one that is read-only'), { code: 'EACCES' });
  }
  return found?.mode;
}

/** Puts bytes in the place of a file, by way of a temporary one, which never stays. */
async function replace(target: string, temporary: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx', mode);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(temporary, target);
  } catch (error) {
    await file?.close().catch(() => {});
    if (file !== undefined) await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** Has the renaming itself written to the disk, where a system can. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
