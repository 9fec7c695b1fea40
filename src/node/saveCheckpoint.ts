import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { viewBytes } from '../data/bytes.js';
import { ArgumentError } from '../support/errors.js';
import { tagOf } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { checkRegular, targetOf, writableFile } from './replacedFile.js';
import { makeAndRemove, replaceFile } from './replaceFile.js';
import { systemError } from './systemError.js';
import { removeLeftovers } from './temporaryFiles.js';

/**
 * Saves bytes as a file so that, whatever happens, there is a whole file: the old one, until the new one is safely on the disk. It
 * writes a temporary file in the same folder, has it written to the disk, and renames it. Not for checkpoints alone: a trained
 * network is worth it too.
 *
 * If the disk is full the old file stays, and the temporary one is removed; after a power cut a later call for the same file removes
 * it. Of two that save at once, one wins, whole.
 *
 * The file keeps its mode, and its owner where the system permits it. Node's permission model forbids to wait for the disk: there a
 * power cut may cost the file.
 *
 * @param path - The path of the file, whose folder exists. At a link, the file that it leads to is replaced or made.
 * @param bytes - All bytes of the file.
 * @returns A promise that resolves when it is on the disk.
 * @throws An `Error` with the `path` and the system's `code`, as `'ENOSPC'` for a disk that is full, `'EISDIR'` for a folder,
 * `'EACCES'` for a file that may not be written, `'EINVAL'` for a device, a FIFO or a socket: the promise is rejected.
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
 * String(fromSafetensors(bytes!)); // => '2-3-1, sigmoid, 6+3 + 3+1 = 13 parameters'
 * ```
 */
export async function saveCheckpoint(path: string, bytes: Uint8Array): Promise<void> {
  checkPath('saveCheckpoint', path);
  const whole = viewBytes('saveCheckpoint: bytes', bytes);
  await withPath('saveCheckpoint', path, 'a file that can be written', async () => {
    const target = await targetOf(path);
    const found = await writableFile(target);
    await removeLeftovers(target);
    await replaceFile(target, whole, found);
  });
}

/**
 * Reads a file that {@link saveCheckpoint} wrote, or any other.
 *
 * @param path - The path of the file.
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
  return withPath('loadCheckpoint', path, 'a file that can be read', async () => {
    try {
      checkRegular(await stat(path));
      return await readFile(path);
    } catch (error) {
      if (systemError(error).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Rejects as a save would, where the file or its folder cannot be written. Nothing is changed. `what` begins the errors. */
export async function trySave(what: string, path: string): Promise<void> {
  await withPath(what, path, 'a file that can be written', async () => {
    const target = await targetOf(path);
    await writableFile(target);
    await makeAndRemove(target);
  });
}

/** Throws unless it can be a path. */
export function checkPath(what: string, path: unknown): string {
  const isUrl = (typeof path === 'object' && path !== null) || (typeof path === 'string' && /^file:\/\//i.test(path));
  if (typeof path === 'string' && path !== '' && !path.includes('\0') && !isUrl) return path;
  const isLate = tagOf(path) === 'Promise';
  const remedy = isLate ? 'Wait for it with await.' : isUrl ? 'Of a URL it is fileURLToPath(url), of node:url.' : '';
  throw new ArgumentError(wording(`${what}: path`, 'the path of a file', isLate ? 'a Promise' : describe(path), remedy));
}

/** Runs `work`, and throws errors of the system with the path in their message. */
async function withPath<Result>(what: string, path: string, expected: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const { code } = systemError(cause);
    throw Object.assign(new Error(wording(`${what}: ${path}`, expected, ...faultWords(cause)), { cause }), { code, path });
  }
}

/** The fault, and what to do. The system's message is without the names of temporary files. */
function faultWords(cause: unknown): [got: string, remedy?: string] {
  const { code, syscall, message, path = '' } = systemError(cause);
  if (code !== 'ENOENT' || syscall !== 'open') return [message.split(`, ${syscall} '`)[0]];
  return [`no folder ${dirname(path)}`, 'Make it first: await mkdir(folder, { recursive: true }), of node:fs/promises.'];
}
