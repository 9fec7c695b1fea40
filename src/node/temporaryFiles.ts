// Temporary files beside the file they are to become, and what is left of those whose program was ended in the middle.
import { randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const BEGINNING = '.glassbox-nn-';
const END = '.tmp';

/** A path in the folder that nobody else uses: it tells the machine and the process. */
export function temporaryPath(folder: string): string {
  return join(folder, `${ofThisMachine()}${process.pid}-${randomUUID()}${END}`);
}

/** Removes what processes of this machine have left that are no longer alive. What cannot be removed stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(ofThisMachine()) || !name.endsWith(END)) continue;
    const pid = Number.parseInt(name.slice(ofThisMachine().length), 10);
    if (pid > 0 && !isAlive(pid)) await unlink(join(folder, name)).catch(() => {});
  }
}

function ofThisMachine(): string {
  return `${BEGINNING}${encodeURIComponent(hostname())}-`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
