// A checkpoint in memory that remembers everything that was ever saved in it.
import { type CheckpointOptions, checkpointIn } from 'glassbox-nn/formats';

/** One that has saved nothing, or `last`; `saved` grows. */
export function placeInMemory(options?: CheckpointOptions, last?: Uint8Array) {
  const saved: Uint8Array[] = [];
  const checkpoint = checkpointIn({ load: () => saved.at(-1) ?? last, save: (bytes) => saved.push(bytes) }, options);
  return { checkpoint, saved };
}
