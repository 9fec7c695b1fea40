// Messages for a screen reader: one sentence at a time, and never more often than one can listen.
import { signal } from '@preact/signals';

/** The last thing said. */
export const announcement = signal('');

const PAUSE = 700; // milliseconds of calm before it is said, so that of many changes in a row only the last is heard

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Says it soon, unless something else is to be said first. */
export function announce(sentence: string): void {
  clearTimeout(waiting);
  // Emptied first: a region that says the same again has not changed, and would be silent.
  announcement.value = '';
  waiting = setTimeout(() => {
    announcement.value = sentence;
  }, PAUSE);
}
