// Waiting for a save that may never end.
import { type AbortSignalLike, orAborted, reasonOf } from '../../training/abort.js';

/** Milliseconds that a save has to end in, once a signal stops the training. */
const GRACE = 10_000;

/** Waits for a save. Once the signal is aborted it waits ten seconds more, for who stops a training wants it saved, and then rejects. */
export async function inTime(saving: Promise<void>, signal: AbortSignalLike | undefined): Promise<void> {
  await orAborted(saving, signal).catch(() => {});
  if (!signal?.aborted) return saving;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(reasonOf(signal)), GRACE);
  });
  try {
    await Promise.race([saving, late]);
  } finally {
    clearTimeout(timer);
  }
}
