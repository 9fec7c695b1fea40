// Temporary files beside the file that they are to replace, and the removal of those that ended programs have left.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, readlink, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { systemError } from './systemError.js';

const END = '.tmp';

/** Milliseconds without a write after which a temporary file is taken to be left over. */
const OLD = 3_600_000;

/** A path beside the target that nothing else uses: it names the target and the process that writes it. */
export async function temporaryPath(target: string): Promise<string> {
  return join(dirname(target), `${beginningFor(target)}${await ownSpace()}-${process.pid}-${randomUUID()}${END}`);
}

/**
 * Removes temporary files of the same file that saves have left: those of processes of this machine that are no longer alive, and those
 * that have not been written for an hour. Processes of another container or machine may be alive though no process here has their number.
 * Files that cannot be removed stay.
 */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch(() => []);
  const own = await ownSpace();
  for (const name of names) {
    if (!name.startsWith(beginningFor(target)) || !name.endsWith(END)) continue;
    const path = join(folder, name);
    const [space, pid] = name.slice(beginningFor(target).length).split('-');
    const isDead = space === own && own !== UNKNOWN && !isAlive(Number(pid));
    if (isDead || (await isOld(path))) await unlink(path).catch(() => {});
  }
}

function beginningFor(target: string): string {
  return `.glassbox-nn-${shortHash(basename(target))}-`;
}

const UNKNOWN = 'unknown';

/** Where process numbers are the same processes: a start of a machine, and in it a container. */
async function ownSpace(): Promise<string> {
  if (process.platform !== 'linux') return shortHash(hostname());
  try {
    const [start, space] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readlink('/proc/self/ns/pid'),
    ]);
    return shortHash(start + space);
  } catch {
    return UNKNOWN;
  }
}

/** Short, since the names of files are, and without characters that a file system may not take. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but is there.
    return systemError(error).code !== 'ESRCH';
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > OLD;
}
