// Lists of words in errors and warnings, kept to a length that can be read.

/** Words that are named one by one. */
const MOST_LISTED = 5;

/** "a, b, c", or "a, b, c, d, e and 7 more". */
export function listed(words: readonly string[]): string {
  if (words.length <= MOST_LISTED + 1) return words.join(', ');
  return `${words.slice(0, MOST_LISTED).join(', ')} and ${words.length - MOST_LISTED} more`;
}
