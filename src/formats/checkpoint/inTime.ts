// Waits for a save that may never end.
import { type AbortSignalLike, orAborted, reasonOf } from '../../training/abort.js';

/** Milliseconds that a save may take once a signal stops the training. */
const GRACE = 10_000;

/**
 * Waits for a save. Once the signal is aborted it waits ten seconds more, so that nothing is lost, and then rejects. Where there are no
 * timers it waits for the save alone.
 */
export async function inTime(saving: Promise<void>, signal: AbortSignalLike | undefined): Promise<void> {
  await orAborted(saving, signal).catch(() => {});
  if (!signal?.aborted || typeof setTimeout === 'undefined' || typeof clearTimeout === 'undefined') return saving;
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
