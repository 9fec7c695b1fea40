// What went wrong, in words: shown at the top of the page until it is put away.
import { signal } from '@preact/signals';

/** The sentences that are shown now. */
export const notices = signal<readonly string[]>([]);

/** Shows sentences in place of those before. */
export function notify(...sentences: readonly string[]): void {
  notices.value = sentences;
}
