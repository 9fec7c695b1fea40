// The file that a save is to replace: the end of its links, and whether it may be replaced.
import type { Stats } from 'node:fs';
import { readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { systemError } from './systemError.js';

/** Links that are followed one after another, as in Linux. */
const MOST_LINKS = 40;

/** The path at the end of all links, also where there is no file yet. */
export async function targetOf(path: string, links = MOST_LINKS): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const { code } = systemError(error);
    // Where nothing may be read, a file may be written all the same.
    if (code === 'ERR_ACCESS_DENIED') return path;
    if (code !== 'ENOENT' || links === 0) throw error;
    const end = await readlink(path).catch(() => undefined);
    return end === undefined ? path : targetOf(resolve(await realpath(dirname(path)), end), links - 1);
  }
}

/** The owner and the rights of the file, if there is one. Throws unless it is a regular file that may be written, which a rename does not check. */
export async function writableFile(target: string): Promise<Stats | undefined> {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined) return undefined;
  checkRegular(found);
  if ((found.mode & 0o222) === 0) throw fault('EACCES', 'one that is read-only');
  return found;
}

/** Throws for what is no file, as a folder or a device. */
export function checkRegular(found: Stats): void {
  if (found.isFile()) return;
  if (found.isDirectory()) throw fault('EISDIR', 'a folder');
  throw fault('EINVAL', found.isFIFO() ? 'a FIFO' : found.isSocket() ? 'a socket' : 'a device');
}

function fault(code: string, got: string): Error {
  return Object.assign(new Error(got), { code });
}
