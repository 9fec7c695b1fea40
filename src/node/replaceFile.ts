// Replaces a file by way of a temporary one: there is the old file or the new one, and never half of one.
import type { Stats } from 'node:fs';
import { chmod, chown, type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemError } from './systemError.js';
import { temporaryPath } from './temporaryFiles.js';

/** How often a temporary file is written again that was removed before it was renamed. */
const ATTEMPTS = 3;

/** Replaces a file by bytes, with the owner and the rights of the file that was `found`. No temporary file stays. */
export async function replaceFile(target: string, bytes: Uint8Array, found: Stats | undefined): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await replaceOnce(target, await temporaryPath(target), bytes, found);
      return await syncFolder(dirname(target));
    } catch (error) {
      const { code, syscall } = systemError(error);
      if (code !== 'ENOENT' || syscall !== 'rename' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Throws unless a file can be made in the folder of another: makes a temporary one, and removes it. */
export async function makeAndRemove(target: string): Promise<void> {
  const temporary = await temporaryPath(target);
  await (await open(temporary, 'wx')).close();
  await unlink(temporary);
}

async function replaceOnce(target: string, temporary: string, bytes: Uint8Array, found: Stats | undefined): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx', found && found.mode & 0o777);
    await file.writeFile(bytes);
    await sync(file);
    await file.close();
    if (found !== undefined) await keepRights(temporary, found);
    await rename(temporary, target);
  } catch (error) {
    await file?.close().catch(() => {});
    if (file !== undefined) await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** Gives the file the owner and the rights, which the process's mask has lessened, as far as the system and the disk permit it. */
async function keepRights(path: string, { uid, gid, mode }: Stats): Promise<void> {
  // A file of the caller's own may be given to another group, but not to another user.
  await chown(path, uid, gid).catch(() => chown(path, -1, gid).catch(() => {}));
  await chmod(path, mode & 0o7777).catch(() => {});
}

/** Has it written to the disk. Node's permission model forbids that to all programs. */
async function sync(file: FileHandle): Promise<void> {
  await file.sync().catch((error) => {
    if (error.code !== 'ERR_ACCESS_DENIED') throw error;
  });
}

/** Has the renaming itself written to the disk, where a system can. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
