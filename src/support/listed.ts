// Lists of words in errors and warnings, short enough to read.

/** Words that are named one by one. */
const MOST_LISTED = 5;

/** "a, b, c", or "a, b, c, d, e and 7 more". Never "and 1 more", which is as long as the word. */
export function listed(words: readonly string[], most = MOST_LISTED): string {
  if (words.length <= most + 1) return words.join(', ');
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}
