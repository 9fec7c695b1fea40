import { type CheckpointOptions, checkpointOf, readRhythm } from '../formats/checkpoint/checkpointIn.js';
import type { Checkpoint } from '../training/checkpoint.js';
import { checkPath, loadCheckpoint, saveCheckpoint, trySave } from './saveCheckpoint.js';

/**
 * Saves a training in a file, for the option `checkpoint` of {@link fit}: a program that was ended, by a power cut or otherwise, and
 * is started again, goes on from the last save, to the same bits as if it had never ended.
 *
 * The file is written as {@link saveCheckpoint} does: at every moment there is a whole one, the old or the new. When the training has
 * ended it stays, and a program that is started once more gets the network and its history at once; delete it to start anew.
 *
 * Before its first step a training tries whether the file can be written, and rejects if not.
 *
 * @param path - The path of the file, whose folder exists. Each training has a file of its own.
 * @param options - How often to save: `everyEpochs`, `everySteps`, `everySeconds`; if left out, after epochs, in a twentieth of the time
 * at the most.
 * @returns A checkpoint.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for an argument that is no path, and an option out of its range.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { fit, Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 * import { fileCheckpoint } from 'glassbox-nn/node';
 *
 * const folder = await mkdtemp(join(tmpdir(), 'training-'));
 * const checkpoint = fileCheckpoint(join(folder, 'xor.checkpoint'), { everySeconds: 30 });
 * const history = await fit(new Network([2, 3, 1]), xor(), { epochs: 100, checkpoint });
 * history.length; // => 100
 * ```
 */
export function fileCheckpoint(path: string, options?: CheckpointOptions): Checkpoint {
  checkPath('fileCheckpoint', path);
  const rhythm = readRhythm('fileCheckpoint', options);
  const place = { load: () => loadCheckpoint(path), save: (bytes: Uint8Array) => saveCheckpoint(path, bytes) };
  return checkpointOf(`checkpoint ${path}`, place, rhythm, () => trySave('fileCheckpoint', path));
}
