// The wording of errors: what is wrong, what was expected, what was got, what to do; and lists of words in them.
import { isHollow, isList, kindOf, lengthOf } from './views.js';

/** Letters of the parts of a message, and of a string within it: a text of a file may have megabytes. */
const LONGEST = { part: 300, sentence: 480, string: 40 };

/**
 * "`what`: expected `expected`, got `got`. `remedy`", in one short line without control characters, whatever texts of files stand in it. `got` may be a sentence of another error, with its full stop.
 */
export function wording(what: string, expected: string, got: string, remedy = ''): string {
  const { part, sentence } = LONGEST;
  const found = inALine(got.replace(/\.$/, ''), sentence);
  return `${inALine(what, part)}: expected ${inALine(expected, part)}, got ${found}.${remedy && ` ${inALine(remedy, sentence)}`}`;
}

/** A value in a few words, for the "got ..." of an error. Never calls code of the value. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `'${inALine(value, LONGEST.string)}'`;
  if (typeof value === 'bigint') return inALine(`${value}n`, LONGEST.string);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (isList(value)) return `an array of ${value.length}`;
  if (ArrayBuffer.isView(value))
    return `a ${viewName(value)} of ${kindOf(value) ? lengthOf(value) : value.buffer.byteLength && value.byteLength}`;
  if (typeof value === 'object' && value !== null)
    return !isHollow(value) && value instanceof Promise ? 'a Promise' : 'an object';
  return String(value);
}

/** "1 number", or "3 numbers". */
export function numbersIn(count: number): string {
  return count === 1 ? '1 number' : `${count} numbers`;
}

/**
 * The beginning of a text, with escapes as in JSON: for control characters, those that turn the direction of writing or cannot be seen,
 * and halves of characters. Joiners and U+FE0F are parts of words and of emoji, and stay.
 */
export function inALine(text: string, most: number): string {
  const safe = text.slice(0, most).replace(/(?!\u200c|\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu, escaped);
  return text.length <= most && safe.length <= most ? safe : `${safe.slice(0, most)}...`;
}

function escaped(character: string): string {
  return character === '\n' ? '\\n' : `\\u${Number(character.codePointAt(0)).toString(16).padStart(4, '0')}`;
}

/** `Float32Array`, `Uint8Array`, ...: the true kind, not a name that a program may have changed. */
export function viewName(view: ArrayBufferView): string {
  return kindOf(view) ?? 'DataView';
}

/** Longer words are not compared. */
const LONGEST_NAME = 64;

/** The word among `words` that is close enough to `word` to be what was meant, if there is one. */
export function closest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST_NAME) return undefined;
  const sought = word.toLowerCase();
  let best: string | undefined;
  // A third of the letters may be wrong, and two of a short word, but at most one of three, and none of two: lr is no l1.
  let fewest = Math.min(word.length - 1, Math.max(3, Math.floor(word.length / 3) + 1));
  for (const candidate of words) {
    if (candidate.length > 2 * LONGEST_NAME) continue;
    const edits = editDistance(sought, candidate.toLowerCase(), fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

/** Letters to insert, delete or replace to turn one word into the other (Levenshtein, 1965); `limit` if it takes so many or more. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const replaced = previous[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
      const deleted = previous[column] + 1;
      const inserted = current[column - 1] + 1;
      const edits = Math.min(replaced, deleted, inserted);
      least = Math.min(least, edits);
      current.push(edits);
    }
    // All later rows take as many edits or more.
    if (least >= limit) return limit;
    previous = current;
  }
  return previous[to.length];
}

/** Words that are named one by one. */
const MOST_LISTED = 5;

/** "a, b, c", or "a, b, c, d, e and 7 more". Never "and 1 more", which is as long as the word. */
export function listed(words: readonly string[], most = MOST_LISTED): string {
  if (words.length <= most + 1) return words.join(', ');
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}

/** Indices in words: "0, 1, 2", or "0, 1, 2, 3, 4, ... (7 in all)". */
export function placesIn(places: readonly number[]): string {
  const few = places.slice(0, 5).join(', ');
  return places.length > 5 ? `${few}, ... (${places.length} in all)` : few;
}
